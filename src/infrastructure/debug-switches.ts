import type { Log } from './log.ts';

/** Who prints what they read and write where a variable says so, and prints it past the log: nothing in it is hidden. */
const PRINTS: ReadonlyMap<string, string> = new Map([
	['NODE_DEBUG', 'Node.js prints the headers that it sends and the environment of git'],
	['DEBUG', 'simple-git prints what a remote says'],
]);

/** Tells that secrets may be printed, where a switch of Node.js or of a library is on that nobody else can turn off. */
export function warnOfDebugSwitches(env: NodeJS.ProcessEnv, log: Pick<Log, 'warning'>): void {
	for (const [name, prints] of PRINTS) {
		if ((env[name] ?? '') === '') continue;
		log.warning(
			`${name} is set: ${prints}, passwords and tokens among it. Unset it before you show this output to others.`,
		);
	}
}
