import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { pageInOneFile } from '../composition/history/page-in-one-file.ts';
import { systemClock } from '../composition/system-clock.ts';
import { deviceHistory } from '../domain/history/device-history.ts';
import { fleetHistoryInSteps } from '../domain/history/fleet-history.ts';
import type { Pieces } from '../domain/text/pieces.ts';
import { ConfigurationError } from '../errors.ts';
import { writeOutput } from '../infrastructure/output-file.ts';
import type { Past } from '../infrastructure/results-branch/open-past.ts';
import { inTurns } from '../infrastructure/turns.ts';
import { renderJson } from '../reporting/files/render-json.ts';
import { renderDeviceHistory } from '../reporting/terminal/render-device-history.ts';
import { renderHistory } from '../reporting/terminal/render-history.ts';
import { didYouMean } from '../settings/findings/closest.ts';
import { branch, wholeNumberTo } from '../settings/input-parsers.ts';
import { since } from '../settings/period.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { examples } from './options/examples.ts';
import { parsed } from './options/parsed.ts';
import { checkOutputs } from './output/check-outputs.ts';
import { print } from './output/print.ts';
import { readResults } from './past/open-results.ts';

interface HistoryOptions {
	readonly remote?: string;
	readonly branch: string;
	readonly since: number;
	readonly unseen: number;
	readonly json?: boolean;
	readonly html?: string;
}

const DAYS_SHOWN = 30;
const UNSEEN_DAYS = 7;
/** Whole reports that are read for the changes of one device. */
const REPORTS_READ = 50;

export function historyCommand(line: CommandLine, exit: (code: ExitCode) => void): Command {
	const now = systemClock.now();
	return new Command('history')
		.description('show from the results branch how long devices have drifted, what changed and how fast it was fixed')
		.argument('[device]', 'one device, with what changed on it; none means the fleet')
		.option('--remote <url>', 'URL or path of the repository (default: the remote "origin" of the current one)')
		.addOption(new Option('--branch <name>', 'the results branch').argParser(parsed(branch)).default('drift-results'))
		.addOption(
			new Option('--since <time>', 'a day such as 2026-11-01, or days back such as 90d')
				.argParser(parsed(since(now)))
				.default(now - DAYS_SHOWN * 86_400_000, `${DAYS_SHOWN}d`),
		)
		.addOption(
			new Option('--unseen <days>', 'how many days a device must be unknown to count as not seen')
				.argParser(parsed(wholeNumberTo(99_999)))
				.default(UNSEEN_DAYS, String(UNSEEN_DAYS)),
		)
		.option('--json', 'print the result as JSON')
		.addOption(
			new Option(
				'--html <file>',
				'write the page of the branch with all its data in it, instead of printing the history',
			).conflicts('json'),
		)
		.addHelpText('after', examples('fleet-drift history', 'fleet-drift history edge-01 --since 90d'))
		.action(async (device: string | undefined, options: HistoryOptions) => {
			if (device !== undefined && options.html !== undefined) {
				throw ConfigurationError.of(
					`the page of --html shows the whole fleet, so ${JSON.stringify(device)} cannot be given with it`,
					'Leave one of the two out',
				);
			}
			await checkOutputs({ html: options.html }, line);
			const told = await readResults(options, line, (past) =>
				options.html === undefined ? tell(past, { device, options, now, line }) : writePage(options, { line, past }),
			);
			await print(told, line);
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
): Promise<Pieces> {
	const { since: from, unseen: unseenDays, json = false } = options;
	if (device === undefined) {
		const known = await past.fleet({ since: from });
		const history = await inTurns(fleetHistoryInSteps(known, { since: from, now, unseenDays }));
		return json ? renderJson(history) : [renderHistory(history, { ...line.stdout, now })];
	}
	const names = await past.names();
	const [timeline] = names.has(device) ? await past.timelines([device]) : [];
	if (timeline === undefined) {
		const fix = `${didYouMean(device, [...names])}Use a name from fleet.yml`;
		throw ConfigurationError.of(`no audit has seen a device ${JSON.stringify(device)}`, fix);
	}
	const told = timeline.transitions.filter(
		({ at, status }, index) =>
			status === 'drifted' && (Date.parse(at) >= from || index === timeline.transitions.length - 1),
	);
	const changes = await past.changes(device, told.slice(-REPORTS_READ));
	const history = deviceHistory(timeline, { since: from, changesOf: (runId) => changes.get(runId) ?? null });
	return json ? renderJson(history) : [renderDeviceHistory(history, { ...line.stdout, now })];
}

async function writePage(
	{ html = '', since: from, ...results }: HistoryOptions,
	{ line, past }: { readonly line: CommandLine; readonly past: Past },
): Promise<Pieces> {
	const page = await past.page({ since: from });
	if (page === null) throw ConfigurationError.of(`${results.branch} holds no audit yet`, 'Wait for the first one');
	await writeOutput(resolve(line.cwd, html), pageInOneFile(page));
	return [];
}
