import type { EventLoopDelay, Piece } from '../support/event-loop-delay.ts';
import type { GoalLine } from '../support/goals.ts';

/** No work may keep a deadline waiting for longer. */
const LONGEST_MS = 50;

export interface WholeRun {
	readonly what: string;
	readonly devices: number;
	/** Those that were not judged. */
	readonly unknown: number;
	/** Whether devices are connected to: else there is one phase behind the start. */
	readonly asks: boolean;
	readonly delay: EventLoopDelay;
}

export function describeRun(run: WholeRun): string {
	const { what, devices, unknown, delay } = run;
	const phases = [
		`${describePiece(delay.before)} at its start`,
		...Object.entries(phasesOf(run)).map(([phase, piece]) => `${describePiece(piece)} ${phase}`),
	];
	return `  ${what}: ${devices - unknown} of ${devices} judged; longest pieces ${phases.join(', ')}\n`;
}

/** The start of the program comes before there is a deadline that could wait, and has a bench of its own. */
export function goalsOf(run: WholeRun): readonly GoalLine[] {
	return Object.entries(phasesOf(run)).map(([phase, { cpuMs }]) => ({
		what: `${run.what}, ${phase}`,
		value: cpuMs,
		goal: { kind: 'at-most', bound: LONGEST_MS },
		unit: ' ms CPU',
	}));
}

function phasesOf({ asks, delay }: WholeRun): Readonly<Record<string, Piece>> {
	if (!asks) return { 'behind its start': delay.prepared };
	return { 'before the first device': delay.prepared, 'while asking': delay.asking, 'after that': delay.after };
}

function describePiece({ cpuMs, fromMs }: Piece): string {
	return `${cpuMs.toFixed(0)} ms (${(fromMs / 1_000).toFixed(1)} s)`;
}
