/*
 * An interface has one primary address and others beside it. A device takes no other without the primary one, keeps that as long
 * as there are others (IOS, "Must delete secondary before deleting primary"; EOS and VRP likewise), and takes a new primary one
 * in the place of the old one. Its `show` has them in any order.
 */

const ADDRESS = /^(?:(?:no|undo) )?ip(?:v4)? address \d/;

const BESIDE = /^(?:(?:no|undo) )?ip(?:v4)? address \d.* (?:secondary|sub)(?: |$)/;

/** What takes addresses back: the primary one behind the others. */
export function primaryLast(removals: Iterable<string>): readonly string[] {
	const commands = [...removals];
	if (!commands.some((command) => BESIDE.test(command))) return commands;
	return [...commands.filter((command) => !isPrimary(command)), ...commands.filter(isPrimary)];
}

/** What gives addresses: others behind the primary one, and all else where it stands. */
export function primaryFirst(commands: readonly string[]): readonly string[] {
	const primary = commands.findIndex(isPrimary);
	const early = commands.slice(0, Math.max(primary, 0)).filter((command) => BESIDE.test(command));
	if (early.length === 0) return commands;
	const before = commands.slice(0, primary).filter((command) => !early.includes(command));
	return [...before, ...commands.slice(primary, primary + 1), ...early, ...commands.slice(primary + 1)];
}

function isPrimary(command: string): boolean {
	return ADDRESS.test(command) && !BESIDE.test(command);
}
