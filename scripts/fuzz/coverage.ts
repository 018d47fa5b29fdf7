import { Session } from 'node:inspector/promises';

type Interval = readonly [start: number, end: number];

/** Code of src/ that has not run yet, function by function, as V8 counts it block by block. */
export class Coverage {
	readonly #session = new Session();
	/** By script and function; a function that is not here has not been entered. */
	readonly #unreached = new Map<string, readonly Interval[]>();

	static async start(): Promise<Coverage> {
		const coverage = new Coverage();
		coverage.#session.connect();
		await coverage.#session.post('Profiler.enable');
		await coverage.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
		return coverage;
	}

	/** Whether something ran since the last call that had never run before. */
	async grew(): Promise<boolean> {
		const { result } = await this.#session.post('Profiler.takePreciseCoverage');
		let grew = false;
		for (const { url, functions } of result) {
			if (!url.includes('/src/')) continue;
			for (const { functionName, ranges } of functions) {
				const [whole, ...blocks] = ranges;
				if (whole === undefined || whole.count === 0) continue;
				const idle = blocks
					.filter(({ count }) => count === 0)
					.map(({ startOffset, endOffset }) => [startOffset, endOffset] as const);
				const key = `${url} ${functionName} ${whole.startOffset}`;
				const before = this.#unreached.get(key);
				const left = before === undefined ? idle : intersection(before, idle);
				this.#unreached.set(key, left);
				grew ||= before === undefined || sizeOf(left) < sizeOf(before);
			}
		}
		return grew;
	}
}

function intersection(these: readonly Interval[], those: readonly Interval[]): readonly Interval[] {
	return these.flatMap(([start, end]) =>
		those.map(([from, to]) => [Math.max(start, from), Math.min(end, to)] as const).filter(([from, to]) => from < to),
	);
}

/** Idle blocks may lie in one another. */
function sizeOf(intervals: readonly Interval[]): number {
	let size = 0;
	let reached = -1;
	for (const [start, end] of intervals.toSorted(([one], [other]) => one - other)) {
		size += Math.max(end - Math.max(start, reached), 0);
		reached = Math.max(reached, end);
	}
	return size;
}
