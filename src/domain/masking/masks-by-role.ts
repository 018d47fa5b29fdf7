import type { LineRole } from '../config/config-line.ts';
import { oncePer } from '../once-per.ts';
import { masksAsShown } from './as-shown.ts';
import { KnownLines } from './known-lines.ts';
import type { MaskingPattern } from './pattern.ts';
import type { CompiledMasks } from './registry.ts';

/** What lines of one kind are asked, in this order, and what became of those that came before. */
export interface AskedMasks {
	readonly masks: readonly MaskingPattern[];
	/** What a line is asked that the device takes and shows in another form. */
	readonly masksOfUnlike: readonly MaskingPattern[];
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
export const masksByRole: (masks: CompiledMasks) => MasksByRole = oncePer(({ lineMasks, platform: { syntax } }) => {
	const asked = (masks: readonly MaskingPattern[]): AskedMasks => ({
		masks,
		masksOfUnlike: [...masksAsShown(masks, syntax), ...masks],
		known: new KnownLines(),
	});
	// What people wrote for people is a sentence before it is a command.
	const sentencesFirst = lineMasks.toSorted((one, other) => Number(isOfSentences(other)) - Number(isOfSentences(one)));
	return {
		commands: asked(lineMasks),
		comments: asked(sentencesFirst),
		bodies: asked(sentencesFirst.filter(({ kind, inTexts }) => kind !== 'volatile' || inTexts === true)),
	};
});

function isOfSentences({ ofSentences }: MaskingPattern): boolean {
	return ofSentences === true;
}
