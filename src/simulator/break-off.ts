import type { Connection, ServerChannel } from 'ssh2';
import { drip } from './faults/drip.ts';
import type { Afterwards } from './faults/session-fault.ts';

/** Ends a session as its fault has it, or keeps it open for good. */
export type BreakOff = (how: Exclude<Afterwards, 'go-on'>, channel: ServerChannel) => void;

const NOISE = `${'% flooding '.repeat(900)}\r\n`;

/** What breaks the sessions of a connection off. */
export function breakOffOf(connection: Connection): BreakOff {
	return (how, channel) => {
		if (how === 'drop') connection.end();
		if (how === 'flood') flood(channel);
		if (how === 'drip') drip(channel, 'x', connection);
		// Nothing is read or written any more, and the connection stays open.
	};
}

function flood(channel: ServerChannel): void {
	const next = (error?: Error | null): void => {
		if (!error && channel.writable) channel.write(NOISE, next);
	};
	next();
}
