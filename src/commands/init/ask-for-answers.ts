import { dirname, resolve } from 'node:path';
import { isTaken } from '../../composition/fleet/trusted-files.ts';
import { namesAndAliases } from '../../domain/platform/platform-registry.ts';
import { type DeviceTransport, transportsOf } from '../../domain/platform/transports.ts';
import { platforms } from '../../platforms/index.ts';
import { didYouMean } from '../../settings/findings/closest.ts';
import { INVENTORY_KINDS } from '../../settings/inventories/all-kinds.ts';
import type { LoginMethod } from '../../settings/starter/starter-fleet.ts';
import type { Asker, CommandLine } from '../command-line.ts';
import { type Answers, DEVICE, entryOf, type InitOptions, needs } from './answers.ts';
import { loginsOf } from './logins-of.ts';
import { hasPrivilegedMode } from './privileged-mode.ts';

/** Asks a person for what `init` goes by. What cannot be used is asked again at once, so that no answer is lost. */
export async function askForAnswers(options: InitOptions, { stdin, cwd }: CommandLine): Promise<Answers> {
	const names = INVENTORY_KINDS.map(({ name }) => name);
	stdin.say(`Where are your devices kept? ${names.join(', ')}, or none of them`);
	const from = await oneOf(stdin, 'One of these?', { answers: [...names, 'none'], fallback: 'none' });
	const isServer = needs(from, 'url');
	const target = from === 'none' ? '' : await (isServer ? address(stdin) : file(stdin, resolve(cwd, options.fleet)));
	const device = from === 'none' ? await firstDevice(stdin) : '';
	const platform = options.platform ?? (await platformOf(stdin, { from, device }));
	const transport = options.transport ?? (await transportOf(stdin, platform));
	const named = platform === null ? [] : [platform];
	const login = options.login ?? (await loginOf(stdin, loginsOf(transport, named)));
	const mayNeed = transport === 'ssh' && (from !== 'none' || hasPrivilegedMode(named));
	const enable =
		options.enable ?? (mayNeed && (await isSo(stdin, 'Does "enable" ask for a password of its own?', 'no')));
	const workflow = options.workflow ?? (await isSo(stdin, 'Write a workflow for GitHub Actions, too?', 'yes'));
	return {
		inventory: from === 'none' ? null : entryOf(from, isServer ? { url: target } : { file: target }),
		devices: device === '' ? [] : [device],
		platform,
		transport,
		login,
		enable,
		workflow,
	};
}

function address(stdin: Asker): Promise<string> {
	return until(stdin, 'Its address (https://…): ', async (answer) =>
		/^https?:\/\/\S+$/u.test(answer) ? null : 'Write it with https://, such as https://netbox.example.net',
	);
}

function file(stdin: Asker, fleet: string): Promise<string> {
	const folder = dirname(fleet);
	return until(stdin, 'Path of its file: ', async (answer) => {
		if (answer !== '' && (await isTaken(resolve(folder, answer)))) return null;
		return `There is no such file in ${folder}. Write its path from there`;
	});
}

function firstDevice(stdin: Asker): Promise<string> {
	return until(stdin, 'A first device, as NAME=HOST (empty: an example): ', async (answer) =>
		answer === '' || DEVICE.test(answer) ? null : 'Write its name and its address, such as edge-01=192.0.2.1',
	);
}

/** An inventory may say it of every device; a device that was just named has nobody else to say it. */
async function platformOf(
	stdin: Asker,
	{ from, device }: { readonly from: string; readonly device: string },
): Promise<string | null> {
	if (from === 'none' && device === '') return null;
	const question =
		from === 'none' ? 'Its platform: ' : 'Platform of devices that do not state theirs (empty: all do): ';
	const answer = await until(stdin, question, async (name) => {
		if ((name === '' && from !== 'none') || platforms.resolve(name) !== null) return null;
		return `${didYouMean(name, namesAndAliases(platforms))}The platforms are ${platforms.names.join(', ')}`;
	});
	return answer === '' ? null : answer;
}

/** Only where there is a choice. */
async function transportOf(stdin: Asker, platform: string | null): Promise<DeviceTransport> {
	const known = platform === null ? null : platforms.resolve(platform);
	const answers = known === null ? (['ssh'] as const) : transportsOf(known);
	if (answers.length === 1) return 'ssh';
	return oneOf(stdin, `Fetch it over ${answers.join(' or ')}?`, { answers, fallback: 'ssh' });
}

async function loginOf(stdin: Asker, logins: ReturnType<typeof loginsOf>): Promise<LoginMethod> {
	const [fallback] = logins;
	if (logins.length === 1) return fallback;
	return oneOf(stdin, `Log in with a ${logins.join(' or a ')}?`, { answers: logins, fallback });
}

async function isSo(stdin: Asker, question: string, fallback: 'yes' | 'no'): Promise<boolean> {
	return (await oneOf(stdin, question, { answers: ['yes', 'no'], fallback })) === 'yes';
}

/** Asks until there is nothing to say against the answer. */
async function until(
	stdin: Asker,
	question: string,
	objectionTo: (answer: string) => Promise<string | null>,
): Promise<string> {
	for (;;) {
		const answer = await stdin.ask(question);
		const objection = await objectionTo(answer);
		if (objection === null) return answer;
		stdin.say(objection);
	}
}

/** Asks until the answer is one of those that there are; its first letters will do. */
async function oneOf<Answer extends string>(
	stdin: Asker,
	question: string,
	{ answers, fallback }: { readonly answers: readonly Answer[]; readonly fallback: NoInfer<Answer> },
): Promise<Answer> {
	const fitting = (answer: string): readonly Answer[] =>
		answers.filter((candidate) => candidate.startsWith(answer.toLowerCase()));
	const answer = await until(stdin, `${question} [${fallback}] `, async (text) =>
		text === '' || fitting(text).length === 1 ? null : `${didYouMean(text, answers)}Answer ${answers.join(', ')}`,
	);
	return answer === '' ? fallback : (fitting(answer)[0] ?? fallback);
}
