import { describe, expect, it } from 'vitest';
import { previewChange } from '../../../src/use-cases/preview-change.ts';
import { aRun, revisionsOf } from '../../support/a-run.ts';

const agreed = 'hostname a\nuser anna auth old\nend\n';
const wanted = 'hostname b\nuser anna auth new\nend\n';

describe('previewChange', () => {
	it('lists what a change plans without asking any device, and calls every device unknown', async () => {
		const { run, tools, asked } = aRun({ running: { a: agreed, b: agreed } });

		const report = await previewChange(run, tools, revisionsOf({ base: { a: agreed }, head: { a: wanted } }));

		expect(asked).toEqual([]);
		expect(report.fleet).toMatchObject({ devices: 1, reachable: 0, unknown: 1, health: null });
		expect(report.devices[0]).toMatchObject({
			name: 'a',
			status: 'unknown',
			reachable: false,
			message: expect.stringContaining('not asked'),
			changes: [
				{ class: 'planned', kind: 'changed', line: 'hostname b', runningText: 'hostname a', runningLine: null },
				{ class: 'planned', kind: 'changed', runningLine: null },
			],
		});
		expect(report.devices[0]?.diff).not.toMatch(/auth (?:old|new)/);
	});

	it('names lines that hide something', async () => {
		const { run, tools } = aRun({ running: { a: agreed } });
		const head = { a: 'hostname b\nntp x\u202e\nend\n' };

		const report = await previewChange(run, tools, revisionsOf({ base: { a: agreed }, head }));

		expect(report.devices[0]?.findings).toMatchObject([{ line: 2 }]);
	});

	it('says which intended config cannot be read', async () => {
		const { run, tools } = aRun({ running: { a: agreed } });

		const report = await previewChange(run, tools, revisionsOf({ base: {}, head: { a: 'key\nx\n' } }));

		expect(report.devices[0]).toMatchObject({ reason: 'parse-error', changes: [], diff: '' });
	});

	it('says so of the file that it would mend, too', async () => {
		const { run, tools } = aRun({ running: { a: agreed } });

		const report = await previewChange(run, tools, revisionsOf({ base: { a: 'key\nx\n' }, head: { a: wanted } }));

		expect(report.devices[0]).toMatchObject({
			reason: 'parse-error',
			message: expect.stringMatching(/^before this change, /),
		});
	});

	it('takes a defect for the trouble of its device', async () => {
		const { run, tools, defects } = aRun({ running: { a: agreed, b: agreed } });
		const revisions = revisionsOf({ base: {}, head: { a: wanted, b: wanted } });
		const broken = (path: string): Promise<string | null> =>
			path.includes('a.cfg') ? Promise.reject(new TypeError('x is undefined')) : revisions.readBase(path);

		const report = await previewChange(run, tools, { ...revisions, readBase: broken });

		expect(report.devices.map(({ reason }) => reason)).toEqual(['internal', 'unreachable']);
		expect(defects).toHaveLength(1);
	});
});
