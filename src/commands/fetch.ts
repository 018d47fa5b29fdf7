import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { trustedFiles } from '../composition/fleet/read-trusted.ts';
import { type PreparedRun, setUpRun } from '../composition/run/set-up-run.ts';
import type { CaptureFile } from '../domain/capture.ts';
import type { Device } from '../domain/device.ts';
import { keyId } from '../domain/masking/fingerprint.ts';
import { redactedText } from '../domain/masking/redacted-text.ts';
import { DeviceError } from '../errors.ts';
import { writeOutput } from '../infrastructure/output-file.ts';
import { nameReason } from '../reporting/wording/describe-reason.ts';
import { captureDevice } from '../use-cases/capture-device.ts';
import { refuseDisturbed } from '../use-cases/check-undisturbed.ts';
import { fetchText, readRunning } from '../use-cases/fetch-running.ts';
import { VERSION } from '../version.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { askDevices } from './options/ask-devices.ts';
import { checkOutputs } from './options/check-outputs.ts';
import { learningHostKeys, localRunOptions } from './options/local-run-options.ts';
import { refuseUnknownDevices } from './options/refuse-unknown-devices.ts';
import { type RunningDirOptions, runningDirOption, runningSource } from './options/running-dir-option.ts';

interface FetchOptions extends RunningDirOptions {
	readonly fleet: string;
	readonly write?: boolean;
	readonly force?: boolean;
	readonly json?: string;
}

export function fetchCommand(line: CommandLine, exit: (code: ExitCode) => void): Command {
	return new Command('fetch')
		.description('fetch running configs, without volatile lines and with <removed> in place of every secret')
		.argument('<device...>', 'names or globs: edge-01 "ams-*"')
		.option('--fleet <file>', 'the fleet', 'fleet.yml')
		.addOption(runningDirOption())
		.option('--write', 'write them to where the intended configs belong: how a team starts')
		.option('--force', 'with --write: over files that are there and read otherwise, too')
		.option('--json <file>', 'write them as they came, but for secrets, into one file for --running-dir; - for stdout')
		.addHelpText(
			'after',
			'\nExamples:\n  fleet-drift fetch "*" --write\n  fleet-drift fetch "*" --json monday.json\n  fleet-drift fetch "*" --write --running-dir backups',
		)
		.action(async (names: readonly string[], options: FetchOptions) => exit(await fetchDevices(names, options, line)));
}

async function fetchDevices(names: readonly string[], options: FetchOptions, line: CommandLine): Promise<ExitCode> {
	const fleetPath = resolve(line.cwd, options.fleet);
	const root = dirname(fleetPath);
	await checkOutputs({ json: options.json }, line);
	await using prepared = await setUpRun({
		...localRunOptions(options.fleet, line),
		...learningHostKeys(options.fleet, line),
		select: `name=${names.join(',')}`,
		source: runningSource(options, line),
	});
	refuseUnknownDevices(names, prepared);
	if (options.json !== undefined) return await writeCaptures(options.json, { prepared, line });
	const { tools, run } = prepared;
	const fetched = await fetchAll(prepared, line, async (device) => {
		const { text } = await fetchText(device, tools, run.signal);
		refuseDisturbed(device, text, tools);
		return line.log.redact(redactedText(readRunning(device, text, tools), tools.masksOf(device).platform));
	});
	if (options.write !== true) {
		for (const text of fetched) if (text !== null) line.stdout.write(text);
		return fetched.includes(null) ? 3 : 0;
	}
	const outcomes: Written[] = [];
	for (const [index, text] of fetched.entries()) {
		const device = prepared.run.devices[index];
		if (text === null || device === undefined) continue;
		outcomes.push(await writeIntended(device, text, { prepared, root, force: options.force === true, line }));
	}
	const written = outcomes.filter((outcome) => outcome === 'written').length;
	if (written > 0) {
		const next = 'Next: read what was written, commit it, then "fleet-drift audit"';
		line.log.info(`${written} of ${fetched.length} configs written. ${next}`);
	}
	if (outcomes.includes('refused')) return 2;
	return fetched.includes(null) ? 3 : 0;
}

/** What was fetched of each device, in order; null where it could not be had, which has been said by then. */
async function fetchAll<Fetched>(
	prepared: PreparedRun,
	line: CommandLine,
	fetch: (device: Device) => Promise<Fetched>,
): Promise<readonly (Fetched | null)[]> {
	return askDevices(prepared, line, async (device) => {
		try {
			return await fetch(device);
		} catch (error) {
			if (!(error instanceof DeviceError)) throw error;
			line.log.error(`${device.name}: ${nameReason(error)}: ${error.messageInFull}`);
			return null;
		}
	});
}

/** Without a key of the user's own, fingerprints could be compared with nothing later. */
async function writeCaptures(
	file: string,
	{ prepared, line }: { readonly prepared: PreparedRun; readonly line: CommandLine },
): Promise<ExitCode> {
	const { tools, run } = prepared;
	const key = line.env.FLEET_FINGERPRINT_KEY ?? '';
	const options = { signal: run.signal, fingerprints: key !== '' };
	const fetched = await fetchAll(prepared, line, (device) => captureDevice(device, tools, options));
	const captures: CaptureFile = {
		schemaVersion: 1,
		tool: { name: 'fleet-drift-audit', version: VERSION },
		fetchedAt: new Date(tools.clock.now()).toISOString(),
		fingerprintKey: key === '' ? null : keyId(key),
		devices: fetched.filter((capture) => capture !== null),
	};
	const text = `${line.log.redact(JSON.stringify(captures, null, 2))}\n`;
	if (file === '-') line.stdout.write(text);
	else await writeOutput(resolve(line.cwd, file), text);
	return fetched.includes(null) ? 3 : 0;
}

type Written = 'written' | 'as it was' | 'refused';

/** A file that somebody wrote is not lost to what runs: where the two differ is for people to say. */
async function writeIntended(
	device: Device,
	text: string,
	{
		prepared,
		root,
		force,
		line,
	}: {
		readonly prepared: PreparedRun;
		readonly root: string;
		readonly force: boolean;
		readonly line: CommandLine;
	},
): Promise<Written> {
	const path = prepared.tools.intended.pathOf(device);
	if (path.startsWith('..'))
		throw new Error(`the intended config of ${device.name} would lie outside of the repository`);
	const present = await trustedFiles(root).read(path);
	if (present === text) {
		line.log.info(`${device.name}: ${path} reads as it does already`);
		return 'as it was';
	}
	if (present !== null && !force) {
		const ways = `"fleet-drift adopt ${device.name}" takes what runs into it, --force writes over it`;
		line.log.error(`${device.name}: ${path} is there already and reads otherwise: it stays as it is. ${ways}`);
		return 'refused';
	}
	await writeOutput(join(root, path), text);
	line.log.info(`${device.name}: wrote ${path}`);
	return 'written';
}
