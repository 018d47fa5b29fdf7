import type { Log } from './log.ts';

/** What prints what it reads and writes where a variable says so, and prints it past the log: nothing in it is hidden. */
interface DebugSwitch {
	readonly name: string;
	readonly prints: string;
	isOn(value: string): boolean;
}

const SWITCHES: readonly DebugSwitch[] = [
	{
		name: 'NODE_DEBUG',
		prints: 'Node.js prints the headers that it sends and the environment of git',
		isOn: (value) => value !== '',
	},
	{
		name: 'DEBUG',
		prints: 'simple-git prints what a remote says',
		isOn: (value) => value.split(/[\s,]+/u).some(mayName),
	},
];

/** Tells that secrets may be printed, where a switch of Node.js or of a library is on that nobody else can turn off. */
export function warnOfDebugSwitches(env: NodeJS.ProcessEnv, log: Pick<Log, 'warning'>): void {
	for (const { name, prints, isOn } of SWITCHES) {
		if (!isOn(env[name] ?? '')) continue;
		log.warning(
			`${name} is set: ${prints}, passwords and tokens among it. Unset it before you show this output to others.`,
		);
	}
}

const LIBRARY = 'simple-git';

/** Whether a pattern of DEBUG can be about the library: many programs read this variable, and each has names of its own. */
function mayName(pattern: string): boolean {
	const wildcard = pattern.indexOf('*');
	if (wildcard === -1) return pattern.startsWith(LIBRARY);
	const start = pattern.slice(0, wildcard);
	return start.startsWith(LIBRARY) || LIBRARY.startsWith(start);
}
