import { dirname, resolve } from 'node:path';
import { isTaken } from '../../composition/fleet/trusted-files.ts';
import { namesAndAliases } from '../../domain/platform/platform-registry.ts';
import { platforms } from '../../platforms/index.ts';
import { didYouMean } from '../../settings/findings/closest.ts';
import { INVENTORY_KINDS } from '../../settings/inventories/all-kinds.ts';
import type { Asker, CommandLine } from '../command-line.ts';
import { type Answers, DEVICE, entryOf, type InitOptions, needs } from './answers.ts';
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
	const login =
		options.login ??
		(await oneOf(stdin, 'Log in with a password or a private-key?', {
			answers: ['password', 'private-key'],
			fallback: 'password',
		}));
	const mayNeed = from !== 'none' || hasPrivilegedMode(platform === null ? [] : [platform]);
	const enable =
		options.enable ??
		(mayNeed &&
			(await oneOf(stdin, 'Does "enable" ask for a password of its own?', {
				answers: ['yes', 'no'],
				fallback: 'no',
			})) === 'yes');
	const workflow =
		options.workflow ??
		(await oneOf(stdin, 'Write a workflow for GitHub Actions, too?', { answers: ['yes', 'no'], fallback: 'yes' })) ===
			'yes';
	return {
		inventory: from === 'none' ? null : entryOf(from, isServer ? { url: target } : { file: target }),
		devices: device === '' ? [] : [device],
		platform,
		login: login === 'private-key' ? login : 'password',
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
async function oneOf(
	stdin: Asker,
	question: string,
	{ answers, fallback }: { readonly answers: readonly string[]; readonly fallback: string },
): Promise<string> {
	const fitting = (answer: string): readonly string[] =>
		answers.filter((candidate) => candidate.startsWith(answer.toLowerCase()));
	const answer = await until(stdin, `${question} [${fallback}] `, async (text) =>
		text === '' || fitting(text).length === 1 ? null : `${didYouMean(text, answers)}Answer ${answers.join(', ')}`,
	);
	return answer === '' ? fallback : (fitting(answer)[0] ?? fallback);
}
