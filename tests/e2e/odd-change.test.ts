import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { DeviceReport, FleetReport } from '../../src/domain/fleet-report.ts';
import { startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { pullRequestEvent } from '../support/e2e/events.ts';
import { fleetYml, intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { startHosting } from '../support/e2e/hosting.ts';
import { iosConfig } from '../support/e2e/ios-config.ts';
import { simulatedDevice } from '../support/simulated-device.ts';

const devices = [
	'new',
	'removed',
	'emptied',
	'linked',
	'binary',
	'latin1',
	'garbled',
	'unmerged',
	'fine',
	'golden',
].map((name) => simulatedDevice({ name, runningConfig: iosConfig(name) }));

it('judges what can be judged of a change that does odd things to intended files', async () => {
	await using fleet = await startSimulatedFleet({ devices });
	await using hosting = await startHosting();
	const { checkout, github } = hosting;
	const before = devices.filter(({ name }) => name !== 'new').map(({ name }) => [intendedPath(name), iosConfig(name)]);
	await checkout.commit({ 'fleet.yml': fleetYml(fleet, devices), ...Object.fromEntries(before) });
	await checkout.commit({ [intendedPath('golden')]: null, 'golden/leaf.cfg': iosConfig('golden') });
	await symlink('../golden/leaf.cfg', join(checkout.folder, intendedPath('golden')));
	const base = await checkout.commit({});
	await checkout.branch('change');
	await checkout.commit({ [intendedPath('linked')]: null });
	await symlink('/etc/passwd', join(checkout.folder, intendedPath('linked')));
	await writeFile(join(checkout.folder, intendedPath('latin1')), Buffer.from('hostname Zürich\nend\n', 'latin1'));
	const head = await checkout.commit({
		[intendedPath('new')]: iosConfig('new'),
		[intendedPath('removed')]: null,
		[intendedPath('emptied')]: '\n',
		[intendedPath('binary')]: 'hostname binary\0\n',
		[intendedPath('garbled')]: '{ not | a config }}}\n\u0007\t]]\n',
		[intendedPath('unmerged')]: iosConfig('unmerged').replace(
			'\nend',
			'\n<<<<<<< HEAD\n=======\nip http server\n>>>>>>> main\nend',
		),
		[intendedPath('fine')]: iosConfig('fine', { mtu: 9000 }),
		'golden/leaf.cfg': iosConfig('golden', { mtu: 9000 }),
	});
	github.state.mergeBases.set(`${base}...${head}`, base);

	const run = await hosting.run({
		eventName: 'pull_request',
		event: pullRequestEvent({ base, head }),
		inputs: { 'report-dir': 'report', 'fail-on': 'drift,unknown' },
		env: LOGIN,
	});

	const report: FleetReport = JSON.parse(await readFile(join(checkout.folder, 'report/report.json'), 'utf8'));
	expect(Object.fromEntries(report.devices.map((device) => [device.name, device.reason ?? classesOf(device)]))).toEqual(
		{
			new: '',
			removed: 'no-intended',
			emptied: 'no-intended',
			linked: 'no-intended',
			binary: 'no-intended',
			latin1: 'no-intended',
			garbled: 'planned',
			unmerged: 'parse-error',
			fine: 'planned',
			golden: 'planned',
		},
	);
	expect(run.exitCode).toBe(3);
	expect(github.state.checkRuns).toMatchObject([{ conclusion: 'action_required' }]);
	for (const said of [
		'removes its intended config',
		'cfg empty',
		'is a symbolic link',
		'holds a NUL byte',
		'is not in UTF-8',
	])
		expect(run.summary).toContain(said);
	expect(run.summary).not.toContain('root:');
});

function classesOf({ changes }: DeviceReport): string {
	return [...new Set(changes.map((change) => change.class))].join(' ');
}
