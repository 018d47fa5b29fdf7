import type { Device } from '../domain/device.ts';
import type { Step } from '../domain/diagnosis.ts';
import type { DeviceReport } from '../domain/fleet-report.ts';

/** What a fetch brought home. */
export interface FetchedConfig {
	/** The device's text between echo and prompt; not yet masked, so it never leaves the use case. */
	readonly text: string;
	readonly session: SessionFacts;
}

/** Facts of the session for the report's metadata. */
export interface SessionFacts {
	/** Handshakes made for this device; 0 when an open connection was reused. */
	readonly handshakes: number;
	/** Commands or requests sent. */
	readonly commands: number;
	/** Connections that were reset before anything was negotiated, and made once more; left out where there were none. */
	readonly resets?: number;
}

/**
 * A way in to a device. It returns the whole running-config or throws a `DeviceError` that says why not; it never retries
 * a refused login and never sends anything that its platform does not list.
 */
export interface DeviceAdapter extends AsyncDisposable {
	/**
	 * @param signal - aborted at the device's deadline or on cancel: the session is torn down at once and the promise
	 * rejects with `ERR_TIMEOUT` (abort reason is a TimeoutError) or `ERR_CANCELLED`
	 */
	fetchConfig(device: Device, signal: AbortSignal, listener?: FetchListener): Promise<FetchedConfig>;
}

/** Told how a fetch goes, in the middle of its session: whoever has something to do then, does it in a later turn. */
export interface FetchListener {
	readonly trace?: Trace;
	/** The device has been asked for its config, and the session is idle until that comes. */
	readonly asked?: () => void;
	/**
	 * A text has come that is returned, unless it proves not to be all of it: what is left is that proof, and to close the
	 * session. Not told by those who have neither.
	 */
	readonly arrived?: (text: string) => void;
}

/** Told that a step was taken, with what is worth knowing of it; a step that is told again was taken again. */
export type Trace = (step: Step, detail: string) => void;

/** An intended config and where it stands. */
export interface IntendedConfig {
	/** Relative to the repository, with `/`. */
	readonly path: string;
	readonly text: string;
}

/** Reads what the repository says a device should run. Throws a `DeviceError` (`ERR_NO_INTENDED`) where there is nothing. */
export interface IntendedConfigs {
	/**
	 * Throws what `read` would where there is no file to read: a device is not asked for a config that nothing is compared
	 * with.
	 */
	check(device: Device): void;
	/** At once, so that a text is in memory from when it is needed, and not while it waits for that. */
	read(device: Device): IntendedConfig;
	/** The path that `read` would take, whether or not a file is there. */
	pathOf(device: Device): string;
}

/** The repository at two commits: what pre-flight compares. */
export interface Revisions {
	/** Those of these paths (with `/`) that lead to something else at head than at the merge base, through whatever links. */
	changedAmong(paths: readonly string[]): Promise<ReadonlySet<string>>;
	/** The file's text at the merge base; null where it is not there. */
	readBase(path: string): Promise<string | null>;
	/** Likewise at head. */
	readHead(path: string): Promise<string | null>;
}

/** Time, injected so that tests own it. */
export interface Clock {
	/** Milliseconds since the epoch: for what people read. */
	now(): number;
	/** Milliseconds from an arbitrary start, never running backwards: for durations and deadlines. */
	elapsed(): number;
}

/** Told as things happen; progress goes to a terminal or a log, never into the report. */
export interface Progress {
	started(device: Device): void;
	/** @param done - devices that are finished, this one included, out of `total` of the run */
	finished(report: DeviceReport, done: number, total: number): void;
	/** An error that nobody foresaw: a defect of ours, with its stack, for a debug log. The device is `unknown: internal`. */
	defect(device: Device, error: unknown): void;
}
