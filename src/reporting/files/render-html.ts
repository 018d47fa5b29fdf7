import { tallyOf } from '../../domain/device-details.ts';
import type { DeviceReport, FleetReport } from '../../domain/fleet-report.ts';
import { countMaskUse } from '../../domain/masking/mask-use.ts';
import type { RunSummary } from '../../domain/run-summary.ts';
import type { Steps } from '../../domain/steps.ts';
import { inPieces, type Pieces, wordless } from '../../domain/text/pieces.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { deviceFragment } from '../dashboard/device-fragment.ts';
import { inventory } from '../dashboard/inventory.ts';
import type { PageState } from '../dashboard/page-data.ts';
import { pageScript } from '../dashboard/page-script.ts';
import { pageState } from '../dashboard/page-state.ts';
import { recentTrend, spanDays } from '../dashboard/recent-trend.ts';
import { DEVICES_PATH, type Embedded, inertJson } from '../dashboard/segment.ts';
import { escapeHtml } from '../escaping/escape-html.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';
import { groupChanges } from '../group-changes.ts';
import { deviceBrowser } from '../html/device-browser.ts';
import { deviceChanges } from '../html/device-changes.ts';
import { featureTable } from '../html/feature-table.ts';
import { fleetHeader } from '../html/fleet-header.ts';
import { fleetTable } from '../html/fleet-table.ts';
import { healthChart } from '../html/health-chart.ts';
import { ignoredChanges, sharedChanges, unknownDevices, warningList } from '../html/lists.ts';
import { maskTable } from '../html/mask-table.ts';
import { type PageScript, renderPage } from '../html/page.ts';
import { runTable } from '../html/run-table.ts';
import { rankDevices } from '../rank-devices.ts';
import { describeFleet } from '../wording/describe-fleet.ts';
import { describeSecrets } from '../wording/describe-secrets.ts';
import { describePlannedSigns } from '../wording/describe-signs.ts';
import { describeSince } from '../wording/describe-since.ts';

/** What the page of an audit shows of the time before, this run included. */
export interface EmbeddedPast {
	/** Audits, oldest first. */
	readonly runs: readonly RunSummary[];
	/** `2026-11`: the months of these runs, oldest first. */
	readonly months: readonly string[];
	/** Their data, by the path under which it would lie beside the page of the results branch. */
	readonly embedded: Embedded;
}

const NO_PAST: EmbeddedPast = { runs: [], months: [], embedded: new Map() };
const RUNS_SHOWN = 20;

/** With this few devices there is nothing to gain from folding them. */
const UNFOLDED_DEVICES = 5;

/**
 * The whole report as one page that needs nothing else, in pieces: `report.html`. All that needs a look is there without a
 * script; on the page of an audit, one filters and sorts, and opens devices by address, with their timelines where their past
 * is known.
 */
export function renderHtml(report: FleetReport, verdict: Verdict, past: EmbeddedPast | null = null): Pieces {
	return inPieces(pageOf(report, verdict, past ?? NO_PAST));
}

function* pageOf(report: FleetReport, verdict: Verdict, past: EmbeddedPast): Generator<string> {
	const { above, below, script } =
		report.mode === 'preflight' ? ofPreflight(report) : yield* wordless(ofAudit(report, past));
	const body = bodyOf(report, { verdict, above, below });
	yield* renderPage({ title: `${titleOf(report)}: ${verdict.summary}`, body, script });
}

function titleOf({ mode }: FleetReport): string {
	return mode === 'preflight' ? 'Pre-flight check' : 'Drift audit';
}

function* bodyOf(
	report: FleetReport,
	{ verdict, above, below }: Pick<OwnParts, 'above' | 'below'> & { readonly verdict: Verdict },
): Generator<string> {
	yield '';
	yield fleetHeader({
		title: titleOf(report),
		headline: describeFleet(report),
		verdict: verdict.verdict,
		report,
	});
	yield '<main>';
	yield warningList(report.warnings);
	yield '';
	yield ignoredChanges(report.devices);
	yield '';
	yield* above;
	yield featureTable(report.features ?? []);
	yield '';
	yield unknownDevices(report.devices);
	yield '';
	yield sharedChanges(yield* wordless(groupChanges(report.devices)));
	yield '';
	yield* changesSection(changedDevices(report));
	yield* below;
	yield '</main>';
	yield '';
	yield footerOf(report);
}

function footerOf(report: FleetReport): string {
	const { name, version } = report.tool;
	const signs = describePlannedSigns(report);
	const secrets = describeSecrets(report);
	return `<footer>${escapeHtml(name)} ${escapeHtml(version)} · <b>-</b> intended, not running · <b>+</b> running, not intended · <b>!</b> moved.${signs === '' ? '' : ` ${signs}`} Secrets are shown as fingerprints${secrets === '' ? '' : `; ${secrets}`}.</footer>`;
}

/** What only one kind of page has, before and behind what both have. */
interface OwnParts {
	readonly above: Pieces;
	readonly below: Pieces;
	readonly script: PageScript | null;
}

function* ofAudit(report: FleetReport, { runs, months, embedded }: EmbeddedPast): Steps<OwnParts> {
	const state = yield* pageState(report, months);
	const masks = countMaskUse(report.devices);
	yield;
	const fleet = yield* inventory(report.devices);
	yield;
	return {
		above: aboveOfAudit(report, { runs, state }),
		below: [maskTable(masks), runTable(runs, RUNS_SHOWN)],
		script: pageScript(state, new Map([[DEVICES_PATH, () => [inertJson(fleet)]], ...embedded])),
	};
}

function* aboveOfAudit(
	{ devices, startedAt }: FleetReport,
	{ runs, state }: Pick<EmbeddedPast, 'runs'> & { readonly state: PageState },
): Generator<string> {
	yield healthChart(recentTrend(runs, startedAt));
	yield* deviceBrowser(devices, state, {
		linkOf: (name) => `#${deviceFragment(name)}`,
		hasMap: spanDays(runs),
	});
}

/** A change touches few devices, and classes matter more than sites. */
function ofPreflight(report: FleetReport): OwnParts {
	const changed = new Set(changedDevices(report));
	const linkOf = (device: DeviceReport): string | null =>
		changed.has(device) || device.status === 'unknown' ? `#${deviceFragment(neutraliseLine(device.name))}` : null;
	return {
		above: fleetTable({ devices: report.devices, extra: sinceColumn(report), linkOf }),
		below: [],
		script: null,
	};
}

function changedDevices({ devices }: FleetReport): readonly DeviceReport[] {
	return rankDevices(devices).filter((device) => tallyOf(device).differences > 0);
}

/** Where the report knows the past of its devices. */
function sinceColumn(report: FleetReport): Parameters<typeof fleetTable>[0]['extra'] {
	if (!report.devices.some(({ since = null }) => since !== null)) return [];
	return [{ title: 'Since', cell: (device) => escapeHtml(describeSince(device, report)) }];
}

function* changesSection(changed: readonly DeviceReport[]): Generator<string> {
	if (changed.length === 0) return;
	const open = changed.length <= UNFOLDED_DEVICES ? ' open' : '';
	yield '<section aria-labelledby="changes"><h2 id="changes">Changes</h2>';
	for (const device of changed) yield deviceChanges(device, { open });
	yield '</section>';
}
