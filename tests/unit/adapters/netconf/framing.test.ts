import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	ChunkDeframer,
	chunked,
	type Deframer,
	END_OF_MESSAGE,
	EndMarkDeframer,
	FramingError,
} from '../../../../src/adapters/netconf/framing.ts';

/** Pushes bytes in pieces that end at the given places, and returns the messages that came out. */
function pushAll(deframer: Deframer, bytes: Buffer, cuts: readonly number[]): readonly string[] {
	const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].toSorted((one, other) => one - other);
	const edges = [0, ...places, bytes.length];
	return edges
		.slice(1)
		.flatMap((end, index) => deframer.push(bytes.subarray(edges[index], end)))
		.map((message) => message.toString());
}

const texts = fc.array(fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('\n#4\n', '\n##\n', ']]>', '<ä/>')), {
	minLength: 1,
});
const cuts = fc.array(fc.nat(5_000));

describe('messages with an end mark', () => {
	it('come back however they are cut', () => {
		const messages = texts.filter((all) => all.every((text) => !`${text}]]>]]>`.slice(0, -1).includes(END_OF_MESSAGE)));
		fc.assert(
			fc.property(messages, cuts, (all, places) => {
				const bytes = Buffer.from(all.map((text) => text + END_OF_MESSAGE).join(''));

				expect(pushAll(new EndMarkDeframer(), bytes, places)).toEqual(all);
			}),
		);
	});

	it('leave what stands behind them', () => {
		const deframer = new EndMarkDeframer();

		expect(deframer.push(Buffer.from('one]]>]]>\n#3')).map(String)).toEqual(['one']);
		expect(deframer.takeRest().toString()).toBe('\n#3');
	});

	it.each([
		['without an end', 'x'.repeat(101)],
		['with an end that comes too late', `${'x'.repeat(101)}]]>]]>`],
	])('%s are refused', (_, text) => {
		expect(() => new EndMarkDeframer(100).push(Buffer.from(text))).toThrow(FramingError);
	});
});

describe.each([
	['with an end mark', () => new EndMarkDeframer(1_000), (text: string) => text + END_OF_MESSAGE],
	['in chunks', () => new ChunkDeframer(1_000), chunked],
] as const)('messages %s', (_, start, framed) => {
	it('have a limit each, and not all together', () => {
		const deframer = start();
		const text = 'x'.repeat(800);
		const half = framed(text).slice(0, 400);

		expect(deframer.push(Buffer.from(framed(text))).map(String)).toEqual([text]);
		expect(deframer.push(Buffer.from(half))).toEqual([]);
		expect(deframer.push(Buffer.from(framed(text).slice(400))).map(String)).toEqual([text]);
	});
});

describe('messages in chunks', () => {
	it('come back however they are cut, whatever they hold', () => {
		fc.assert(
			fc.property(texts, cuts, (all, places) => {
				const bytes = Buffer.from(all.map(chunked).join(''));

				expect(pushAll(new ChunkDeframer(), bytes, places)).toEqual(all);
			}),
		);
	});

	it('are joined of several chunks', () => {
		expect(new ChunkDeframer().push(Buffer.from('\n#3\nabc\n#12\ndefghijklmno\n##\n')).map(String)).toEqual([
			'abcdefghijklmno',
		]);
	});

	it('are not larger all together than a limit', () => {
		const deframer = new ChunkDeframer(10);

		expect(() => deframer.push(Buffer.from('\n#6\nabcdef\n#5\nabcde\n##\n'))).toThrow('larger than');
	});

	it('reach it in fewer bytes the smaller they are, because each has to be kept', () => {
		const small = new ChunkDeframer(1_000);
		const large = new ChunkDeframer(1_000);

		expect(() => small.push(Buffer.from('\n#1\na'.repeat(100)))).toThrow('larger than');
		expect(large.push(Buffer.from(chunked('a'.repeat(900))))).toHaveLength(1);
	});

	it('are refused with an error of their own, whatever comes', () => {
		const hostile = fc.array(
			fc.oneof(fc.uint8Array().map(Buffer.from), fc.constantFrom('\n#', '0', '9', '\n', '##').map(Buffer.from)),
		);
		fc.assert(
			fc.property(hostile, (pieces) => {
				const deframer = new ChunkDeframer(1_000);
				try {
					for (const piece of pieces) deframer.push(piece);
				} catch (error) {
					expect(error).toBeInstanceOf(FramingError);
				}
			}),
		);
	});
});
