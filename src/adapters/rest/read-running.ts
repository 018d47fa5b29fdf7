import type { RestRules } from '../../domain/rest-rules.ts';
import type { HttpReply } from './http-message.ts';
import { nameOf } from './http-message.ts';
import { readAnswer } from './read-answer.ts';
import { refusalOf } from './refusal.ts';
import type { RestSession } from './rest-session.ts';
import { sendRead } from './send-read.ts';
import { isUnknown } from './status-failure.ts';

export interface ReadRunningOptions {
	readonly session: RestSession;
	readonly rules: RestRules;
	readonly where: string;
	/** How long a device may ask us to wait. */
	readonly longestPauseMs: number;
	readonly now: () => number;
	readonly signal: AbortSignal;
}

/** Asks for the running-config in the form that this release of the system knows. Throws a `ConnectionFailure`. */
export async function readRunning(options: ReadRunningOptions): Promise<string> {
	const { session, rules, where } = options;
	const [first, ...others] = rules.showRunning;
	if (first === undefined) throw new Error('the platform lists no request for the running-config');
	let request = first;
	let reply: HttpReply = await sendRead(() => session.send(first), options);
	for (const other of others) {
		if (!isUnknown(reply.status)) break;
		request = other;
		reply = await sendRead(() => session.send(other), options);
	}
	const name = nameOf(request);
	const refusal = refusalOf(reply, { where, name, rules });
	if (refusal !== null) throw refusal;
	return readAnswer(reply, { where, name, answer: rules.answer });
}
