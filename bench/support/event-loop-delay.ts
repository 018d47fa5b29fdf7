/** How long the main thread of a process kept everybody waiting. */
export interface EventLoopDelay {
	/** Delay of the event loop over the whole process by the clock, the 5 ms between two looks at it included. */
	readonly p50Ms: number;
	readonly p99Ms: number;
	readonly maxMs: number;
	/** Longest time on end, in processor time of that thread, from the first connection on: whatever else the machine does. */
	readonly longestPieceMs: number;
	/** The same before anybody was connected to: mostly the start of the program. */
	readonly longestBeforeMs: number;
}
