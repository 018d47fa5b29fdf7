import { embeddedPast } from '../../composition/history/embedded-past.ts';
import { type LastSizes, lastSizes } from '../../composition/history/last-sizes.ts';
import type { FleetReport } from '../../domain/fleet-report.ts';
import { devicesWithSince, withSince } from '../../domain/history/with-since.ts';
import { DriftAuditError, withCode } from '../../errors.ts';
import { inTurns } from '../../infrastructure/turns.ts';
import type { EmbeddedPast } from '../../reporting/files/render-html.ts';
import type { CommandLine } from '../command-line.ts';
import { openResults, type Results } from './open-results.ts';
import type { PastOptions } from './past-options.ts';

/** What a results branch tells an audit, from one clone that is made while devices are asked. */
export interface PastOfAudit extends AsyncDisposable {
	/** How long configs were when they were judged last; left out where no results branch was named. */
	readonly lastSizes?: LastSizes;
	/** Adds to a report since when its devices are as they are. */
	tellSince(report: FleetReport): Promise<FleetReport>;
	/** What a page shows of the time before a report; null where nothing is known. */
	page(report: FleetReport): Promise<EmbeddedPast | null>;
}

/** A history that cannot be read is a warning: devices are judged without it, and the report says nothing of the past. */
export function openPastOfAudit({ resultsBranch: branch, remote }: PastOptions, line: CommandLine): PastOfAudit {
	if (branch === undefined) {
		return {
			tellSince: async (report) => report,
			page: async () => null,
			[Symbol.asyncDispose]: async () => {},
		};
	}
	const stop = new AbortController();
	const signal = AbortSignal.any([line.signal, stop.signal]);
	const opening = openResults({ remote, branch }, { ...line, signal });
	const closed = opening.catch(() => null);
	let isWarned = false;
	const ask = async <Answer>(question: (results: Results) => Promise<Answer>, otherwise: Answer): Promise<Answer> => {
		try {
			return await question(await opening);
		} catch (error) {
			if (!(error instanceof DriftAuditError)) throw error;
			if (!isWarned && !signal.aborted) {
				const what =
					'the report does not say how long devices have drifted, nor which configs lost most of their lines';
				line.log.warning(withCode(error.code, `${what}: ${error.message}`));
			}
			isWarned = true;
			return otherwise;
		}
	};
	return {
		lastSizes: lastSizes(() => ask((results) => results.read((past) => past.latest()), [])),
		async tellSince(report) {
			const names = devicesWithSince(report);
			if (names.length === 0) return report;
			return ask(
				(results) => results.read(async (past) => inTurns(withSince(report, await past.timelines(names)))),
				report,
			);
		},
		page: (report) => ask((results) => results.read((past) => embeddedPast(past, report)), null),
		async [Symbol.asyncDispose]() {
			stop.abort();
			await (await closed)?.[Symbol.asyncDispose]();
		},
	};
}
