import { isDifference } from '../../domain/compare/with-classes.ts';
import { tallyOf } from '../../domain/device-details.ts';
import type { DeviceReport, FleetReport } from '../../domain/fleet-report.ts';
import { ignoredInFleet } from '../../domain/ignored-changes.ts';
import { formatCount, plural } from '../../domain/text/count-words.ts';
import { nameSome } from '../../domain/text/name-some.ts';
import { inPieces, type Pieces, wordless } from '../../domain/text/pieces.ts';
import { wrapText } from '../../domain/text/wrap-text.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';
import type { ChangeGroup } from '../group-changes.ts';
import { changeKey, groupChanges } from '../group-changes.ts';
import { groupFailures } from '../group-failures.ts';
import { rankDevices } from '../rank-devices.ts';
import { isNoteworthy } from '../wording/describe-device.ts';
import { describeSecrets } from '../wording/describe-secrets.ts';
import { describePlannedSigns } from '../wording/describe-signs.ts';
import { renderChanges } from './terminal-changes.ts';
import { commandLines, deviceLines } from './terminal-device.ts';
import { featureLines, headLines, tableLines } from './terminal-overview.ts';
import { breakCommands, layoutFor, type TerminalLayout, type TerminalOptions } from './terminal-style.ts';

/** From this many devices on, a change that they share is told once. */
const SHARED_BY = 3;
const NAMES_SHOWN = 8;

/**
 * The report for a terminal, in pieces: verdict, table, shared changes, what is left of every device, unknown devices, warnings.
 *
 * @param options.remediation - also print the commands that would mend each device
 */
export function renderTerminal(report: FleetReport, verdict: Verdict, options: RenderOptions): Pieces {
	return inPieces(parts(report, verdict, options));
}

interface RenderOptions extends TerminalOptions {
	readonly remediation?: boolean;
}

/** Blocks of whole lines with an empty line between them. */
function* parts(report: FleetReport, verdict: Verdict, options: RenderOptions): Generator<string> {
	let isFirst = true;
	for (const block of blocksOf(report, verdict, options)) {
		yield '';
		if (block === '') continue;
		yield breakCommands(`${isFirst ? '' : '\n'}${block}\n`);
		isFirst = false;
	}
}

function* blocksOf(report: FleetReport, verdict: Verdict, options: RenderOptions): Generator<string> {
	const layout = layoutFor(options);
	const ranked = rankDevices(report.devices).filter(isNoteworthy);
	const groups = yield* wordless(groupChanges(report.devices, SHARED_BY));
	yield joined(headLines(report, verdict, layout));
	yield joined(yield* wordless(tableLines(ranked, report, layout)));
	yield joined(featureLines(report, layout));
	yield joined(legendLines(report, layout));
	for (const group of groups) yield joined(groupLines(group, layout));
	yield* deviceBlocks(ranked, groups, layout);
	if (options.remediation === true) for (const device of ranked) yield joined(remedyLines(device, layout));
	yield joined(unknownLines(ranked, layout));
	yield joined(warningLines(report.warnings, layout));
	yield joined(ignoredLines(report, layout));
	yield joined(secretLines(report, layout));
}

function joined(lines: readonly string[]): string {
	return lines.join('\n');
}

/** Somebody who sees them for the first time takes `-` for what is to be removed from the device. */
function legendLines(report: FleetReport, { style, width }: TerminalLayout): readonly string[] {
	if (!report.devices.some((device) => tallyOf(device).differences > 0)) return [];
	const signs = '- intended, not running   + running, not intended   ! moved';
	const planned = describePlannedSigns(report);
	return [signs, ...(planned === '' ? [] : wrapText(planned, width))].map(style.dim);
}

function groupLines({ change, devices }: ChangeGroup, { style, width }: TerminalLayout): readonly string[] {
	const title = `The same on ${plural(devices.length, 'device')}`;
	const [first = '', ...rest] = wrapText(`${title}: ${listNames(devices)}`, width);
	// Its line numbers are those of one device only.
	const anywhere = { ...change, intendedLine: null, runningLine: null };
	return [
		`${style.bold(title)}${style.dim(first.slice(title.length))}`,
		...rest.map(style.dim),
		...renderChanges([anywhere], style),
	];
}

/** The first few of them; the table above has all. */
function listNames(names: readonly string[]): string {
	return nameSome(names, { most: NAMES_SHOWN, write: neutraliseLine });
}

function* deviceBlocks(
	ranked: readonly DeviceReport[],
	groups: readonly ChangeGroup[],
	{ style }: TerminalLayout,
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

function remedyLines(device: DeviceReport, { style }: TerminalLayout): readonly string[] {
	const commands = commandLines(device, style);
	return commands.length === 0 ? [] : [style.bold(neutraliseLine(device.name)), ...commands];
}

function unknownLines(ranked: readonly DeviceReport[], { style, width }: TerminalLayout): readonly string[] {
	const unknown = ranked.filter((device) => device.status === 'unknown');
	if (unknown.length === 0) return [];
	const lines = groupFailures(unknown).flatMap(({ devices, reason, message }) => [
		...wrapText(`${listNames(devices.map(({ name }) => name))}: ${inOnePiece(reason)}`, width - 2).map((line) => {
			const names = line.endsWith(inOnePiece(reason)) ? line.slice(0, -reason.length) : line;
			return `  ${style.bold(names)}${names === line ? '' : style.yellow(reason)}`;
		}),
		...(message === null ? [] : wrapText(neutraliseLine(message), width - 4).map((line) => `    ${line}`)),
	]);
	return [style.bold('Not judged'), ...lines];
}

function inOnePiece(words: string): string {
	return words.replaceAll(' ', '\u00a0');
}

/** What ignore rules took out, by their reasons. */
function ignoredLines(report: FleetReport, { style, width }: TerminalLayout): readonly string[] {
	const groups = ignoredInFleet(report.devices);
	if (groups.length === 0) return [];
	const lines = groups.flatMap(({ reason, changes, devices }) => {
		const names = listNames(devices);
		return wrapText(`${plural(changes, 'change')} on ${names}: ${neutraliseLine(reason)}`, width - 2);
	});
	return [style.bold('Ignored by rules'), ...lines.map((line) => `  ${line}`)];
}

/** No alarm: it is what the team wrote. */
function secretLines(report: FleetReport, { style, width }: TerminalLayout): readonly string[] {
	const secrets = describeSecrets(report);
	return secrets === '' ? [] : wrapText(secrets, width).map(style.dim);
}

function warningLines(warnings: readonly string[], { style, width }: TerminalLayout): readonly string[] {
	if (warnings.length === 0) return [];
	const wrapped = warnings.flatMap((warning) =>
		wrapText(neutraliseLine(warning), width - 4).map(
			(line, index) => `  ${index === 0 ? style.yellow('!') : ' '} ${line}`,
		),
	);
	return [style.bold('Warnings'), ...wrapped];
}
