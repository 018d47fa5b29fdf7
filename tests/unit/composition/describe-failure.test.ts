import { describe, expect, it } from 'vitest';
import { describeFailure } from '../../../src/composition/describe-failure.ts';
import {
	ConfigurationError,
	DeviceError,
	DriftAuditError,
	type ErrorCode,
	NOWHERE,
	PublishError,
} from '../../../src/errors.ts';
import { GitFailure } from '../../../src/infrastructure/git/git-failure.ts';
import { explainFailures, translateFailure } from '../../../src/infrastructure/github/publish-failure.ts';
import { readFile } from '../../support/docs/documents.ts';

const CODES = [...readFile('docs/errors.md').matchAll(/^### (ERR_\w+)$/gm)].map(([, code]) => code as ErrorCode);
const BESIDE = { verbose: false };

function problem(line: number) {
	return { file: 'fleet.yml', line, column: 5, message: 'unknown key "transprot"', fix: 'Write transport' };
}

describe('describeFailure', () => {
	it.each(CODES)('ends the first line with %s, whichever class has it', (code) => {
		const errors = [
			new DriftAuditError(code, 'it failed\nand more'),
			new DeviceError('edge-01', code, 'it failed\nand more'),
			new PublishError('comment', 'it failed\nand more', { code }),
		];

		for (const error of errors) expect(describeFailure(error, BESIDE)).toBe(`it failed [${code}]\nand more`);
	});

	it('ends the first line with the code, of one problem and of several', () => {
		const one = describeFailure(new ConfigurationError([problem(3)]), BESIDE);
		const two = describeFailure(new ConfigurationError([problem(3), problem(4)]), BESIDE);

		expect(one).toBe('fleet.yml:3:5: unknown key "transprot". Write transport [ERR_CONFIGURATION]');
		expect(two.split('\n')).toEqual([
			'2 problems; no device was contacted [ERR_CONFIGURATION]',
			'fleet.yml:3:5: unknown key "transprot". Write transport',
			'fleet.yml:4:5: unknown key "transprot". Write transport',
		]);
		expect(describeFailure(new ConfigurationError([{ ...NOWHERE, message: 'a', fix: 'B' }]), BESIDE)).toBe(
			'a. B [ERR_CONFIGURATION]',
		);
	});

	it('takes what only the user can mend about git for no defect', () => {
		const failure = new GitFailure({ command: 'cat-file', kind: 'too-many-files', exitCode: null, output: '' });

		expect(describeFailure(failure, BESIDE)).toMatch(/^git cannot open its files, .+ \[ERR_CONFIGURATION\]$/u);
	});

	it('has no code for a defect, and its stack only where it was asked for', () => {
		const defect = new TypeError('x is undefined');

		expect(describeFailure(defect, BESIDE)).toMatch(/^an internal error: x is undefined\. [^[]+$/u);
		expect(describeFailure(defect, { verbose: true })).toContain('describe-failure.test.ts');
	});
});

describe('explainFailures', () => {
	it('ends every warning with the code of what did not take the report', () => {
		const refused = Object.assign(new Error('Resource not accessible by integration'), { status: 403 });
		const missing = translateFailure({ sink: 'comment', permission: 'pull-requests: write', error: refused });
		const unreadable = new PublishError('history', 'it cannot be read', { code: 'ERR_HISTORY' });

		for (const restricted of [false, true]) {
			expect(explainFailures([missing, unreadable], { restricted })).toEqual([
				expect.stringMatching(/ there is no comment; .* \[ERR_PUBLISH\]$/u),
				'it cannot be read [ERR_HISTORY]',
			]);
		}
	});
});
