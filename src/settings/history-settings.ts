import { DEFAULT_RETENTION, type Retention } from '../domain/history/retention.ts';
import { parseCommitter } from './committer.ts';
import type { FleetSource } from './findings/fleet-draft.ts';
import { parseDays } from './period.ts';
import type { HistorySettings } from './settings.ts';

/** Reads `history`. */
export function readHistorySettings(source: FleetSource): HistorySettings {
	const { 'store-configs': storeConfigs, committer } = source.draft.history ?? {};
	return {
		retention: readRetention(source),
		storeConfigs: storeConfigs === 'redacted',
		committer: committer === undefined ? null : parseCommitter(committer),
	};
}

/** Reports for longer than the lines of their runs make no sense: that is a mistake. */
function readRetention({ draft, problems }: FleetSource): Retention {
	const { keep = '', reports = '' } = draft.history ?? {};
	const keepDays = parseDays(keep) ?? DEFAULT_RETENTION.keepDays;
	const given = parseDays(reports);
	if (keepDays !== null && given !== null && given > keepDays) {
		problems.add(['history', 'reports'], {
			message: 'reports would stay longer than the runs that they belong to',
			fix: `Write ${keepDays}d or less, or raise keep`,
		});
	}
	return {
		keepDays,
		reportDays: given ?? Math.min(DEFAULT_RETENTION.reportDays, keepDays ?? Number.POSITIVE_INFINITY),
	};
}
