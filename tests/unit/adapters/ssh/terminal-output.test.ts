import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TerminalOutput } from '../../../../src/adapters/ssh/terminal-output.ts';

const pieces = fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '\r\n', '\n', ' ', 'x'.repeat(6_000)) }));

describe('TerminalOutput', () => {
	it('holds what came, cut at ends of lines only', () => {
		fc.assert(
			fc.property(pieces, (texts) => {
				const { output, whole } = receive(texts);
				const { chunks } = output.text();

				expect(chunks.join('')).toBe(whole);
				expect(chunks.slice(0, -1).every((chunk) => chunk.endsWith('\n'))).toBe(true);
				expect(output.length).toBe(whole.length);
			}),
		);
	});

	it('holds what came after any place', () => {
		fc.assert(
			fc.property(pieces, fc.nat(), (texts, place) => {
				const { output, whole } = receive(texts);
				const length = place % (whole.length + 1);

				expect(output.after(length).chunks.join('')).toBe(whole.slice(length));
			}),
		);
	});

	it('knows the line that the cursor is in', () => {
		const { output } = receive(['R1#show\r\n', ' one\r\n--Mo', 're-\x1b[0m', '-']);

		expect(output.lastLine).toBe('--More--');
	});

	it('takes an endless line for no prompt', () => {
		expect(receive(['x'.repeat(5_000), '#']).output.lastLine).toBe('');
	});
});

function receive(texts: readonly string[]): { readonly output: TerminalOutput; readonly whole: string } {
	const output = new TerminalOutput();
	for (const text of texts) output.append(Buffer.from(text));
	return { output, whole: Buffer.from(texts.join('')).toString('latin1') };
}
