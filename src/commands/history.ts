import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { systemClock } from '../composition/system-clock.ts';
import { deviceHistory } from '../domain/history/device-history.ts';
import { fleetHistory } from '../domain/history/fleet-history.ts';
import { ConfigurationError, DriftAuditError } from '../errors.ts';
import { basicCredentials } from '../infrastructure/git-environment.ts';
import { GitFailure } from '../infrastructure/git-failure.ts';
import { isRemote, originUrl } from '../infrastructure/origin-url.ts';
import { openPast, type Past } from '../infrastructure/results-branch/open-past.ts';
import { renderDeviceHistory } from '../reporting/render-device-history.ts';
import { renderHistory } from '../reporting/render-history.ts';
import { branch, wholeNumberTo } from '../settings/input-parsers.ts';
import { since } from '../settings/period.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { parsed } from './report-options.ts';

interface HistoryOptions {
	readonly remote?: string;
	readonly branch: string;
	readonly since: number;
	readonly unseen: number;
	readonly json?: boolean;
}

const DAYS_SHOWN = 30;
const UNSEEN_DAYS = 7;
/** Whole reports that are read for the changes of one device. */
const REPORTS_READ = 50;

export function historyCommand(line: CommandLine, exit: (code: ExitCode) => void): Command {
	const now = systemClock.now();
	return new Command('history')
		.description('tell from the results branch since when devices drift, what changed and how fast it was mended')
		.argument('[device]', 'one device, with what changed on it; left out: the fleet')
		.option('--remote <url>', 'URL or path of the repository (default: the remote "origin" of the one around)')
		.addOption(new Option('--branch <name>', 'the results branch').argParser(parsed(branch)).default('drift-results'))
		.addOption(
			new Option('--since <time>', 'a day such as 2026-11-01, or days back such as 90d')
				.argParser(parsed(since(now)))
				.default(now - DAYS_SHOWN * 86_400_000, `${DAYS_SHOWN}d`),
		)
		.addOption(
			new Option('--unseen <days>', 'from how many days on a device that is unknown counts as not seen')
				.argParser(parsed(wholeNumberTo(99_999)))
				.default(UNSEEN_DAYS, String(UNSEEN_DAYS)),
		)
		.option('--json', 'print it as JSON')
		.addHelpText('after', '\nExamples:\n  fleet-drift history\n  fleet-drift history edge-01 --since 90d')
		.action(async (device: string | undefined, options: HistoryOptions) => {
			line.stdout.write(await readFrom(options, line, (past) => tell(past, { device, options, now, line })));
			exit(0);
		});
}

async function tell(
	past: Past,
	{
		device,
		options,
		now,
		line,
	}: {
		readonly device: string | undefined;
		readonly options: HistoryOptions;
		readonly now: number;
		readonly line: CommandLine;
	},
): Promise<string> {
	const { since: from, unseen: unseenDays, json = false } = options;
	const { colour, columns: width } = line.stdout;
	if (device === undefined) {
		const history = fleetHistory(await past.fleet({ since: from }), { since: from, now, unseenDays });
		return json ? asJson(history) : renderHistory(history, { now, colour, width });
	}
	const [timeline] = await past.timelines([device]);
	if (timeline === undefined) {
		throw refusal(`no audit has seen a device ${JSON.stringify(device)}`, 'Use a name of fleet.yml');
	}
	const inPeriod = timeline.transitions.filter(({ at, status }) => status === 'drifted' && Date.parse(at) >= from);
	const changes = await past.changes(device, inPeriod.slice(-REPORTS_READ));
	const history = deviceHistory(timeline, { since: from, changesOf: (runId) => changes.get(runId) ?? null });
	return json ? asJson(history) : renderDeviceHistory(history, { now, colour });
}

async function readFrom(
	options: HistoryOptions,
	line: CommandLine,
	read: (past: Past) => Promise<string>,
): Promise<string> {
	const remoteUrl = await findRemote(options, line);
	const token = line.env.FLEET_GIT_TOKEN ?? null;
	if (token !== null) line.log.registerSecrets([token, basicCredentials(token)]);
	const tempDir = await mkdtemp(join(tmpdir(), 'fleet-drift-'));
	try {
		await using past = await openPast({ remoteUrl, branch: options.branch, token, tempDir, signal: line.signal });
		if (past !== null) return await read(past);
	} catch (error) {
		if (!(error instanceof GitFailure)) throw error;
		throw new DriftAuditError('ERR_HISTORY', `${remoteUrl} cannot be read: ${explain(error)}`, { cause: error });
	} finally {
		await rm(tempDir, { recursive: true, force: true });
	}
	throw refusal(
		`there is no branch ${options.branch} at ${remoteUrl}`,
		'An audit of the Action makes it (input results-branch); --branch and --remote name another',
	);
}

async function findRemote({ remote }: HistoryOptions, { cwd, signal }: CommandLine): Promise<string> {
	if (remote !== undefined) return isRemote(remote) ? remote : resolve(cwd, remote);
	const url = await originUrl(cwd, signal);
	if (url !== null) return url;
	throw refusal(`${cwd} is not in a repository with a remote "origin"`, 'Name the repository with --remote');
}

function explain({ kind, message }: GitFailure): string {
	return kind === 'login-refused' || kind === 'not-found' || kind === 'not-permitted'
		? `${message}. For a private repository over HTTPS set FLEET_GIT_TOKEN to a token that may read it`
		: message;
}

function refusal(message: string, fix: string): ConfigurationError {
	return new ConfigurationError([{ file: null, line: null, column: null, message, fix }]);
}

function asJson(value: unknown): string {
	return `${JSON.stringify(value, null, 2)}\n`;
}
