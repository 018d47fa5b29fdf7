import type { FleetReport } from '../../domain/fleet-report.ts';
import type { Octokit } from '../../infrastructure/github/client/octokit.ts';
import type { EventContext } from '../../infrastructure/github/event/event-context.ts';
import type { Log } from '../../infrastructure/log.ts';
import type { ActionInputs } from '../../settings/action/action-inputs.ts';
import type { Fleet } from '../../settings/settings.ts';
import type { DeviceAdoption } from '../../use-cases/adopt-drift.ts';
import type { RunMemory } from '../run/run-options.ts';
import type { KeptConfigs } from '../run/spool-configs.ts';

/** What every step of the Action has at hand. */
export interface ActionRun extends RunMemory {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly log: Log;
	/** Aborted when the job is cancelled. */
	readonly signal: AbortSignal;
	readonly inputs: ActionInputs;
	readonly context: EventContext;
	/** null: no token was given. */
	readonly octokit: Octokit | null;
	/** See `findCommitsBehind()`. @default 0 */
	readonly commitsBehind?: number;
}

/** A finished report and what its fleet.yml says about judging and telling it. */
export interface Audited {
	readonly report: FleetReport;
	readonly settings: Pick<Fleet, 'policy' | 'owners' | 'history'>;
	/** The redacted running configs, where the history keeps them. */
	readonly configs?: KeptConfigs | null;
	/** What is to be written into intended files; left out where nobody asked for it. */
	readonly adoptions?: readonly DeviceAdoption[];
	/** Where they lie until they are written. */
	readonly aside?: Disposable;
}
