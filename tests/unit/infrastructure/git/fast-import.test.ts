import { describe, expect, it } from 'vitest';
import { fastImportStream } from '../../../../src/infrastructure/git/fast-import.ts';

const COMMIT = {
	subject: 'audit: 0 of 1 drifted, health 100',
	identity: { name: 'fleet-drift', email: 'fleet-drift@example.net' },
	time: 1_700_000_000_999,
	parent: null,
	removed: [],
	stored: [],
	files: [{ path: 'README.md', content: 'Zürich\n' }],
};

describe('fastImportStream', () => {
	it('counts bytes, not characters', () => {
		expect(fastImportStream(COMMIT, 'refs/fleet/commit-0').toString()).toBe(
			[
				'feature done',
				'commit refs/fleet/commit-0',
				'mark :1',
				'committer fleet-drift <fleet-drift@example.net> 1700000000 +0000',
				'data 34',
				'audit: 0 of 1 drifted, health 100',
				'',
				'M 100644 inline README.md',
				'data 8',
				'Zürich',
				'',
				'',
				'get-mark :1',
				'done',
				'',
			].join('\n'),
		);
	});

	it('names files whose content is there already', () => {
		const stored = [{ path: 'configs/edge-01.cfg', object: 'a'.repeat(40) }];

		expect(fastImportStream({ ...COMMIT, stored }, 'refs/x').toString()).toContain(
			`\nM 100644 ${'a'.repeat(40)} configs/edge-01.cfg\n`,
		);
	});

	it('takes files away before it writes others', () => {
		const stream = fastImportStream({ ...COMMIT, removed: ['data/old.json'] }, 'refs/x').toString();

		expect(stream).toContain('\nD data/old.json\nM 100644 inline README.md\n');
	});

	it('builds on the parent', () => {
		expect(fastImportStream({ ...COMMIT, parent: 'a'.repeat(40) }, 'refs/x').toString()).toContain(
			`\nfrom ${'a'.repeat(40)}\nM 100644`,
		);
	});

	it('keeps a hostile identity and subject on their line', () => {
		const identity = { name: 'eve\ncommitter root <root@x> 0 +0000', email: 'e>\nM 100644 inline x' };

		const stream = fastImportStream({ ...COMMIT, identity, subject: 'a\nfrom b' }, 'refs/x').toString();

		expect(stream).toContain('committer eve committer root  root@x  0 +0000 <e  M 100644 inline x> 1700000000 +0000\n');
		expect(stream).toContain('data 9\na from b\n');
	});
});
