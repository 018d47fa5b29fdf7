import type { LineRole } from '../config/config-line.ts';
import { KnownLines } from './known-lines.ts';
import type { MaskingPattern } from './pattern.ts';
import type { CompiledMasks } from './registry.ts';

/** What lines of one kind are asked, in this order, and what became of those that came before. */
export interface AskedMasks {
	readonly masks: readonly MaskingPattern[];
	readonly known: KnownLines;
}

/** The same line may become something else as a command, in a comment, and in a banner, a script or a key. */
export interface MasksByRole {
	readonly commands: AskedMasks;
	readonly comments: AskedMasks;
	readonly bodies: AskedMasks;
}

/** The masks for lines of one kind. */
export function masksFor(role: LineRole, { commands, comments, bodies }: MasksByRole): AskedMasks {
	return role === 'body' ? bodies : role === 'comment' ? comments : commands;
}

/** Sorted once for each set of masks, and with a memory of its own: another set may make something else of the same line. */
export function masksByRole(masks: CompiledMasks): MasksByRole {
	const known = sorted.get(masks);
	if (known !== undefined) return known;
	const { lineMasks } = masks;
	// What people wrote for people is a sentence before it is a command.
	const sentencesFirst = lineMasks.toSorted((one, other) => Number(isOfSentences(other)) - Number(isOfSentences(one)));
	const byRole = {
		commands: asked(lineMasks),
		comments: asked(sentencesFirst),
		bodies: asked(sentencesFirst.filter(({ kind, inTexts }) => kind !== 'volatile' || inTexts === true)),
	};
	sorted.set(masks, byRole);
	return byRole;
}

const sorted = new WeakMap<CompiledMasks, MasksByRole>();

function isOfSentences({ ofSentences }: MaskingPattern): boolean {
	return ofSentences === true;
}

function asked(masks: readonly MaskingPattern[]): AskedMasks {
	return { masks, known: new KnownLines() };
}
