import fc from 'fast-check';
import type { FuzzTarget } from './fuzz-target.ts';

/** Larger ones are for the tests of how time grows. */
const MAX_LENGTH = 8_000;
const MAX_EDITS = 6;

/** Where in a text, as a share of its length, so that an edit means the same in texts of any length. */
const place = fc.integer({ min: 0, max: 10_000 }).map((share) => share / 10_000);

type Edit =
	| { readonly kind: 'insert'; readonly at: number; readonly text: string }
	| { readonly kind: 'cut' | 'repeat' | 'move'; readonly at: number; readonly to: number; readonly length: number }
	| { readonly kind: 'swap-lines'; readonly at: number; readonly to: number }
	| { readonly kind: 'cross'; readonly at: number; readonly with: string };

/** Texts like the seeds, with pieces cut, repeated, moved, put in, or taken over from another seed. */
export function mutationsOf({ dictionary, input }: FuzzTarget, seeds: readonly string[]): fc.Arbitrary<string> {
	const noise =
		input === 'bytes' ? fc.string({ unit: byte, maxLength: 8 }) : fc.string({ unit: 'binary', maxLength: 8 });
	const piece = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...dictionary) }, { weight: 1, arbitrary: noise });
	const length = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 400 }));
	const edit: fc.Arbitrary<Edit> = fc.oneof(
		fc.record({ kind: fc.constant('insert' as const), at: place, text: piece }),
		fc.record({
			kind: fc.constantFrom('cut' as const, 'repeat' as const, 'move' as const),
			at: place,
			to: place,
			length,
		}),
		fc.record({ kind: fc.constant('swap-lines' as const), at: place, to: place }),
		fc.record({ kind: fc.constant('cross' as const), at: place, with: fc.constantFrom(...seeds) }),
	);
	return fc
		.tuple(fc.constantFrom(...seeds), fc.array(edit, { maxLength: MAX_EDITS }))
		.map(([seed, edits]) => edits.reduce(apply, seed).slice(0, MAX_LENGTH));
}

const byte = fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code));

function apply(text: string, edit: Edit): string {
	const at = Math.round(edit.at * text.length);
	switch (edit.kind) {
		case 'insert':
			return text.slice(0, at) + edit.text + text.slice(at);
		case 'cut':
			return text.slice(0, at) + text.slice(at + edit.length);
		case 'repeat':
			return text.slice(0, at + edit.length) + text.slice(at);
		case 'move': {
			const rest = text.slice(0, at) + text.slice(at + edit.length);
			const to = Math.round(edit.to * rest.length);
			return rest.slice(0, to) + text.slice(at, at + edit.length) + rest.slice(to);
		}
		case 'swap-lines': {
			const lines = text.split('\n');
			const [one, other] = [edit.at, edit.to].map((share) => Math.floor(share * (lines.length - 1)));
			return lines
				.with(one ?? 0, lines[other ?? 0] ?? '')
				.with(other ?? 0, lines[one ?? 0] ?? '')
				.join('\n');
		}
		case 'cross': {
			const from = Math.round(edit.at * edit.with.length);
			return text.slice(0, at) + edit.with.slice(from);
		}
	}
}
