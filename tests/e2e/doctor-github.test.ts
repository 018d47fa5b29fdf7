import { describe, expect, it } from 'vitest';
import { starterWorkflow } from '../../src/settings/starter/starter-workflow.ts';
import { REPOSITORY, startHosting } from '../support/e2e/hosting.ts';
import { spawnCli } from '../support/e2e/spawn-cli.ts';

const WORKFLOW = '.github/workflows/drift.yml';

describe('doctor --github', () => {
	it('tells what the token can read and what the workflows may write', async () => {
		await using hosting = await startHosting();
		await hosting.checkout.commit({ [WORKFLOW]: starterWorkflow(['FLEET_USERNAME', 'FLEET_PASSWORD']) });
		const env = {
			GITHUB_API_URL: hosting.github.url,
			GITHUB_TOKEN: hosting.github.token,
			GITHUB_REPOSITORY: REPOSITORY,
		};
		const doctor = (more: Readonly<Record<string, string>> = {}) =>
			spawnCli(['doctor', '--github'], { cwd: hosting.checkout.folder, env: { ...env, ...more } });

		const well = await doctor();
		const wrong = await doctor({ GITHUB_TOKEN: 'ghp_wrong0123456789' });
		const none = await doctor({ GITHUB_TOKEN: '' });

		expect([well.exitCode, well.stderr]).toEqual([0, '']);
		for (const step of ['repository', 'pull requests', 'checks', 'issues', 'events']) {
			expect(well.stdout).toMatch(new RegExp(`^ {2}✓ ${step}`, 'm'));
		}
		expect(well.stdout).toContain(`${WORKFLOW}: pull_request, schedule`);
		expect(wrong.exitCode).toBe(3);
		expect(wrong.stdout.replaceAll(/\s+/g, ' ')).toContain(
			'refused the token (401). Check that the token is valid and not expired',
		);
		expect(wrong.stdout).not.toContain('checks');
		expect(wrong.stdout + wrong.stderr).not.toContain('ghp_wrong');
		expect(none.stdout).toContain('set GITHUB_TOKEN');
	});
});
