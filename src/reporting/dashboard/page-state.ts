import type { FleetReport } from '../../domain/fleet-report.ts';
import { flatMapInSteps, type Steps } from '../../domain/steps.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';
import { rankDevices } from '../rank-devices.ts';
import { describeOutcome } from '../wording/describe-device.ts';
import type { PageDevice, PageState } from './page-data.ts';

/** What a page carries itself. @param months - `2026-11`: those that it can show, oldest first */
export function* pageState({ devices, startedAt, runId }: FleetReport, months: readonly string[]): Steps<PageState> {
	const ranked = rankDevices(devices).filter(({ status }) => status !== 'in-sync');
	yield;
	const open = yield* flatMapInSteps(ranked, (device): readonly PageDevice[] => [
		{
			name: neutraliseLine(device.name),
			status: device.status,
			since: device.since ?? null,
			detail: describeOutcome(device),
		},
	]);
	return { at: startedAt, version: runId, months, open };
}
