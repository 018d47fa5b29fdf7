import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeText } from '../../../src/domain/text/pieces.ts';
import { renderTerminal } from '../../../src/reporting/terminal/render-terminal.ts';
import { commandsIn } from '../../support/github/runner-commands.ts';
import { hostileReport } from '../../support/hostile-report.ts';
import { aVerdict } from '../../support/report-fixtures.ts';

const OUR_SEQUENCES = /\u001b\[(?:0|1|2|31|32|33|34)m/g;

describe('renderTerminal', () => {
	it('sends a terminal nothing but text, line ends and its own colours', () => {
		fc.assert(
			fc.property(hostileReport, fc.boolean(), (report, colour) => {
				const text = wholeText(renderTerminal(report, aVerdict(report), { colour, width: 80 }));

				const own = colour ? text.replace(OUR_SEQUENCES, '') : text;
				// The zero-width space breaks log commands.
				expect(own.replace(/[\n\u200b]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
			}),
			{ numRuns: 300 },
		);
	});

	it('holds nothing that a runner takes for a command', () => {
		fc.assert(
			fc.property(hostileReport, fc.boolean(), (report, colour) => {
				expect(commandsIn(wholeText(renderTerminal(report, aVerdict(report), { colour, width: 80 })))).toEqual([]);
			}),
			{ numRuns: 300 },
		);
	});
});
