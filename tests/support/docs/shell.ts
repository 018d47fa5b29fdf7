import { readCommands } from '../../../scripts/tables/command-tables.ts';
import { REPOSITORY } from '../../../src/repository.ts';
import { findFiles, readFile } from './documents.ts';

const scripts = Object.keys((JSON.parse(readFile('package.json')) as { readonly scripts: object }).scripts);
const tools = findFiles('node_modules/.bin/*').map((path) => path.slice(path.lastIndexOf('/') + 1));
const commands = new Map(readCommands().map((command) => [command.name(), command]));

/** Programs of the machine that documents may ask for; what they do is not ours to check. */
const FOREIGN = ['apt-get', 'cd', 'git', 'ssh-keyscan', 'openssl', 'gh'];

/** What npx runs `fleet-drift` from, where nothing is installed. */
const PACKAGE = `github:${REPOSITORY}`;

/** What is wrong with a line of shell in a document; null when it can be typed as it stands. */
export function shellFault(line: string): string | null {
	const faults = line.split(' && ').map((command) => commandFault(wordsOf(command)));
	return faults.find((fault) => fault !== null) ?? null;
}

function commandFault([program = '', ...words]: readonly string[]): string | null {
	if (program === 'fleet-drift') return fleetDriftFault(words);
	if (program === 'npm') return npmFault(words);
	if (program === 'npx' && words[0] === PACKAGE) return words.length === 1 ? null : fleetDriftFault(words.slice(1));
	if (program === 'npx' || program === 'node') {
		const [tool = '', file] = program === 'node' ? ['node', ...words] : words;
		if (!tools.includes(tool)) return `${tool} is no tool of this project`;
		return tool === 'node' && findFiles(file ?? '').length === 0 ? `there is no file ${file}` : null;
	}
	return FOREIGN.includes(program) ? null : `${program} is no program that a document may use`;
}

function npmFault([verb = '', script = '']: readonly string[]): string | null {
	if (['install', 'ci', 'link'].includes(verb)) return null;
	const name = verb === 'run' ? script : verb;
	return scripts.includes(name) ? null : `package.json has no script ${name}`;
}

function fleetDriftFault([name = '', ...words]: readonly string[]): string | null {
	if (name === '--help' || name === '--version') return null;
	const command = commands.get(name);
	if (command === undefined) return `there is no command ${name}`;
	const given = new Set<string>();
	let positional = 0;
	for (let at = 0; at < words.length; at += 1) {
		const word = words[at] ?? '';
		if (!word.startsWith('--')) {
			positional += 1;
			continue;
		}
		const option = command.options.find(({ long }) => long === word);
		if (option === undefined && word !== '--help' && word !== '--quiet') return `${name} has no option ${word}`;
		given.add(word);
		if (option?.required) {
			at += 1;
			if (words[at] === undefined) return `${word} of ${name} has no value`;
		}
	}
	const lacking = command.options.find(({ mandatory, long }) => mandatory && !given.has(long ?? ''));
	if (lacking !== undefined) return `${name} needs ${lacking.long}`;
	const arguments_ = command.registeredArguments;
	const most = arguments_.some(({ variadic }) => variadic) ? Number.POSITIVE_INFINITY : arguments_.length;
	const fewest = arguments_.filter(({ required }) => required).length;
	if (positional < fewest || positional > most) return `${name} takes other arguments`;
	return null;
}

/** Splits at blanks outside of quotes. */
function wordsOf(command: string): readonly string[] {
	return [...command.trim().matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
		([, double, single, plain]) => double ?? single ?? plain ?? '',
	);
}
