import { describe, expect, it } from 'vitest';
import { auditCommand } from '../../../src/commands/audit.ts';
import { folderOfFleet } from '../../support/folder-of-fleet.ts';
import { runCommand } from '../../support/run-command.ts';

const CONFIG = 'version 17.9\nhostname R1\nend\n';
const OTHER = 'version 17.9\nhostname R2\nend\n';

const audit = (cwd: string, ...args: readonly string[]) =>
	runCommand(auditCommand, ['--running-dir', 'running', ...args], { cwd });

describe('audit', () => {
	it.each([
		[0, { a: CONFIG, b: CONFIG }],
		[1, { a: CONFIG, b: OTHER }],
		[3, { a: CONFIG }],
	] as const)('ends with %i where devices run %j', async (expected, running) => {
		const more = 'policy: { fail-on: [drift, unknown] }';
		await using folder = await folderOfFleet({ intended: { a: CONFIG, b: CONFIG }, running, more });

		expect((await audit(folder.path)).exitCode).toBe(expected);
	});

	it('refuses two reports in one file before it asks anybody', async () => {
		await using folder = await folderOfFleet({ intended: { a: CONFIG }, running: { a: OTHER } });

		await expect(audit(folder.path, '--json', 'report.json', '--markdown', './report.json')).rejects.toThrow(
			'--json and --markdown both name it',
		);
	});

	it('takes no option beside --shard that says something of the whole', async () => {
		await using folder = await folderOfFleet({ intended: { a: CONFIG }, running: { a: CONFIG } });

		await expect(
			audit(folder.path, '--shard', '1/2', '--manifest', 'm.json', '--select', 'site=a', '--html', 'a.html'),
		).rejects.toThrow(
			/--html cannot be combined with --shard\. Give it to fleet-drift merge[\s\S]*--select cannot .* Give it to fleet-drift plan/,
		);
	});
});
