import { bodyBehind, findEndlessBlocks } from '../config/blocks.ts';
import type { ConfigLine } from '../config/config-line.ts';
import { firstMisplaced } from '../config/misplaced.ts';
import { findEndlessPrograms } from '../config/programs.ts';
import { tooDeepLine } from '../config/too-deep-line.ts';
import type { DeviceConfig } from '../device.ts';
import type { Syntax } from '../platform/syntax.ts';
import type { Side, Sides } from '../sides.ts';
import { flatRemark } from './flat-remark.ts';

/** Each side, and the other one. */
const SIDES = [
	['intended', 'running'],
	['running', 'intended'],
] as const;

/** What could not be read as the platform means it, and how it was read instead; sentences for the report's warnings. */
export function readRemarks(sides: Sides<DeviceConfig>, syntax: Syntax): readonly string[] {
	return SIDES.flatMap(([side, opposite]) => {
		const { lines, endless: takenOut = [] } = sides[side];
		return [
			...takenOut.map((line) => endlessRemark(line, side, AS_LINES_BUT_KEYS)),
			...endless(lines, side),
			...endlessPrograms(lines, { side, syntax }),
			...misplaced(lines, { side, syntax }),
			...tooDeep(lines, side),
			...flatRemark(lines, { side, other: sides[opposite].lines, syntax }),
		];
	});
}

function endless(lines: readonly ConfigLine[], side: string): readonly string[] {
	return findEndlessBlocks(lines).map((line) => {
		const body = bodyBehind(lines, lines.indexOf(line));
		const isAll = body.length > 0 && body.at(-1) === lines.at(-1);
		if (isAll) return endlessRemark(line, side, 'as a part of it');
		return endlessRemark(line, side, body.length > 0 ? AS_LINES_BUT_KEYS : AS_LINES);
	});
}

const AS_LINES = 'as ordinary lines';
const AS_LINES_BUT_KEYS = `${AS_LINES}, but what may be a key`;

function endlessRemark({ block, number }: ConfigLine, side: string, reading: string): string {
	return `the ${block?.id} that starts on line ${number} of the ${side} config never ends: what follows it is compared ${reading}`;
}

interface Reading {
	readonly side: Side;
	readonly syntax: Syntax;
}

function endlessPrograms(lines: readonly ConfigLine[], { side, syntax }: Reading): readonly string[] {
	return findEndlessPrograms(lines, syntax).map(
		({ number }) =>
			`the policy, set or job that starts on line ${number} of the ${side} config never ends: what belongs to it is judged by its indentation`,
	);
}

function misplaced(lines: readonly ConfigLine[], { side, syntax }: Reading): readonly string[] {
	const line = firstMisplaced(lines, syntax);
	if (line === null) return [];
	return [
		`the sections of the ${side} config do not open and close in pairs (line ${line.number}): what belongs to a section is judged by its indentation, where it has one`,
	];
}

function tooDeep(lines: readonly ConfigLine[], side: string): readonly string[] {
	const line = tooDeepLine(lines);
	if (line === null) return [];
	return [
		`line ${line.number} of the ${side} config is inside more sections than any configuration has: what is in them is compared as one text`,
	];
}
