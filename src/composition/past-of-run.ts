import type { FleetReport } from '../domain/fleet-report.ts';
import { devicesWithSince, withSince } from '../domain/history/with-since.ts';
import { openPast } from '../infrastructure/results-branch/open-past.ts';
import { cloneUrl, temporaryFolder } from './repository-access.ts';
import type { ActionRun } from './run-action.ts';

/** Longest that a finished report waits for it. */
const WAIT_MS = 2_000;

/** Tells a report since when its devices have been as they are. */
export interface PastOfRun extends AsyncDisposable {
	/** The same report where the results branch does not answer in time, or cannot be read. */
	tell(report: FleetReport): Promise<FleetReport>;
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
	// A fork's token may not be able to read, and no device is asked.
	if (given === null || context.pullRequest?.restricted === true) {
		return { tell: async (report) => report, [Symbol.asyncDispose]: async () => {} };
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
			const names = devicesWithSince(report);
			if (names.length === 0) return report;
			const timer = setTimeout(() => stop.abort(), WAIT_MS);
			try {
				const past = await opening;
				return past === null ? report : withSince(report, await past.timelines(names));
			} catch (error) {
				log.debug(`since when devices drift is not told: ${error instanceof Error ? error.message : String(error)}`);
				return report;
			} finally {
				clearTimeout(timer);
			}
		},
		async [Symbol.asyncDispose]() {
			stop.abort();
			await (await closed)?.[Symbol.asyncDispose]();
		},
	};
}
