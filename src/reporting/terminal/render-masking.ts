import { greedyMasks } from '../../domain/masking/mask-warnings.ts';
import type { MaskedLines } from '../../domain/masking/masked-lines.ts';
import type { CompiledMasks } from '../../domain/masking/registry.ts';
import { wrapText } from '../../domain/text/wrap-text.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';
import { breakCommands } from './terminal-style.ts';

interface MaskingOptions {
	/** Ids of the masks that are named where they hit nothing: of those that ship, most have no reason to. */
	readonly named: ReadonlySet<string>;
	/** Columns; infinite where nobody looks, so that a line stays one for who searches in them. */
	readonly width: number;
}

/** What masks did to a config: which of them to which line, how often each and why, and which of them somebody should look at. */
export function renderMasking(
	{ hits, masked }: Pick<MaskedLines, 'hits' | 'masked'>,
	{ lineMasks, blockMasks }: Pick<CompiledMasks, 'lineMasks' | 'blockMasks'>,
	{ named, width }: MaskingOptions,
): string {
	const all = [...lineMasks, ...blockMasks];
	const reasons = new Map(all.map(({ id, reason }) => [id, reason]));
	// What a line is between two masks still holds the secrets that the later ones hide.
	const left = new Map(hits.map(({ number, result }) => [number, result]));
	const told = hits.map(({ number, pattern }) => {
		const result = left.get(number) ?? null;
		return { number, pattern, what: result === null ? 'dropped' : neutraliseLine(result) };
	});
	const idWidth = Math.max(...told.map(({ pattern }) => pattern.length), 0);
	const lines = told.flatMap(({ number, pattern, what }) =>
		row(number, { name: pattern.padEnd(idWidth), text: what, width }),
	);
	const used = Object.entries(masked.patterns).flatMap(([id, count]) =>
		row(count, { name: id.padEnd(idWidth), text: reasons.get(id) ?? '', width }),
	);
	const wide = greedyMasks(masked).flatMap(({ id, share }) =>
		wrapText(`${id} takes ${Math.round(share * 100)} % of the lines: check whether its pattern is too wide`, width),
	);
	const idle = all.filter(({ id }) => !Object.hasOwn(masked.patterns, id)).map(({ id }) => id);
	const listed = idle.filter((id) => named.has(id));
	const unused = `${idle.length} of ${all.length} masks hit nothing${listed.length === 0 ? '' : `: ${listed.join(', ')}`}`;
	const blocks = [
		lines.length === 0 ? [] : [heading('LINE', 'MASK'.padEnd(idWidth), 'WHAT IS LEFT OF IT'), ...lines],
		[`${masked.lines} of ${masked.total} lines were dropped or altered`],
		used.length === 0 ? [] : [heading('LINES', 'MASK'.padEnd(idWidth), 'WHY'), ...used],
		wide,
		wrapText(unused, width),
	];
	const filled = blocks.filter((block) => block.length > 0).map((block) => block.join('\n'));
	return breakCommands(`${filled.join('\n\n')}\n`);
}

const NUMBER_WIDTH = 6;
const INDENT = NUMBER_WIDTH + 2;

function heading(number: string, name: string, text: string): string {
	return `${number.padStart(NUMBER_WIDTH)}  ${name}  ${text}`;
}

/** On one line where there is room for it; else the text comes below the name. */
function row(
	number: number,
	{ name, text, width }: { readonly name: string; readonly text: string; readonly width: number },
): readonly string[] {
	const whole = heading(String(number), name, text);
	if (whole.length <= width) return [whole.trimEnd()];
	const below = wrapText(text.trim(), Math.max(width - INDENT - 2, 20));
	return [
		heading(String(number), name.trimEnd(), '').trimEnd(),
		...below.map((line) => `${' '.repeat(INDENT + 2)}${line}`),
	];
}
