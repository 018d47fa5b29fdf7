import type { ServerChannel } from 'ssh2';
import type { BreakOff } from './break-off.ts';
import type { Afterwards } from './faults/session-fault.ts';
import { factsOf, type LiveDevice, recognise, showRunning } from './live-device.ts';
import { page } from './page.ts';
import { SimulatedTerminal } from './terminal.ts';

/** What an interactive session has switched on or off so far. */
interface ShellState {
	hostname: string;
	privileged: boolean;
	paged: boolean;
	clockLine: boolean;
}

/** Runs one interactive session until the client leaves or logs out, or a fault breaks it off. */
export async function serveShell(live: LiveDevice, channel: ServerChannel, breakOff: BreakOff): Promise<void> {
	const { device, personality, log } = live;
	const terminal = new SimulatedTerminal(channel, { echoes: device.fault === 'echoes-twice' ? 2 : 1 });
	const state: ShellState = {
		hostname: device.name,
		privileged: personality.enable === null || device.enablePassword === null,
		paged: device.pageLines !== null,
		clockLine: personality.clockLine !== undefined,
	};

	if (device.motd !== undefined) terminal.write(`\n${device.motd}\n`);
	for (;;) {
		terminal.write(
			personality.prompt({ name: state.hostname, username: device.username, privileged: state.privileged }),
		);
		const line = await terminal.readLine('echoed');
		if (line === null) break;
		const typed = line.trim();
		if (typed === '') continue;

		log.commands.push(typed);
		const next = await answer({ live, terminal, state, typed });
		if (next === 'logout') break;
		if (next !== 'go-on') return breakOff(next, channel);
	}
	channel.exit(0);
	channel.end();
}

interface Question {
	readonly live: LiveDevice;
	readonly terminal: SimulatedTerminal;
	readonly state: ShellState;
	readonly typed: string;
}

async function answer({ live, terminal, state, typed }: Question): Promise<Afterwards | 'logout'> {
	const { device, personality } = live;
	const facts = factsOf(live, state);
	const known = recognise(live, typed, state);
	if (state.clockLine && personality.clockLine !== undefined) terminal.write(`${personality.clockLine(facts)}\n`);
	if (known === undefined) {
		terminal.write(`${personality.reject(facts, typed)}\n`);
		return 'go-on';
	}

	if (known.effect === 'logout') return 'logout';
	if (known.effect === 'pager-off') state.paged = device.fault === 'pages-always' || device.fault === 'pager-sticks';
	if (known.effect === 'clock-off') state.clockLine = false;
	if (known.effect === 'enable') await enable({ live, terminal, state, typed });
	if (known.answer !== undefined) terminal.write(`${known.answer}\n`);
	if (known.effect !== 'show-running') return 'go-on';

	const shown = await showRunning(live, facts);
	if (state.paged && device.pageLines !== null) {
		const goesOn = device.fault !== 'pager-sticks';
		await page(terminal, String(shown.text), { pager: personality.pager, pageLines: device.pageLines, goesOn });
	} else {
		terminal.write(shown.text);
	}
	if (shown.afterwards === 'go-on') terminal.write('\n');
	if (device.fault === 'renames-itself') state.hostname = `${device.name}-new`;
	return shown.afterwards;
}

async function enable({ live, terminal, state }: Question): Promise<void> {
	const { device, personality } = live;
	if (state.privileged || personality.enable === null) return;
	terminal.write(personality.enable.passwordPrompt);
	const password = await terminal.readLine('hidden');
	state.privileged = password === device.enablePassword;
	if (!state.privileged) terminal.write(personality.enable.denied);
}
