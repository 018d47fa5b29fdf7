import { setTimeout as sleep } from 'node:timers/promises';
import type { FleetReport } from '../domain/fleet-report.ts';
import { withLastKnown } from '../domain/history/with-last-known.ts';
import { devicesWithSince, withSince } from '../domain/history/with-since.ts';
import { openPast } from '../infrastructure/results-branch/open-past.ts';
import { cloneUrl, temporaryFolder } from './repository-access.ts';
import type { ActionRun } from './run-action.ts';

/** Longest that a finished report waits for it. */
const WAIT_MS = 2_000;

/** Longest that devices wait for it: their order is worth no more. */
const MOMENT_MS = 500;

/** Tells a report since when its devices have been as they are; of those that were not asked what was last known. */
export interface PastOfRun extends AsyncDisposable {
	/** The same report where the results branch does not answer in time, or cannot be read. */
	tell(report: FleetReport): Promise<FleetReport>;
	/** How many milliseconds devices took in the newest audit, by name; none where that is not known in a moment. */
	lastTook(): Promise<ReadonlyMap<string, number>>;
}

/** As much of a run as the past needs. */
type RunWithPast = Pick<ActionRun, 'env' | 'log' | 'signal'> & {
	readonly inputs: Pick<ActionRun['inputs'], 'resultsBranch' | 'githubToken'>;
	readonly context: Pick<ActionRun['context'], 'serverUrl' | 'repository' | 'pullRequest'>;
};

/**
 * Opens the results branch while the devices are asked, so that reading it costs a run next to nothing. Whatever goes wrong
 * with it is a line for debugging and never changes a run.
 */
export function openPastOfRun({ inputs, context, env, log, signal }: RunWithPast): PastOfRun {
	const given = inputs.resultsBranch;
	// Where no device is asked, what the last audits found is all that is known of it.
	const isAsked = context.pullRequest?.restricted !== true;
	if (given === null) {
		return { tell: async (report) => report, lastTook: async () => new Map(), [Symbol.asyncDispose]: async () => {} };
	}
	const stop = new AbortController();
	const opening = openPast({
		remoteUrl: cloneUrl(context),
		branch: given,
		token: inputs.githubToken,
		tempDir: temporaryFolder(env),
		signal: AbortSignal.any([signal, stop.signal]),
	});
	const closed = opening.catch(() => null);
	return {
		async tell(report) {
			const names = isAsked ? devicesWithSince(report) : report.devices.map(({ name }) => name);
			if (names.length === 0) return report;
			const timer = setTimeout(() => stop.abort(), WAIT_MS);
			try {
				const past = await opening;
				if (past === null) return report;
				const timelines = await past.timelines(names);
				return isAsked ? withSince(report, timelines) : withLastKnown(report, timelines);
			} catch (error) {
				log.debug(
					`what the history says of devices is not told: ${error instanceof Error ? error.message : String(error)}`,
				);
				return report;
			} finally {
				clearTimeout(timer);
			}
		},
		lastTook() {
			const took = opening.then(async (past) => {
				const devices = (await past?.latest()) ?? [];
				return new Map(devices.map(({ name, durationMs }) => [name, durationMs]));
			});
			const unknown: ReadonlyMap<string, number> = new Map();
			return Promise.race([took.catch(() => unknown), sleep(MOMENT_MS, unknown, { ref: false })]);
		},
		async [Symbol.asyncDispose]() {
			stop.abort();
			await (await closed)?.[Symbol.asyncDispose]();
		},
	};
}
