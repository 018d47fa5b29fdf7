import type { Change } from '../drift-report.ts';

/** The differences of one device, by the line that they are about. */
export interface ChangesByLine {
	readonly all: readonly Change[];
	/** Missing, changed or moved, by line of the intended file. */
	atIntended(number: number): Change | undefined;
	/** Changed or moved, by line of the running-config. */
	atRunning(number: number): Change | undefined;
	/** By line of the running-config. */
	readonly extra: ReadonlyMap<number, Change>;
}

/** Indexes what differs by the lines of both sides: adopting goes through a file line by line. */
export function changesByLine(changes: readonly Change[]): ChangesByLine {
	const intended = new Map<number, Change>();
	const running = new Map<number, Change>();
	const extra = new Map<number, Change>();
	for (const change of changes) {
		const { kind, intendedLine, runningLine } = change;
		if (intendedLine !== null) intended.set(intendedLine, change);
		if (runningLine !== null) (kind === 'extra' ? extra : running).set(runningLine, change);
	}
	return {
		all: changes,
		atIntended: (number) => intended.get(number),
		atRunning: (number) => running.get(number),
		extra,
	};
}
