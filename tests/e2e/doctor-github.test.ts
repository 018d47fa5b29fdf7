import { describe, expect, it } from 'vitest';
import type { DiagnosedStep } from '../../src/domain/diagnosis.ts';
import { starterWorkflow } from '../../src/settings/starter/starter-workflow.ts';
import { REPOSITORY, startHosting } from '../support/e2e/hosting.ts';
import { spawnCli } from '../support/e2e/spawn-cli.ts';
import { startGitHubServer } from '../support/github/server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

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
		expect(well.stdout).toContain(`${WORKFLOW}: pull_request, workflow_dispatch, schedule`);
		expect(wrong.exitCode).toBe(3);
		expect(wrong.stdout.replaceAll(/\s+/g, ' ')).toContain(
			'refused the token (401). Check that the token is valid and not expired',
		);
		expect(wrong.stdout).not.toContain('checks');
		expect(wrong.stdout + wrong.stderr).not.toContain('ghp_wrong');
		expect(none.stdout).toContain('set GITHUB_TOKEN');
	});

	const rights = { contents: 'read', 'pull-requests': 'read', checks: 'read', issues: 'read' } as const;

	it.each([
		['pull-requests', 'pull requests'],
		['checks', 'checks'],
		['issues', 'issues'],
	] as const)('names the one right that the token lacks: %s', async (right, step) => {
		const { [right]: _lacking, ...permissions } = rights;
		await using github = await startGitHubServer({ permissions });
		await using folder = await temporaryFolder('doctor-');

		const { exitCode, stdout } = await spawnCli(['doctor', '--github', '--json'], {
			cwd: folder.path,
			env: { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token, GITHUB_REPOSITORY: REPOSITORY },
		});

		expect(exitCode).toBe(3);
		const found: readonly DiagnosedStep<string>[] = JSON.parse(stdout);
		const failed = found.filter(({ status }) => status === 'failed');
		expect(failed.map(({ step: name }) => name)).toEqual([step]);
		expect(failed[0]?.detail).toMatch(
			new RegExp(
				`\\(403\\)\\. Give the token "${right}: read" for this repository; in a workflow, add it to the permissions of the job$`,
			),
		);
		const passed = found.filter(({ status }) => status === 'passed').map(({ step: name }) => name);
		expect(passed).toEqual(['repository', 'pull requests', 'checks', 'issues'].filter((name) => name !== step));
	});
});
