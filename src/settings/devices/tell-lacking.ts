import type { Finding, ProblemList } from '../findings/problem-list.ts';

/** How many devices are told one by one; more of them have one cause, most likely a line that `defaults` lacks. */
const SHOWN = 3;

/**
 * Tells what devices lack: of a few at each of them, of many once, at the first.
 *
 * @param findingFor - `device a has` or `a, b, c and 4 more devices have`, as a sentence begins
 */
export function tellLacking(
	problems: ProblemList,
	names: readonly string[],
	findingFor: (subject: string) => Finding,
): void {
	const [first] = names;
	if (first === undefined) return;
	if (names.length <= SHOWN) {
		for (const name of names) problems.addAtKey(['devices', name], findingFor(`device ${name} has`));
		return;
	}
	const shown = names.slice(0, SHOWN).join(', ');
	const more = names.length - SHOWN;
	const subject = `${shown} and ${more} more ${more === 1 ? 'device' : 'devices'} have`;
	problems.addAtKey(['devices', first], findingFor(subject));
}
