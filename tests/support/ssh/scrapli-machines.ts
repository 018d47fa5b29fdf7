import { parse } from 'yaml';
import { listCorpus, readCorpus } from '../corpus.ts';
import { ASKS_PASSWORD, type LoginMachine, type MachineState, type Reaction } from './login-machine.ts';

const PLATFORM_OF: Readonly<Record<string, string>> = {
	iosxe: 'cisco_ios',
	cisco_iosxe: 'cisco_ios',
	iosxr: 'cisco_xr',
	nxos: 'cisco_nxos',
	junos: 'juniper_junos',
};

/** The recordings' own commands that show the config, by ours. */
const SHOWS: Readonly<Record<string, string>> = { 'show running-config': 'show run' };
const ENABLE_PASSWORD = 'raise';

interface Recording {
	readonly events: Readonly<Record<string, { readonly post_on_open: Readonly<Record<string, Event>> }>>;
	readonly privilege_level_prompts: Readonly<Record<string, string>>;
}

interface Event {
	readonly channel_output?: string;
	readonly result_privilege_level: string;
	readonly event_steps?: readonly { readonly channel_output: string }[];
}

/** Every recording of scrapli's mock devices whose platform we know, once from each level below the configuration. */
export function scrapliMachines(): readonly LoginMachine[] {
	return listCorpus('sessions/scrapli_mock').flatMap((file) => {
		const platform = PLATFORM_OF[/_([a-z_]+)\.yaml$/.exec(file)?.[1] ?? ''];
		if (platform === undefined) return [];
		const recording: Recording = parse(readCorpus(`sessions/scrapli_mock/${file}`));
		const states = statesOf(recording);
		return ['exec', 'privilege_exec']
			.filter((level) => level in recording.events)
			.map((level) => ({
				name: `${file} ${level}`,
				platform,
				states,
				username: 'audit',
				password: 'open sesame',
				question: 'Password: ',
				entry: level,
				enablePassword: level === 'exec' && states.has('exec-password') ? ENABLE_PASSWORD : null,
			}));
	});
}

function statesOf({ events, privilege_level_prompts: prompts }: Recording): ReadonlyMap<string, MachineState> {
	const states = new Map<string, MachineState>();
	for (const [level, { post_on_open: commands }] of Object.entries(events)) {
		const prompt = `${prompts[level]}${/\s$/.exec(lastOutput(commands))?.[0] ?? ''}`;
		const reactions = new Map<string, Reaction>();
		for (const [line, event] of Object.entries(commands)) {
			const { channel_output: output = '', result_privilege_level: next, event_steps: steps } = event;
			const question = steps?.[0]?.channel_output ?? '';
			if (steps === undefined) {
				const response = output.slice(0, output.lastIndexOf('\n') + 1);
				reactions.set(line, { response, next: next === level ? null : next });
			} else if (ASKS_PASSWORD.test(question)) {
				const raised = new Map([[ENABLE_PASSWORD, { response: '', next }]]);
				states.set(`${level}-password`, { preface: '', prompt: question, reactions: raised });
				reactions.set(line, { response: '', next: `${level}-password` });
			}
		}
		for (const [ours, theirs] of Object.entries(SHOWS)) {
			const shown = reactions.get(theirs);
			if (shown !== undefined) reactions.set(ours, shown);
		}
		states.set(level, { preface: '', prompt, reactions });
	}
	return states;
}

/** Ends with the prompt, as every output does. */
function lastOutput(commands: Readonly<Record<string, Event>>): string {
	return Object.values(commands).at(-1)?.channel_output ?? '';
}
