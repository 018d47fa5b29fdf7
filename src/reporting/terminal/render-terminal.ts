import { isDifference } from '../../domain/compare/with-classes.ts';
import { tallyOf } from '../../domain/device-details.ts';
import type { DeviceReport, FleetReport } from '../../domain/fleet-report.ts';
import { flatMapInSteps, type Steps } from '../../domain/steps.ts';
import { formatCount, plural } from '../../domain/text/count-words.ts';
import { inPieces, type Pieces, wordless } from '../../domain/text/pieces.ts';
import { wrapText } from '../../domain/text/wrap-text.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';
import type { ChangeGroup } from '../group-changes.ts';
import { changeKey, groupChanges } from '../group-changes.ts';
import { groupFailures } from '../group-failures.ts';
import { rankDevices } from '../rank-devices.ts';
import type { DeviceState } from '../wording/describe-device.ts';
import { describeChanges, isNoteworthy, nameState, stateOf } from '../wording/describe-device.ts';
import { describeInSync } from '../wording/describe-fleet.ts';
import { describeReason } from '../wording/describe-reason.ts';
import { describeSecrets } from '../wording/describe-secrets.ts';
import { describePlannedSigns } from '../wording/describe-signs.ts';
import { describeSince } from '../wording/describe-since.ts';
import { formatDuration } from '../wording/format-quantity.ts';
import { renderChanges } from './terminal-changes.ts';
import { commandLines, deviceLines } from './terminal-device.ts';
import type { TerminalStyle } from './terminal-style.ts';
import { breakCommands, terminalStyle } from './terminal-style.ts';
import type { Cell } from './terminal-table.ts';
import { renderTable } from './terminal-table.ts';

/** From this many devices on, a change that they share is told once. */
const SHARED_BY = 3;
const NAMES_SHOWN = 8;

/**
 * The report for a terminal, in pieces: verdict, table, shared changes, what is left of every device, unknown devices, warnings.
 *
 * @param options.width - columns of the terminal
 * @param options.remediation - also print the commands that would mend each device
 */
export function renderTerminal(report: FleetReport, verdict: Verdict, options: TerminalOptions): Pieces {
	return inPieces(parts(report, verdict, options));
}

interface TerminalOptions {
	readonly colour: boolean;
	readonly width: number;
	readonly remediation?: boolean;
}

/** Blocks of whole lines with an empty line between them. */
function* parts(report: FleetReport, verdict: Verdict, options: TerminalOptions): Generator<string> {
	let isFirst = true;
	for (const block of blocksOf(report, verdict, options)) {
		yield '';
		if (block === '') continue;
		yield breakCommands(`${isFirst ? '' : '\n'}${block}\n`);
		isFirst = false;
	}
}

function* blocksOf(report: FleetReport, verdict: Verdict, options: TerminalOptions): Generator<string> {
	const style = terminalStyle(options);
	const { width } = options;
	const ranked = rankDevices(report.devices).filter(isNoteworthy);
	const groups = yield* wordless(groupChanges(report.devices, SHARED_BY));
	yield joined(headLines(report, verdict, { style, width }));
	yield joined(yield* wordless(tableLines(ranked, report, { style, width })));
	yield joined(featureLines(report, style, width));
	yield joined(legendLines(report, { style, width }));
	for (const group of groups) yield joined(groupLines(group, { style, width }));
	yield* deviceBlocks(ranked, groups, style);
	if (options.remediation === true) for (const device of ranked) yield joined(remedyLines(device, style));
	yield joined(unknownLines(ranked, style, width));
	yield joined(warningLines(report.warnings, style, width));
	yield joined(secretLines(report, style, width));
}

function joined(lines: readonly string[]): string {
	return lines.join('\n');
}

const MARKS: Readonly<Record<Verdict['verdict'], string>> = { 'in-sync': '✔', drifted: '✖', unknown: '?' };

