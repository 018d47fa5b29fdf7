import { ANSWER_LIMIT_BYTES } from '../../src/adapters/connection/limits.ts';
import { answerEndlessly } from '../../tests/support/faults/answer-endlessly.ts';
import { inReply, type Trouble, type Way } from '../../tests/support/faults/ways.ts';
import { json } from '../../tests/support/rest/rest-server.ts';

/** Small as text, and large once it is read. */
const PIECES = { 'blank-lines': '\n', arrays: '[],', elements: '<a/>' } as const;

/** What a device sends: lines without an end, or of one of those pieces as much as an answer may have. */
export type Flood = 'endless' | keyof typeof PIECES;

export const FLOODS: readonly Flood[] = ['endless', 'blank-lines', 'arrays', 'elements'];

const LINE = `${'flood '.repeat(1_365)}!\n`;
/** For what is around it. */
const SPARE_BYTES = 64 * 1024;

export function troubleOf(flood: Flood, way: Way): Trouble {
	if (flood === 'endless') return endless;
	const piece = PIECES[flood];
	// A terminal ends a line with two bytes, and JSON writes it with two.
	const bytes = piece === '\n' && way.name !== 'netconf' ? 2 : piece.length;
	const text = piece.repeat(Math.floor((ANSWER_LIMIT_BYTES - SPARE_BYTES) / bytes));
	const flooded = (config: string): string => config.replace('\n', () => `\n${text}\n`);
	return {
		runs: flooded(way.config('device')),
		netconf: (config) => ({ replies: { 'get-configuration': inReply(flooded(config)) } }),
		rest: (response, config) => {
			// As values of the answer itself, where the piece is one.
			if (flood === 'arrays') response.setHeader('content-type', 'application/json').end(`[${text}[]]`);
			else json(response, { result: [{}, { output: flooded(config) }] });
		},
	};
}

const endless: Trouble = {
	session: 'floods',
	// A chunk of RFC 6242.
	netconf: () => ({ endless: `\n#${LINE.length}\n${LINE}` }),
	rest: (response) => answerEndlessly(response, LINE),
};
