import type { FleetReport } from '../../domain/fleet-report.ts';
import type { PresentDevice } from '../../domain/history/fleet-state.ts';
import { withLastKnown } from '../../domain/history/with-last-known.ts';
import { devicesWithSince, withSince } from '../../domain/history/with-since.ts';
import { messageOf } from '../../errors.ts';
import { openPast } from '../../infrastructure/results-branch/open-past.ts';
import { inTurns } from '../../infrastructure/turns.ts';
import type { ActionRun } from '../action/action-run.ts';
import { cloneUrl, temporaryFolder } from '../action/repository-access.ts';
import { inAMoment } from './in-a-moment.ts';
import { type LastSizes, lastSizes } from './last-sizes.ts';

/** Longest that a finished report waits for it: the branch was read while devices were asked. */
const WAIT_MS = 2_000;
/** The same where no device is asked: the report is finished at once, and has the past alone to tell of. */
const WAIT_UNASKED_MS = 5_000;

/** Tells a report since when its devices have been as they are; of those that were not asked what was last known. */
export interface PastOfRun extends AsyncDisposable {
	/** The same report where the results branch does not answer in time, or cannot be read. */
	tell(report: FleetReport): Promise<FleetReport>;
	/** How many milliseconds devices are expected to take, by name; none where that is not known in a moment. */
	lastTook(): Promise<ReadonlyMap<string, number>>;
	/** How long the configs of devices were in the newest audit, by name; none where that is not known in a moment. */
	readonly lastSizes: LastSizes;
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
export function openPastOfRun({ inputs, context, env, log, signal }: RunWithPast, wait?: number): PastOfRun {
	const given = inputs.resultsBranch;
	// Where no device is asked, what the last audits found is all that is known of it.
	const isAsked = context.pullRequest?.restricted !== true;
	const waitMs = wait ?? (isAsked ? WAIT_MS : WAIT_UNASKED_MS);
	if (given === null) {
		return {
			tell: async (report) => report,
			lastTook: async () => new Map(),
			lastSizes: async () => new Map(),
			[Symbol.asyncDispose]: async () => {},
		};
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
	const latest = async (): Promise<readonly PresentDevice[]> => (await (await opening)?.latest()) ?? [];
	return {
		async tell(report) {
			const names = isAsked ? devicesWithSince(report) : report.devices.map(({ name }) => name);
			if (names.length === 0) return report;
			const timer = setTimeout(() => stop.abort(), waitMs);
			try {
				const past = await opening;
				if (past === null) return report;
				const timelines = await past.timelines(names);
				return await inTurns(isAsked ? withSince(report, timelines) : withLastKnown(report, timelines));
			} catch (error) {
				log.debug(`the report does not say what the history knows of devices: ${messageOf(error)}`);
				return report;
			} finally {
				clearTimeout(timer);
			}
		},
		lastTook() {
			return inAMoment(
				latest().then((devices) => new Map(devices.map((device) => [device.name, expectedMs(device)]))),
				new Map(),
			);
		},
		lastSizes: lastSizes(latest),
		async [Symbol.asyncDispose]() {
			stop.abort();
			await (await closed)?.[Symbol.asyncDispose]();
		},
	};
}

/**
 * As long as in the newest audit. Who refused the login then is done at once: were the slow ones of these the first to be
 * asked, three of them would keep the login from the whole fleet (see `LoginFuse`).
 */
function expectedMs({ durationMs, reason }: PresentDevice): number {
	return reason === 'auth-failed' ? 0 : durationMs;
}
