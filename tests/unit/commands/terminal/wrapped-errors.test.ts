import { Command, Option } from 'commander';
import { describe, expect, it } from 'vitest';
import { parsed } from '../../../../src/commands/options/parsed.ts';
import { wrappedErrors } from '../../../../src/commands/terminal/wrapped-errors.ts';
import { since } from '../../../../src/settings/period.ts';

/** What is said of a `--since` that is none. */
function saidOf(given: string, interactive: boolean): string {
	let said = '';
	const write = (text: string): void => {
		said += text;
	};
	const command = new Command('history')
		.addOption(new Option('--since <time>', 'a day').argParser(parsed(since(0))))
		.exitOverride()
		.configureOutput({ writeErr: write, ...wrappedErrors({ write, interactive, colour: false, width: 80 }) });
	expect(() => command.parse(['--since', given], { from: 'user' })).toThrow();
	return said;
}

describe('wrappedErrors', () => {
	it('breaks what is wrong between words on a terminal', () => {
		const said = saidOf('yesterday', true);

		const lines = said.trimEnd().split('\n');
		expect(lines.length).toBeGreaterThan(1);
		expect(lines.filter((line) => line.length > 80)).toEqual([]);
		expect(lines.join(' ')).toBe(saidOf('yesterday', false).trimEnd());
	});

	it('leaves it on one line in a file, which ends with its code', () => {
		expect(saidOf('yesterday', false)).toMatch(/^error: .+ 2026-11-01.* \[ERR_CONFIGURATION\]\n$/u);
	});
});
