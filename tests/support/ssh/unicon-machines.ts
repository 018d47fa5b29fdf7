import { parse } from 'yaml';
import { listCorpus, readCorpus } from '../corpus.ts';
import { ASKS_PASSWORD, type LoginMachine, type MachineState, type Reaction } from './login-machine.ts';

const PLATFORM_OF: Readonly<Record<string, string>> = {
	asa: 'cisco_asa',
	comware: 'hp_comware',
	dnos10: 'dell_os10',
	gaia: 'checkpoint_gaia',
	ios: 'cisco_ios',
	iosxe: 'cisco_ios',
	iosxr: 'cisco_xr',
	junos: 'juniper_junos',
	nxos: 'cisco_nxos',
	sros: 'nokia_srosmd',
};

const HOSTNAME = 'Router';
const ASKS_NAME = /(?:user ?name|login|login as):\s*$/i;

/** Every login of every machine of unicon's mock devices whose platform we know. */
export function uniconMachines(): readonly LoginMachine[] {
	return Object.entries(PLATFORM_OF).flatMap(([os, platform]) =>
		listCorpus(`sessions/unicon_mock/${os}`)
			.filter((file) => file.endsWith('.yaml'))
			.flatMap((file) => loginsOf(`${os}/${file}`, platform)),
	);
}

function loginsOf(file: string, platform: string): readonly LoginMachine[] {
	const text = readCorpus(`sessions/unicon_mock/${file}`);
	const raw: unknown = parse(text, { merge: true, uniqueKeys: false, logLevel: 'silent' });
	const states = new Map(entriesOf(raw).map(([name, state]) => [name, readState(state)] as const));
	return [...states].flatMap(([name, state]) => {
		// SSH names the user by itself, and then such a machine begins with the question for the password.
		const named = ASKS_NAME.test(state.prompt);
		if (!named && name !== 'connect_ssh') return [];
		return [...state.reactions].flatMap(([line, { next }]) => {
			const username = named ? line : 'audit';
			const question = states.get(next ?? '');
			if (question === undefined || !ASKS_PASSWORD.test(question.prompt)) return [];
			const right = [...question.reactions].find(([, answer]) => answer.next !== null && answer.next !== name);
			if (right === undefined) return [];
			const [password, { next: entry }] = right;
			const machine = { name: `${file} ${name}`, platform, states, username, password, question: question.prompt };
			return [{ ...machine, entry: entry ?? '', enablePassword: enablePasswordOf(states, entry ?? '') }];
		});
	});
}

function enablePasswordOf(states: ReadonlyMap<string, MachineState>, entry: string): string | null {
	const asked = states.get(states.get(entry)?.reactions.get('enable')?.next ?? '');
	if (asked === undefined || !ASKS_PASSWORD.test(asked.prompt)) return null;
	return asked.reactions.keys().next().value ?? null;
}

function readState(state: unknown): MachineState {
	const { preface, prompt, commands } = Object.fromEntries(entriesOf(state));
	const reactions = entriesOf(commands).map(([line, value]) => [line, readReaction(value)] as const);
	return { preface: textOf(preface), prompt: textOf(prompt), reactions: new Map(reactions) };
}

function readReaction(value: unknown): Reaction {
	if (typeof value !== 'object') return { response: textOf(value), next: null };
	const { response, new_state: next } = Object.fromEntries(entriesOf(value));
	return { response: textOf(response), next: typeof next === 'string' ? next : null };
}

function entriesOf(value: unknown): readonly [string, unknown][] {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

/** A response may be a list, one item per time it is asked; the first will do. */
function textOf(value: unknown): string {
	const text = Array.isArray(value) ? value[0] : value;
	return typeof text === 'string' && !text.startsWith('file|') ? text.replaceAll('%N', HOSTNAME) : '';
}
