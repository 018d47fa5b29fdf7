import type { ServerChannel } from 'ssh2';
import type { BreakOff } from './break-off.ts';
import type { Shown } from './faults/session-fault.ts';
import { factsOf, type LiveDevice, recognise, showRunning } from './live-device.ts';

/** Answers one exec request: no echo, no prompt, no pager; its end is the exit status. */
export async function serveExec(
	live: LiveDevice,
	{
		channel,
		command,
		breakOff,
	}: { readonly channel: ServerChannel; readonly command: string; readonly breakOff: BreakOff },
): Promise<void> {
	const { device, personality, log } = live;
	log.commands.push(command);
	const privileged = personality.enable === null || device.enablePassword === null;
	const facts = factsOf(live, { privileged });
	const known = recognise(live, command, { privileged });
	if (known === undefined) {
		channel.stderr.write(`${personality.reject(facts, command)}\n`);
		channel.exit(personality.rejectStatus);
		channel.end();
		return;
	}

	const shown: Shown =
		known.effect === 'show-running'
			? await showRunning(live, facts)
			: { text: known.answer ?? '', afterwards: 'go-on' };
	channel.write(shown.text);
	if (shown.afterwards !== 'go-on') return breakOff(shown.afterwards, channel);
	channel.write('\n');
	channel.exit(0);
	channel.end();
}
