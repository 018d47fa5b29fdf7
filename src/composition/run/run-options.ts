import type { Fleet } from '../../settings/settings.ts';
import type { FleetRun } from '../../use-cases/audit-fleet.ts';
import type { AuditTools } from '../../use-cases/audit-tools.ts';
import type { Clock, Progress } from '../../use-cases/ports.ts';
import type { TrustedFiles } from '../fleet/trusted-files.ts';

/** Where running-configs come from; `nowhere` for a check that contacts nobody and needs no login. */
export type RunningSource =
	| { readonly from: 'devices' }
	/** A folder with one file per device, or the JSON of an earlier fetch. */
	| { readonly from: 'folder'; readonly path: string }
	| { readonly from: 'nowhere' };

/** What a run may know of the audit before, and where it leaves its reports; all of it may be missing. */
export type RunMemory = Pick<FleetRun, 'lastTook'> & Pick<AuditTools, 'lastSizes' | 'keepReport'>;

/** Everything that a run is set up from: the fleet, where its configs come from, and the world around it. */
export interface RunOptions extends RunMemory {
	/** fleet.yml as the user named it, relative to `root`, with `/`. */
	readonly fleetFile: string;
	/** Files relative to `root`: from disk, or from the base commit of a pull request. */
	readonly trusted: TrustedFiles;
	/**
	 * Adds to a file that the user trusts, relative to `root`, and makes it where there is none. Left out where nothing may be
	 * learnt, as in a check of a change: what it learns would be lost, and the next check would trust anew.
	 */
	readonly appendTrusted?: (path: string, lines: string) => Promise<void>;
	/**
	 * Whether keys that are not known yet are what the user is after: a file of known hosts may be missing then.
	 *
	 * @default false
	 */
	readonly showsHostKeys?: boolean;
	/** Folder of the repository on disk; paths of the report are relative to it. */
	readonly root: string;
	/** Folder that no intended config may stand outside of. @default the root */
	readonly boundary?: string;
	/**
	 * The same folder as the user sees it: what the paths of problems begin with.
	 *
	 * @default ''
	 */
	readonly shownRoot?: string;
	readonly select: string;
	readonly source: RunningSource;
	/**
	 * Whether servers that keep an inventory are asked; a run that has no credentials does not.
	 *
	 * @default true
	 */
	readonly askInventories?: boolean;
	/**
	 * Whether intended configs are files below `root`; where none of them can be used, fleet.yml is taken to be wrong.
	 *
	 * @default false
	 */
	readonly intendedOnDisk?: boolean;
	/** Empty: a random key, so that fingerprints can be compared within this run only. */
	readonly fingerprintKey: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly clock: Clock;
	readonly progress: Progress;
	readonly signal: AbortSignal;
	readonly runId?: string;
	/** Told every secret before anything is contacted. */
	readonly registerSecrets: (values: readonly string[]) => void;
	/** Last change to the loaded fleet; the demo sends devices to where its simulator listens. */
	readonly adjust?: (fleet: Fleet) => Fleet;
}
