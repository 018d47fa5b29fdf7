import type { Device } from '../domain/device.ts';
import type { Step } from '../domain/diagnosis.ts';
import type { DeviceReport, FleetReport } from '../domain/fleet-report.ts';

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

/** Where results are kept. */
export interface HistoryRepository {
	/**
	 * Stores the report and returns the commit's SHA. Throws a `PublishError` that leaves what was stored untouched.
	 *
	 * @param configs - redacted running configs to store with it: paths of files by device name
	 */
	record(report: FleetReport, configs?: ReadonlyMap<string, string>): Promise<string>;
}

/** How to log in. Values are resolved secrets: they go to the transport's library and nowhere else. */
export interface Credentials {
	/** Their name in fleet.yml: what may be told of them anywhere. */
	readonly name: string;
	readonly username: string;
	/** Whether the device, or its inventory, has put its own username in place of theirs. */
	readonly ownUsername: boolean;
	readonly password: string | null;
	/** PEM or OpenSSH text of a private key. */
	readonly privateKey: string | null;
	readonly passphrase: string | null;
	/** Path of the socket of an SSH agent whose keys may be used. */
	readonly agent: string | null;
	/** The enable (privileged) password; null falls back to `password`. */
	readonly enable: string | null;
	/** API token for REST. */
	readonly token: string | null;
}

/** What SSH may negotiate. `legacy` offers, after everything modern, what is broken but all that an old device has. */
export type SshAlgorithms = 'modern' | 'legacy';

/** One SSH hop in front of devices; its connection is shared by all that is behind it. */
export interface Bastion {
	readonly name: string;
	readonly host: string;
	readonly port: number;
	readonly credentials: Credentials;
	/** `SHA256:…` pin; null: known_hosts decides. */
	readonly hostKey: string | null;
	/** Whether a key that nothing is known of is trusted and kept; a changed one never is. */
	readonly acceptNewHostKey: boolean;
	readonly sshAlgorithms: SshAlgorithms;
	/** The hop before this one; null: it is reached directly. */
	readonly bastion: Bastion | null;
}

/** What an adapter needs to reach one device. */
export interface Connection {
	readonly credentials: Credentials;
	/** As that of a bastion. */
	readonly hostKey: string | null;
	/** As that of a bastion. */
	readonly acceptNewHostKey: boolean;
	readonly sshAlgorithms: SshAlgorithms;
	/** Path of the certificates that TLS is verified by, relative to the folder of fleet.yml; null: the public ones. */
	readonly caFile: string | null;
	/** Part of a device that is divided, where only that is fetched: a VDOM of FortiOS. */
	readonly vdom: string | null;
	readonly bastion: Bastion | null;
	readonly timeouts: Timeouts;
}

/** The phases of a fetch; all of them end with the signal that a fetch is given. */
export interface Timeouts {
	/** TCP connect and handshake (SSH, TLS). */
	readonly connectMs: number;
	/** From the handshake to the first command: login, prompt, enable, NETCONF's hello, a login request of REST. */
	readonly authMs: number;
	/** Silence while a command runs. */
	readonly idleMs: number;
	/** One command or request, from its first byte to the last of its answer. */
	readonly commandMs: number;
	/** The whole device, first byte to last. */
	readonly deviceMs: number;
}
