import type { UnknownReason } from '../errors.ts';
import type { Change } from './drift-report.ts';
import type { FeatureCompliance } from './features/assess-features.ts';
import type { FleetFeature } from './features/summarise-features.ts';
import type { IgnoredFor } from './ignored-changes.ts';

/** `audit`: devices beside what is intended. `preflight`: beside what a pull request changes in it, too. */
export type Mode = 'audit' | 'preflight';

/** `unknown`: it could not be judged, which is neither in sync nor drift, and closes nothing. */
export type DeviceStatus = 'in-sync' | 'drifted' | 'unknown';

/** The report of a run, schema version 1: what `--json` writes and what every renderer reads. Holds no secret. */
export interface FleetReport {
	readonly schemaVersion: 1;
	readonly tool: { readonly name: 'fleet-drift-audit'; readonly version: string };
	readonly mode: Mode;
	/** An audit of a part of the fleet (`select`): of devices that are not listed it says nothing. Left out: of all. */
	readonly selected?: true;
	/** Unique per run: the Actions run id and attempt, or the start time and a random part. Safe in file names. */
	readonly runId: string;
	/** ISO 8601, UTC. */
	readonly startedAt: string;
	readonly durationMs: number;
	readonly fleet: FleetSummary;
	/** Compliance by feature, for a fleet.yml that names features. */
	readonly features?: readonly FleetFeature[];
	/** Secrets that nobody compared, over all devices; left out: none, or not known of all. */
	readonly secretsNotCompared?: number;
	/** In the order of fleet.yml, whatever came back first. */
	readonly devices: readonly DeviceReport[];
	/** Sentences for people: expired ignore rules, masks that eat too much, a run that was cancelled… */
	readonly warnings: readonly string[];
}

/** Counts of devices; `reachable`: a session was opened, whatever came of it afterwards. */
export interface FleetSummary {
	readonly devices: number;
	readonly reachable: number;
	readonly inSync: number;
	readonly drifted: number;
	readonly unknown: number;
	/** In-sync ÷ reachable × 100, two decimals; null when no device was reachable. */
	readonly health: number | null;
	/** Judged (in-sync or drifted) ÷ all × 100, two decimals; null for an empty fleet. */
	readonly coverage: number | null;
}

/** A line of an intended file that people should look at, whatever a device runs. */
export interface LineFinding {
	/** 1-based. */
	readonly line: number;
	readonly message: string;
}

/** What a run knows of one device. Its texts are masked and redacted. */
export interface DeviceReport {
	readonly name: string;
	readonly platform: string;
	readonly site: string | null;
	readonly role: string | null;
	readonly status: DeviceStatus;
	/** Why the device is unknown; null otherwise. */
	readonly reason: UnknownReason | null;
	/** With `host-key-mismatch`: it is not another key, nothing was known of the host yet. Left out otherwise. */
	readonly hostKeyUnknown?: true;
	/** With `timed-out`: it was not slow, somebody ended the run before it was done, or asked. Left out otherwise. */
	readonly cancelled?: true;
	/** The same in a sentence: what happened, to what, what to do. */
	readonly message: string | null;
	/**
	 * ISO 8601, UTC: since when the device drifts, or is unknown, as the results branch knows it; the start of this run: since
	 * now. null for a device in sync; left out where the history was not read, and by older versions.
	 */
	readonly since?: string | null;
	readonly reachable: boolean;
	readonly durationMs: number;
	/**
	 * Stable identity of the drift, null without. Of a device that was not asked: of the drift that the pull request would
	 * have been made to adopt.
	 */
	readonly fingerprint: string | null;
	/** The intended file, relative to the repository, with `/`; null where there is none. */
	readonly intendedPath: string | null;
	readonly changes: readonly Change[];
	/** What is wrong with lines of the intended file; left out where nothing is. */
	readonly findings?: readonly LineFinding[];
	/** Unified text of the changes; empty when there are none. */
	readonly diff: string;
	/**
	 * Commands that would bring the device to its intended config, in its own syntax; never sent, and without secrets. Empty
	 * without changes and where they cannot be told; reports of older versions lack it.
	 */
	readonly remediation?: readonly string[];
	/** Features of fleet.yml that the device has; without features in fleet.yml it is left out. */
	readonly features?: readonly FeatureCompliance[];
	/**
	 * What of a config could not be read as the platform means it, and whether it lost most of its lines; left out where there
	 * is nothing to say. Also among the warnings.
	 */
	readonly remarks?: readonly string[];
	/**
	 * How many of its secrets nobody compared: its intended config has a placeholder for them, or they are encrypted anew at
	 * every show. Left out: none.
	 */
	readonly secretsNotCompared?: number;
	/** How many changes `ignore` rules took out. */
	readonly ignored: number;
	/** The same by the reason of the rule; left out where there are none. */
	readonly ignoredBy?: readonly IgnoredFor[];
	/** What masking did to the running-config; reports of older versions lack `total`, the lines before masking. */
	readonly masked: {
		readonly lines: number;
		readonly total?: number;
		readonly patterns: Readonly<Record<string, number>>;
	};
	/** Surfaced facts (`lastChangedBy`) and the session's counts (`handshakes`, `commands`). */
	readonly metadata: Readonly<Record<string, string | number>>;
}