function headLines(
	report: FleetReport,
	{ verdict, summary }: Verdict,
	{ style, width }: { readonly style: TerminalStyle; readonly width: number },
): readonly string[] {
	const { fleet, mode, durationMs } = report;
	const paint = { 'in-sync': style.green, drifted: style.red, unknown: style.yellow }[verdict];
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

function* tableLines(
	ranked: readonly DeviceReport[],
	report: FleetReport,
	{ style, width }: { readonly style: TerminalStyle; readonly width: number },
): Steps<readonly string[]> {
	if (ranked.length === 0) return [];
	const paints: Readonly<Record<DeviceState, (text: string) => string>> = {
		conflict: (text) => style.red(style.bold(text)),
		drifted: style.red,
		unknown: style.yellow,
		planned: style.blue,
		applied: style.blue,
		'in-sync': style.green,
	};
	const header = ['DEVICE', 'PLATFORM', 'STATUS', 'CHANGES'].map((text): Cell => ({ text, paint: style.dim }));
	const rows = yield* flatMapInSteps(ranked, (device): readonly (readonly Cell[])[] => [
		[
			{ text: neutraliseLine(device.name), paint: style.bold },
			{ text: neutraliseLine(device.platform) },
			{ text: statusOf(device, report), paint: paints[stateOf(device)] },
			{ text: device.status === 'unknown' ? describeReason(device) : describeChanges(device) },
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

function featureLines({ features = [] }: FleetReport, style: TerminalStyle, width: number): readonly string[] {
	if (features.length === 0) return [];
	const header = ['FEATURE', 'COMPLIANT', ''].map((text): Cell => ({ text, paint: style.dim }));
	const rows = features.map(({ name, compliant, devices, compliance }): readonly Cell[] => [
		{ text: neutraliseLine(name), paint: style.bold },
		{ text: `${formatCount(compliant)} of ${plural(devices, 'device')}` },
		{ text: compliance === null ? '' : `${compliance} %`, paint: compliance === 100 ? style.green : style.red },
	]);
	return renderTable([header, ...rows], width);
}

/** Somebody who sees them for the first time takes `-` for what is to be removed from the device. */
function legendLines(
	report: FleetReport,
	{ style, width }: { readonly style: TerminalStyle; readonly width: number },
): readonly string[] {
	if (!report.devices.some((device) => tallyOf(device).differences > 0)) return [];
	const signs = '- intended, not running   + running, not intended   ! moved';
	const planned = describePlannedSigns(report);
	return [signs, ...(planned === '' ? [] : wrapText(planned, width))].map(style.dim);
}

function groupLines(
	{ change, devices }: ChangeGroup,
	{ style, width }: { readonly style: TerminalStyle; readonly width: number },
): readonly string[] {
	const title = `The same on ${plural(devices.length, 'device')}`;
	const [first = '', ...rest] = wrapText(`${title}: ${listNames(devices.map((name) => ({ name })))}`, width);
	// Its line numbers are those of one device only.
	const anywhere = { ...change, intendedLine: null, runningLine: null };
	return [
		`${style.bold(title)}${style.dim(first.slice(title.length))}`,
		...rest.map(style.dim),
		...renderChanges([anywhere], style),
	];
}

/** The first few of them; the table above has all. */
function listNames(devices: readonly { readonly name: string }[]): string {
	const names = devices.slice(0, NAMES_SHOWN).map(({ name }) => neutraliseLine(name));
	const more = devices.length - names.length;
	return `${names.join(', ')}${more === 0 ? '' : ` and ${formatCount(more)} more`}`;
}

function* deviceBlocks(
	ranked: readonly DeviceReport[],
	groups: readonly ChangeGroup[],
	style: TerminalStyle,
): Generator<string> {
	const shared = new Set(groups.map(({ change }) => changeKey(change)));
	for (const device of ranked) {
		const { differences } = tallyOf(device);
		if (differences === 0) continue;
		const own = device.changes.filter((change) => isDifference(change) && !shared.has(changeKey(change)));
		const told = differences - own.length;
		const note = told === 0 ? [] : [style.dim(`  and ${formatCount(told)} of the shared changes above`)];
		yield own.length === 0 ? '' : joined([...deviceLines({ ...device, changes: own }, style), ...note]);
	}
}

function remedyLines(device: DeviceReport, style: TerminalStyle): readonly string[] {
	const commands = commandLines(device, style);
	return commands.length === 0 ? [] : [style.bold(neutraliseLine(device.name)), ...commands];
}

function unknownLines(ranked: readonly DeviceReport[], style: TerminalStyle, width: number): readonly string[] {
	const unknown = ranked.filter((device) => device.status === 'unknown');
	if (unknown.length === 0) return [];
	const lines = groupFailures(unknown).flatMap(({ devices, reason, message }) => [
		`${wrapText(listNames(devices), width - reason.length - 4)
			.map((line) => `  ${style.bold(line)}`)
			.join('\n')}: ${style.yellow(reason)}`,
		...(message === null ? [] : wrapText(neutraliseLine(message), width - 4).map((line) => `    ${line}`)),
	]);
	return [style.bold('Not judged'), ...lines];
}

/** No alarm: it is what the team wrote. */
function secretLines(report: FleetReport, style: TerminalStyle, width: number): readonly string[] {
	const secrets = describeSecrets(report);
	return secrets === '' ? [] : wrapText(secrets, width).map(style.dim);
}

function warningLines(warnings: readonly string[], style: TerminalStyle, width: number): readonly string[] {
	if (warnings.length === 0) return [];
	const wrapped = warnings.flatMap((warning) =>
		wrapText(neutraliseLine(warning), width - 4).map(
			(line, index) => `  ${index === 0 ? style.yellow('!') : ' '} ${line}`,
		),
	);
	return [style.bold('Warnings'), ...wrapped];
}
