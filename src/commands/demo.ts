import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { embeddedPast } from '../composition/history/embedded-past.ts';
import { renderHistoryPages } from '../composition/history/history-pages.ts';
import { redactReport } from '../composition/run/redact-report.ts';
import { setUpRun } from '../composition/run/set-up-run.ts';
import { systemClock } from '../composition/system-clock.ts';
import type { FleetReport } from '../domain/fleet-report.ts';
import { DEFAULT_RETENTION } from '../domain/history/retention.ts';
import { createBareRepository } from '../infrastructure/git/bare-repository.ts';
import { makeTemporary } from '../infrastructure/make-temporary.ts';
import { makeFolder } from '../infrastructure/output-file.ts';
import { removeTemporary } from '../infrastructure/remove-temporary.ts';
import { HistoryRepository } from '../infrastructure/results-branch/history-repository.ts';
import { inTurns } from '../infrastructure/turns.ts';
import type { Fleet } from '../settings/settings.ts';
import { type SimulatedFleet, startSimulatedFleet } from '../simulator/start-fleet.ts';
import { triggerFleetAudit } from '../use-cases/audit-fleet.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { examples } from './options/examples.ts';
import { localRunOptions } from './options/local-run-options.ts';
import { openSampleFleet, sampleFleetOption } from './options/sample-fleet.ts';
import { concludeRun } from './output/conclude-run.ts';
import { readResults } from './past/open-results.ts';

const BRANCH = 'drift-results';

export function demoCommand(line: CommandLine, exit: (code: ExitCode) => void): Command {
	return new Command('demo')
		.description('simulate the sample fleet on loopback and audit it, history included; needs no network')
		.addOption(sampleFleetOption())
		.option('--out <folder>', 'where reports and history go', 'demo-report')
		.addHelpText('after', examples('fleet-drift demo', 'fleet-drift demo --out demo-report'))
		.action(async (options: DemoOptions) => exit(await demo(options, line)));
}

interface DemoOptions {
	readonly fleet: string;
	readonly out: string;
}

async function demo(options: DemoOptions, line: CommandLine): Promise<ExitCode> {
	const fleetFile = resolve(line.cwd, options.fleet);
	const out = resolve(line.cwd, options.out);
	await makeFolder(out);
	const { devices, env } = openSampleFleet(fleetFile);
	line.log.info(`Starting ${devices.length} simulated devices on loopback…`);
	await using simulated = await startSimulatedFleet({ devices, ports: 'ephemeral' });
	await using prepared = await setUpRun({
		...localRunOptions(options.fleet, line),
		select: '',
		source: { from: 'devices' },
		intendedOnDisk: true,
		env: { ...line.env, ...env },
		adjust: (fleet) => withPortsOf(fleet, simulated),
	});
	const report = await inTurns(redactReport(await triggerFleetAudit(prepared.run, prepared.tools), line.log.redact));
	const files = { json: join(out, 'report.json'), markdown: join(out, 'report.md'), html: join(out, 'report.html') };
	const history = join(out, 'history.git');
	const commit = await recordHistory(report, history);
	const code = await concludeRun(report, {
		policy: prepared.fleet.policy,
		options: files,
		line,
		// The devices are gone by then.
		nextStep: () => null,
		past: () => readResults({ remote: history, branch: BRANCH }, line, (past) => embeddedPast(past, report)),
	});
	line.log.info(
		[
			`JSON      ${files.json}`,
			`Markdown  ${files.markdown}`,
			`Page      ${files.html}`,
			`History   ${history}, branch ${BRANCH} at ${commit.slice(0, 10)}`,
			`Exit code ${code}: ${code === 1 ? 'the sample fleet has drifted, as it should' : 'see docs/cli.md'}`,
			'',
			`Next: open the page; then run "fleet-drift init" in your own repository to start with your devices`,
		].join('\n'),
	);
	return code;
}

/** The devices of fleet.yml, at the free ports that the simulator found. */
function withPortsOf(fleet: Fleet, simulated: SimulatedFleet): Fleet {
	const devices = fleet.devices.map((device) => ({ ...device, port: simulated.portOf(device.name) }));
	return { ...fleet, devices };
}

async function recordHistory(report: FleetReport, remote: string): Promise<string> {
	await createBareRepository(remote);
	const tempDir = await makeTemporary(tmpdir(), 'fleet-drift-');
	try {
		const history = new HistoryRepository({
			remoteUrl: remote,
			branch: BRANCH,
			token: null,
			tempDir,
			identity: { name: 'fleet-drift demo', email: 'demo@example.com' },
			clock: systemClock,
			random: Math.random,
			renderPages: renderHistoryPages,
			retention: DEFAULT_RETENTION,
		});
		return await history.record(report);
	} finally {
		await removeTemporary(tempDir);
	}
}
