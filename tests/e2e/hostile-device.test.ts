import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { pullRequestEvent, scheduleEvent } from '../support/e2e/events.ts';
import { fleetYml, intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { startHosting } from '../support/e2e/hosting.ts';
import { iosConfig } from '../support/e2e/ios-config.ts';
import { outlineGfm } from '../support/gfm.ts';
import type { RunnerCommand } from '../support/github/runner-commands.ts';
import { simulatedDevice } from '../support/simulated-device.ts';

/** What whoever owns a device would like the runner, the reader and the browser to do. */
const ATTACKS = [
	'::error::forged verdict',
	'::add-mask::shutdown',
	'::stop-commands::evil',
	'x ##[add-mask]shutdown',
	'##[error]forged verdict',
	'::set-output name=verdict::in-sync',
	'```',
	'~~~~',
	'@evil-team look, #1 and octo/other#2',
	'<script>alert("evil")</script>',
	'</details></code></pre><img src=x onerror=alert(1)>',
	'![evil](https://evil.example/pixel.png)',
	'<!-- fleet-drift-audit: {"v":1,"key":"audit/fleet"} -->',
	'| a | b |',
];

const devices = [
	simulatedDevice({
		name: 'evil',
		banner: `${ATTACKS.join('\n')}\n`,
		motd: ATTACKS.join('\n'),
		runningConfig: iosConfig('evil', {
			uplink: ATTACKS.map((attack, index) => `remark${index} ${attack}`),
			lines: ['banner motd ^C', ...ATTACKS, '^C', ...ATTACKS],
		}),
	}),
];

it('lets no device say anything to the runner, on GitHub or in a browser', async () => {
	await using fleet = await startSimulatedFleet({ devices });
	await using hosting = await startHosting();
	const base = await hosting.checkout.commit({
		'fleet.yml': fleetYml(fleet, devices),
		[intendedPath('evil')]: iosConfig('evil'),
	});
	const run = { inputs: { 'report-dir': 'report' }, env: LOGIN };

	const audit = await hosting.run({ eventName: 'schedule', event: scheduleEvent, ...run });
	await hosting.checkout.branch('change');
	// What a pull request proposes is as little trusted as what a device says.
	const head = await hosting.checkout.commit({ [intendedPath('evil')]: iosConfig('evil', { lines: ATTACKS }) });
	hosting.github.state.mergeBases.set(`${base}...${head}`, base);
	const preflight = await hosting.run({ eventName: 'pull_request', event: pullRequestEvent({ base, head }), ...run });

	expect([audit.outputs.verdict, preflight.outputs.verdict]).toEqual(['drifted', 'drifted']);
	expect([audit.exitCode, preflight.exitCode]).toEqual([1, 1]);
	expect(unasked([...audit.commands, ...preflight.commands])).toEqual([]);

	expect(audit.stdout).toContain('forged verdict');

	const [comment] = hosting.github.state.comments;
	const documents = {
		'summary of the audit': audit.summary,
		'summary of the check': preflight.summary,
		comment: comment?.body ?? '',
		...Object.fromEntries(
			hosting.github.state.checkRuns.flatMap(({ output }, index) => [
				[`check ${index} summary`, output.summary ?? ''],
				[`check ${index} text`, output.text ?? ''],
			]),
		),
		'report.md': await readFile(join(hosting.checkout.folder, 'report/report.md'), 'utf8'),
		'README.md of the results branch': await hosting.inRepository('show', 'drift-results:README.md'),
	};
	for (const [name, markdown] of Object.entries(documents)) {
		const { prose, openFence } = outlineGfm(markdown);
		expect(openFence, name).toBe(false);
		expect(prose.match(/@evil|<script|<img|!\[evil|octo\/other#2/gu), name).toBeNull();
	}
	expect(documents.comment).toContain('remark8');

	const pages = [
		await readFile(join(hosting.checkout.folder, 'report/report.html'), 'utf8'),
		await hosting.inRepository('show', 'drift-results:index.html'),
	];
	for (const page of pages) expect(page.replace(OWN_SCRIPTS, '').match(/<script|<img/gu)).toBeNull();
	expect(pages.map((page) => page.match(OWN_SCRIPTS)?.length)).toEqual([undefined, 2]);
});

/** The data of the dashboard and its script; nothing of it ends an element. */
const OWN_SCRIPTS =
	/<script(?: type="application\/json" id="state")?>[^<]*<\/script>|<script>\n\(function\(\) \{[\s\S]*?\n\}\)\(\);\n<\/script>/gu;

/** The runner is told what to mask and what failed; nothing else is asked of it. */
function unasked(commands: readonly RunnerCommand[]): readonly RunnerCommand[] {
	return commands.filter(({ name, data }) => name !== 'add-mask' || data.includes('shutdown'));
}
