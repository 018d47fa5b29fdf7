import type { DeviceReport, FleetReport } from '../../domain/fleet-report.ts';
import { flatMapInSteps, type Steps } from '../../domain/steps.ts';
import { formatCount, plural } from '../../domain/text/count-words.ts';
import { wrapText } from '../../domain/text/wrap-text.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';
import { describeOutcome, nameState, stateOf } from '../wording/describe-device.ts';
import { describeInSync } from '../wording/describe-fleet.ts';
import { describeSince } from '../wording/describe-since.ts';
import { formatDuration } from '../wording/format-quantity.ts';
import { paintOf, type TerminalLayout } from './terminal-style.ts';
import type { Cell } from './terminal-table.ts';
import { renderTable } from './terminal-table.ts';

const MARKS: Readonly<Record<Verdict['verdict'], string>> = { 'in-sync': '✔', drifted: '✖', unknown: '?' };

/** The verdict, and what it was made of. */
export function headLines(
	report: FleetReport,
	{ verdict, summary }: Verdict,
	{ style, width }: TerminalLayout,
): readonly string[] {
	const { fleet, mode, durationMs } = report;
	const paint = paintOf(verdict, style);
	const title = mode === 'preflight' ? 'Pre-flight check' : 'Drift audit';
	const figures = [
		`${formatCount(fleet.reachable)} of ${plural(fleet.devices, 'device')} reachable`,
		`${formatCount(fleet.inSync)} ${describeInSync(report)}`,
		formatDuration(durationMs),
	];
	return [
		...wrapText(`${MARKS[verdict]} ${title}: ${neutraliseLine(summary)}`, width - 2).map((line, index) =>
			paint(style.bold(`${index === 0 ? '' : '  '}${line}`)),
		),
		style.dim(`  ${figures.join(' · ')}`),
	];
}

/** A row for each device. */
export function* tableLines(
	ranked: readonly DeviceReport[],
	report: FleetReport,
	{ style, width }: TerminalLayout,
): Steps<readonly string[]> {
	if (ranked.length === 0) return [];
	const header = ['DEVICE', 'PLATFORM', 'STATUS', 'CHANGES'].map((text): Cell => ({ text, paint: style.dim }));
	const rows = yield* flatMapInSteps(ranked, (device): readonly (readonly Cell[])[] => [
		[
			{ text: neutraliseLine(device.name), paint: style.bold },
			{ text: neutraliseLine(device.platform) },
			{ text: statusOf(device, report), paint: paintOf(stateOf(device), style) },
			{ text: describeOutcome(device) },
		],
	]);
	yield;
	return renderTable([header, ...rows], width);
}

function statusOf(device: DeviceReport, report: FleetReport): string {
	const since = describeSince(device, report);
	const state = nameState(stateOf(device));
	return since === '' ? state : `${state}, ${since}`;
}

/** Parts of the configuration that are judged by themselves; none where there are none. */
export function featureLines({ features = [] }: FleetReport, { style, width }: TerminalLayout): readonly string[] {
	if (features.length === 0) return [];
	const header = ['FEATURE', 'COMPLIANT', ''].map((text): Cell => ({ text, paint: style.dim }));
	const rows = features.map(({ name, compliant, devices, compliance }): readonly Cell[] => [
		{ text: neutraliseLine(name), paint: style.bold },
		{ text: `${formatCount(compliant)} of ${plural(devices, 'device')}` },
		{ text: compliance === null ? '' : `${compliance} %`, paint: compliance === 100 ? style.green : style.red },
	]);
	return renderTable([header, ...rows], width);
}
