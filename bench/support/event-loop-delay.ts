/** Delay of the event loop over a whole process, the 5 ms between two looks at it included. */
export interface EventLoopDelay {
	readonly p50Ms: number;
	readonly p99Ms: number;
	readonly maxMs: number;
}
