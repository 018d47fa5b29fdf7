import type { EventLoopDelay, Piece } from '../support/event-loop-delay.ts';
import type { GoalLine } from '../support/goals.ts';

/** No work may keep a deadline waiting for longer. */
const LONGEST_MS = 50;

export interface WholeRun {
	readonly what: string;
	readonly devices: number;
	/** Those that were not judged. */
	readonly unknown: number;
	readonly delay: EventLoopDelay;
}

export function describeRun({ what, devices, unknown, delay }: WholeRun): string {
	const phases = [
		`${describePiece(delay.before)} at its start`,
		`${describePiece(delay.prepared)} more before the first device`,
		`${describePiece(delay.asking)} while asking`,
		`${describePiece(delay.after)} after that`,
	];
	return `  ${what}: ${devices - unknown} of ${devices} judged; longest pieces ${phases.join(', ')}\n`;
}

/** The start of the program comes before there is a deadline that could wait, and has a bench of its own. */
export function goalsOf({ what, delay }: WholeRun): readonly GoalLine[] {
	const phases = { 'before the first device': delay.prepared, 'while asking': delay.asking, 'after that': delay.after };
	return Object.entries(phases).map(([phase, { cpuMs }]) => ({
		what: `${what}, ${phase}`,
		value: cpuMs,
		goal: { kind: 'at-most', bound: LONGEST_MS },
		unit: ' ms CPU',
	}));
}

function describePiece({ cpuMs, fromMs }: Piece): string {
	return `${cpuMs.toFixed(0)} ms (${(fromMs / 1_000).toFixed(1)} s)`;
}
