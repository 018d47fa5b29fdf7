import { ConfigurationError } from '../../errors.ts';
import { INVENTORY_KINDS } from '../../settings/inventories/all-kinds.ts';
import type { CommandLine } from '../command-line.ts';

/** What `init` was told on the command line. */
export interface InitOptions {
	readonly fleet: string;
	readonly from?: string;
	readonly file?: string;
	readonly url?: string;
	readonly device?: readonly string[];
	readonly platform?: string;
	readonly login?: 'password' | 'private-key';
	readonly intended: string;
	readonly copy?: boolean;
	readonly workflow?: boolean;
	readonly force?: boolean;
}

/** `edge-01=192.0.2.1` */
export const DEVICE: RegExp = /^(?<name>[^=\s]+)=(?<host>\S+)$/u;

export type Login = 'password' | 'private-key';

/** What `init` goes by. */
export interface Answers {
	/** An entry of `inventory`; null: from scratch. */
	readonly inventory: Readonly<Record<string, string>> | null;
	/** `edge-01=192.0.2.1`, from scratch. */
	readonly devices: readonly string[];
	readonly platform: string | null;
	readonly login: Login;
	readonly workflow: boolean;
}

/** Options that answer the first question; with one of them nothing is asked. */
export async function findAnswers(options: InitOptions, line: CommandLine): Promise<Answers> {
	const isTold = options.from !== undefined || options.device !== undefined;
	if (!isTold && line.stdin.interactive && line.stderr.interactive) return ask(options, line);
	return {
		inventory: options.from === undefined ? null : entryOf(options.from, options),
		devices: options.device ?? [],
		platform: options.platform ?? null,
		login: options.login ?? 'password',
		workflow: options.workflow ?? false,
	};
}

async function ask(options: InitOptions, { stdin }: CommandLine): Promise<Answers> {
	const names = INVENTORY_KINDS.map(({ name }) => name);
	const from = await oneOf(
		stdin,
		`Where are your devices kept? (${names.join(', ')}, or none)`,
		[...names, 'none'],
		'none',
	);
	const isServer = needs(from, 'url');
	const target = from === 'none' ? '' : await stdin.ask(isServer ? 'Its address (https://…): ' : 'Path of its file: ');
	const devices: string[] = [];
	if (from === 'none') {
		const answer = await firstDevice(stdin);
		if (answer !== '') devices.push(answer);
	}
	const platform =
		options.platform ?? ((await stdin.ask('Platform of devices that do not say theirs (empty: all do): ')) || null);
	const login =
		options.login ??
		(await oneOf(stdin, 'Log in with a password or a private-key?', ['password', 'private-key'], 'password'));
	const workflow =
		options.workflow ??
		(await oneOf(stdin, 'Write a workflow for GitHub Actions, too?', ['yes', 'no'], 'yes')) === 'yes';
	const inventory = from === 'none' ? null : entryOf(from, isServer ? { url: target } : { file: target });
	return { inventory, devices, platform, login: login === 'private-key' ? login : 'password', workflow };
}

async function firstDevice(stdin: CommandLine['stdin']): Promise<string> {
	for (;;) {
		const answer = await stdin.ask('A first device, as NAME=HOST (empty: an example): ');
		if (answer === '' || DEVICE.test(answer)) return answer;
		stdin.say('Write its name and its address, such as edge-01=192.0.2.1');
	}
}

/** Asks until the answer is one of those that there are; its first letters will do. */
async function oneOf(
	stdin: CommandLine['stdin'],
	question: string,
	answers: readonly string[],
	fallback: string,
): Promise<string> {
	for (;;) {
		const answer = (await stdin.ask(`${question} [${fallback}] `)).toLowerCase();
		if (answer === '') return fallback;
		const found = answers.filter((candidate) => candidate.startsWith(answer));
		if (found.length === 1) return found[0] ?? fallback;
		stdin.say(`Answer ${answers.join(', ')}`);
	}
}

function entryOf(from: string, { file, url }: Pick<InitOptions, 'file' | 'url'>): Readonly<Record<string, string>> {
	if (needs(from, 'url')) {
		if (url === undefined || url === '')
			throw ConfigurationError.of(`${from} needs --url`, 'Write its address: --url https://netbox.example.net');
		return { from, url, token: `\${NETBOX_TOKEN}` };
	}
	if (file === undefined || file === '')
		throw ConfigurationError.of(`${from} needs --file`, 'Write the path of its file, relative to fleet.yml');
	return { from, file };
}

function needs(from: string, key: 'url' | 'file'): boolean {
	return INVENTORY_KINDS.find(({ name }) => name === from)?.required.includes(key) ?? false;
}
