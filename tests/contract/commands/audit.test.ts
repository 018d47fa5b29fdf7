import { describe, expect, it } from 'vitest';
import { auditCommand } from '../../../src/commands/audit.ts';
import { planCommand } from '../../../src/commands/plan.ts';
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

	it('ends with 2 where a report could not be written after all, whatever the verdict', async () => {
		await using folder = await folderOfFleet({ intended: { a: CONFIG }, running: { a: CONFIG } });

		const { exitCode, stderr } = await audit(folder.path, '--json', 'report', '--html', 'report/index.html');

		expect(exitCode).toBe(2);
		expect(stderr).toMatch(/^error: /m);
	});

	it('takes no option beside --shard that says something of the whole', async () => {
		await using folder = await folderOfFleet({ intended: { a: CONFIG }, running: { a: CONFIG } });

		await expect(
			audit(folder.path, '--shard', '1/2', '--manifest', 'm.json', '--select', 'site=a', '--html', 'a.html'),
		).rejects.toThrow(
			/--html cannot be combined with --shard\. Give it to fleet-drift merge[\s\S]*--select cannot .* Give it to fleet-drift plan/,
		);
	});

	it('ends with 0 for its shard, whatever it found, and with 3 where it was interrupted', async () => {
		await using folder = await folderOfFleet({
			intended: { a: CONFIG },
			devices: { a: `{ host: 192.0.2.1, host-key: "SHA256:${'A'.repeat(43)}" }` },
		});
		const cwd = folder.path;
		const env = { PASSWORD: 'open sesame' };
		await runCommand(planCommand, ['--shards', '1'], { cwd, env });
		const shard = ['--shard', '1/1'];

		const done = await runCommand(auditCommand, [...shard, '--running-dir', 'running'], { cwd, env });
		const interrupted = await runCommand(auditCommand, shard, { cwd, env, signal: AbortSignal.abort() });

		expect(done).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('written to shards/') });
		expect(interrupted.exitCode).toBe(3);
	});
});
