import type { DeviceTransition, FleetHistory } from '../../domain/history/fleet-history.ts';
import { formatCount, plural } from '../../domain/text/count-words.ts';
import { wrapText } from '../../domain/text/wrap-text.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';
import { formatAge } from '../wording/format-age.ts';
import { formatPercent, formatTime } from '../wording/format-quantity.ts';
import { describeRepair, describeTransition, historyTable, statusCell } from './history-table.ts';
import {
	breakCommands,
	layoutFor,
	type TerminalLayout,
	type TerminalOptions,
	type TerminalStyle,
} from './terminal-style.ts';
import type { Cell } from './terminal-table.ts';

const ROWS_SHOWN = 30;
const NOISY_SHOWN = 10;

/** How a history is written, and when it is read. */
interface HistoryLayout extends TerminalLayout {
	/** Milliseconds since the epoch, which ages are counted to. */
	readonly now: number;
}

type Rows = readonly (readonly Cell[])[];

/**
 * The history of a fleet for a terminal: what is open, what changed, how fast it is mended, who flaps, who is not seen, and
 * the trend.
 *
 * @param options.now - milliseconds since the epoch, which ages are counted to
 */
export function renderHistory(
	history: FleetHistory,
	{ now, ...terminal }: TerminalOptions & { readonly now: number },
): string {
	const layout = { ...layoutFor(terminal), now };
	const { style } = layout;
	const table = (title: string, rows: Rows): readonly string[] =>
		historyTable(title, rows, { ...layout, shown: ROWS_SHOWN });
	const blocks = [
		[...headline(history, layout), ...lastAudit(history, layout)],
		history.open.length === 0
			? [style.green('Every device in the last audit is in sync')]
			: table('Not in sync', openRows(history, layout)),
		table('Changes', changeRows(history, style)),
		table('Back and forth', flappingRows(history, style)),
		table('Not seen', unseenRows(history, layout)),
		table('Lines that keep drifting', noisyRows(history, style)),
		table('Masks with the most hits', maskRows(history, style)),
		table('Trend', trendRows(history, style)),
	];
	const filled = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
	return breakCommands(`${filled.join('\n\n')}\n`);
}

function headline({ from, repair }: FleetHistory, { style, width }: TerminalLayout): readonly string[] {
	const title = `Since ${from.slice(0, 10)}:`;
	const [first = '', ...rest] = wrapText(`${title} ${describeRepair(repair)}`, width);
	return [`${style.bold(title)}${first.slice(title.length)}`, ...rest];
}

/** A fleet that nobody audits any more looks well for ever. */
function lastAudit({ lastAudit: last }: FleetHistory, { style, now }: HistoryLayout): readonly string[] {
	return last === null ? [] : [style.dim(`Last audit ${formatAge(now - Date.parse(last))} ago, ${formatTime(last)}`)];
}

function openRows({ open }: FleetHistory, { style, now }: HistoryLayout): Rows {
	return open.map(({ name, status, since }) => [
		nameCell(name, style),
		statusCell(status, style),
		{ text: ageOf(since, now) },
		timeCell(since, style),
	]);
}

function changeRows({ transitions }: FleetHistory, style: TerminalStyle): Rows {
	return transitions
		.filter(isNews)
		.map((transition) => [
			timeCell(transition.at, style),
			nameCell(transition.name, style),
			{ text: describeTransition(transition) },
		]);
}

/** That a new device is in sync is no news. */
function isNews({ before, status }: DeviceTransition): boolean {
	return before !== null || status !== 'in-sync';
}

function flappingRows({ flapping }: FleetHistory, style: TerminalStyle): Rows {
	return flapping.map(({ name, changes }) => [
		nameCell(name, style),
		{ text: `${plural(changes, 'change')} of status`, paint: style.yellow },
	]);
}

function unseenRows({ unseen }: FleetHistory, { style, now }: HistoryLayout): Rows {
	return unseen.map(({ name, why, since }) => [
		nameCell(name, style),
		{ text: why === 'gone' ? 'not in the last audit' : `unknown ${ageOf(since, now)}`, paint: style.yellow },
		timeCell(since, style),
	]);
}

function noisyRows({ noisy }: FleetHistory, style: TerminalStyle): Rows {
	return noisy.slice(0, NOISY_SHOWN).map(({ platform, lineage, line, drifts, devices, values }) => [
		{ text: `${plural(drifts, 'drift')} on ${plural(devices, 'device')}` },
		{ text: values > 1 ? `${formatCount(values)} values` : 'the same each time', paint: style.dim },
		{ text: neutraliseLine(platform) },
		// Last, because a line may be longer than the terminal is wide.
		{ text: neutraliseLine([...lineage, line].join(' > ')), paint: style.bold },
	]);
}

function maskRows({ masks }: FleetHistory, style: TerminalStyle): Rows {
	return masks
		.slice(0, NOISY_SHOWN)
		.map(({ id, hits, devices }) => [
			{ text: neutraliseLine(id), paint: style.bold },
			{ text: `${plural(hits, 'hit')} on ${plural(devices, 'device')}` },
		]);
}

function trendRows({ trend }: FleetHistory, style: TerminalStyle): Rows {
	if (trend.length === 0) return [];
	const header = ['DAY', 'HEALTH', 'COVERAGE', 'DEVICES', 'DRIFTED', 'UNKNOWN', 'AUDITS'];
	return [
		header.map((text): Cell => ({ text, paint: style.dim })),
		...trend
			.toReversed()
			.map(({ day, health, coverage, devices, drifted, unknown, runs }) => [
				{ text: day },
				{ text: formatPercent(health) },
				{ text: formatPercent(coverage) },
				...[devices, drifted, unknown, runs].map((count): Cell => ({ text: formatCount(count) })),
			]),
	];
}

function ageOf(since: string, now: number): string {
	return `for ${formatAge(now - Date.parse(since))}`;
}

function nameCell(name: string, style: TerminalStyle): Cell {
	return { text: neutraliseLine(name), paint: style.bold };
}

function timeCell(iso: string, style: TerminalStyle): Cell {
	return { text: formatTime(iso), paint: style.dim };
}
