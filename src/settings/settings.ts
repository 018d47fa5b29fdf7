import type { IgnoreRule } from '../domain/compare/ignore.ts';
import type { Connection } from '../domain/connection.ts';
import type { Device } from '../domain/device.ts';
import type { Feature } from '../domain/features/feature.ts';
import type { Retention } from '../domain/history/retention.ts';
import type { OwnerRule } from '../domain/issues/owner-rule.ts';
import type { MaskingPattern } from '../domain/masking/pattern.ts';
import type { PlatformRegistry } from '../domain/platform/platform-registry.ts';
import type { Policy } from '../domain/verdict.ts';
import type { Committer } from './committer.ts';

/** fleet.yml, read, checked and resolved: what the use cases run on. */
export interface Fleet {
	/** Those that ship and those of the file. */
	readonly platforms: PlatformRegistry;
	/** In the order of the file. */
	readonly devices: readonly Device[];
	/** By device name; empty when the fleet was loaded without logins. */
	readonly connections: ReadonlyMap<string, Connection>;
	/** Login names of devices that have one of their own; known without logins, too. */
	readonly usernameOf: ReadonlyMap<string, string>;
	/**
	 * Bastions on the way to those devices that are behind one, the last one first, by device name; known without logins,
	 * too.
	 */
	readonly bastionsOf: ReadonlyMap<string, readonly string[]>;
	/** `intended-configs/{device}.cfg`, relative to the folder of fleet.yml. */
	readonly intended: string;
	/** Templates of devices that have one of their own, by name. */
	readonly intendedOf: ReadonlyMap<string, string>;
	/** Path of an OpenSSH known_hosts file, relative to the folder of fleet.yml; null: none. */
	readonly knownHosts: string | null;
	readonly masks: readonly MaskingPattern[];
	/** Ids and globs of the secrets that are not compared, by device name; a device that compares all has none. */
	readonly ignoredSecretsOf: ReadonlyMap<string, readonly string[]>;
	readonly ignore: readonly IgnoreRule[];
	/** Parts of the configuration that are judged by themselves as well. */
	readonly features: readonly Feature[];
	readonly policy: Policy;
	readonly owners: readonly OwnerRule[];
	readonly history: HistorySettings;
	readonly concurrency: Concurrency;
	/** Every resolved secret value: registered with the log before anything is contacted. */
	readonly secrets: readonly string[];
}

/** What the results branch keeps, how long, and who writes it. */
export interface HistorySettings {
	readonly retention: Retention;
	/** Whether the redacted running configs are kept, too. */
	readonly storeConfigs: boolean;
	/** null: as the platform shows its own commits. */
	readonly committer: Committer | null;
}

/** How many devices are asked at once. */
export interface Concurrency {
	readonly fleet: number;
	readonly perBastion: number;
	readonly perGroup: ReadonlyMap<string, number>;
}
