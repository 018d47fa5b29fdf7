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
	/** What it needs at its peak, beside a run of so few devices. */
	readonly memory?: { readonly peakMb: number; readonly beside: number; readonly besideMb: number };
}

/**
 * Of a large fleet's memory, beside that of a small one: there are the devices themselves, and what is told of each in a
 * line.
 */
const MOST_MEMORY = 1.5;

export function describeRun(run: WholeRun): string {
	const { what, devices, unknown, delay, memory } = run;
	const phases = [
		`${describePiece(delay.before)} at its start`,
		...Object.entries(phasesOf(run)).map(([phase, piece]) => `${describePiece(piece)} ${phase}`),
	];
	return `  ${what}: ${devices - unknown} of ${devices} judged; longest pieces ${phases.join(', ')}${describeMemory(memory)}\n`;
}

/** The start of the program comes before there is a deadline that could wait, and has a bench of its own. */
export function goalsOf(run: WholeRun): readonly GoalLine[] {
	const { what, devices, memory } = run;
	const pieces = Object.entries(phasesOf(run)).map(
		([phase, { cpuMs }]): GoalLine => ({
			what: `${what}, ${phase}`,
			value: cpuMs,
			goal: { kind: 'at-most', bound: LONGEST_MS },
			unit: ' ms CPU',
		}),
	);
	if (memory === undefined) return pieces;
	const peak: GoalLine = {
		what: `${what}, peak RSS of ${devices} beside ${memory.beside} devices`,
		value: memory.peakMb / memory.besideMb,
		goal: { kind: 'at-most', bound: MOST_MEMORY },
		unit: ' ×',
	};
	return [...pieces, peak];
}

function describeMemory(memory: WholeRun['memory']): string {
	if (memory === undefined) return '';
	const { peakMb, beside, besideMb } = memory;
	return `; ${peakMb.toFixed(0)} MB at most, ${besideMb.toFixed(0)} with ${beside} devices`;
}

function phasesOf({ asks, delay }: WholeRun): Readonly<Record<string, Piece>> {
	if (!asks) return { 'behind its start': delay.prepared };
	return { 'before the first device': delay.prepared, 'while asking': delay.asking, 'after that': delay.after };
}

function describePiece({ cpuMs, fromMs }: Piece): string {
	return `${cpuMs.toFixed(0)} ms (${(fromMs / 1_000).toFixed(1)} s)`;
}
