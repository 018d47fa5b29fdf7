/** How long the main thread of a process kept everybody waiting. */
export interface EventLoopDelay extends PiecesInPhases {
	/** Delay of the event loop over the whole process by the clock, the 5 ms between two looks at it included. */
	readonly p50Ms: number;
	readonly p99Ms: number;
	readonly maxMs: number;
}

/** Work on end, between two turns of timers. */
export interface Piece {
	/** Since the process started, by the clock. */
	readonly fromMs: number;
	/** Processor time of the main thread: whatever else the machine does. */
	readonly cpuMs: number;
}

/** The longest piece of each phase; 0 ms where there was none to speak of. */
export interface PiecesInPhases {
	/** Until a device was connected to for the first time: mostly the start of the program. */
	readonly before: Piece;
	/** Of those before, without the first two: Node's own start, and that of the program. */
	readonly prepared: Piece;
	/** Until the last connection to a device was closed. */
	readonly asking: Piece;
	/** Until the process ended. */
	readonly after: Piece;
}

const NONE: Piece = { fromMs: 0, cpuMs: 0 };

/** A piece is of the phase in which it began: what makes the first connection still counts as before. */
export function inPhases(
	pieces: readonly Piece[],
	{ askedFromMs, askedUntilMs }: { readonly askedFromMs: number; readonly askedUntilMs: number },
): PiecesInPhases {
	const longest = (of: readonly Piece[]): Piece =>
		of.reduce((most, piece) => (piece.cpuMs > most.cpuMs ? piece : most), NONE);
	const before = pieces.filter(({ fromMs }) => fromMs <= askedFromMs);
	const later = pieces.filter(({ fromMs }) => fromMs > askedFromMs);
	return {
		before: longest(before),
		prepared: longest(before.filter((piece) => piece !== longest(before))),
		asking: longest(later.filter(({ fromMs }) => fromMs <= askedUntilMs)),
		after: longest(later.filter(({ fromMs }) => fromMs > askedUntilMs)),
	};
}
