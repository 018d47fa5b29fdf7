import { basename, dirname, join, relative, resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { readFleet } from '../../composition/fleet/read-fleet.ts';
import { resolvePlatform } from '../../composition/fleet/resolve-platform.ts';
import { trustedFiles } from '../../composition/fleet/trusted-files.ts';
import { DEVICE_TRANSPORTS } from '../../domain/platform/transports.ts';
import { ConfigurationError, NOWHERE, type Problem } from '../../errors.ts';
import { appendOutput } from '../../infrastructure/output-file.ts';
import { platforms } from '../../platforms/index.ts';
import { REPOSITORY } from '../../repository.ts';
import { INVENTORY_KINDS } from '../../settings/inventories/all-kinds.ts';
import type { Fleet } from '../../settings/settings.ts';
import { type StarterDevice, type StarterFleet, starterFleet } from '../../settings/starter/starter-fleet.ts';
import { variablesIn } from '../../settings/starter/starter-workflow.ts';
import type { CommandLine, ExitCode } from '../command-line.ts';
import { examples } from '../options/examples.ts';
import { localRunOptions } from '../options/local-run-options.ts';
import { refuseIdle } from '../options/refuse-idle.ts';
import { addWorkflow, isForWorkflowAlone, workflowFor } from './add-workflow.ts';
import { type Answers, answersOf, areAnswered, DEVICE, INVENTORY_TOKEN, type InitOptions } from './answers.ts';
import { askForAnswers } from './ask-for-answers.ts';
import { loginsOf } from './logins-of.ts';
import { mayAskToEnable } from './privileged-mode.ts';
import { renderOutcome } from './render-outcome.ts';
import { refuseTaken, writeFiles } from './write-files.ts';

export function initCommand(line: CommandLine, exit: (code: ExitCode) => void): Command {
	const kinds = INVENTORY_KINDS.map(({ name }) => name);
	const command = new Command('init')
		.description('write your first fleet.yml; asks questions on a terminal, or takes these options')
		.option('--fleet <file>', 'what to write', 'fleet.yml')
		.addOption(
			new Option('--from <kind>', 'the tool that already keeps your devices').choices(kinds).conflicts('device'),
		)
		.option('--file <path>', 'its file, relative to the folder of fleet.yml')
		.option('--url <address>', 'its address: NetBox')
		.option('--copy', 'write its devices into fleet.yml instead of reading them on every run')
		.option(
			'--device <name=host>',
			'a device, if no other tool keeps them: edge-01=192.0.2.1; can be given several times',
			(device: string, others: readonly string[] | undefined) => {
				if (!DEVICE.test(device)) throw new InvalidArgumentError('Write its name and its address: edge-01=192.0.2.1');
				return [...(others ?? []), device];
			},
		)
		.option('--platform <name>', 'of devices that do not state theirs')
		.addOption(new Option('--transport <way>', 'how configs are fetched (default: ssh)').choices(DEVICE_TRANSPORTS))
		.addOption(
			new Option(
				'--login <way>',
				'how to log in (default: password, or token where the API takes nothing else)',
			).choices(['password', 'private-key', 'token']),
		)
		.option('--enable', '"enable" asks for a different password than the login')
		.option('--intended <path>', 'where intended configs are kept', 'intended-configs/{device}.cfg')
		.option('--workflow', 'also write .github/workflows/fleet-drift.yml; an existing fleet.yml is kept')
		.option('--force', 'overwrite existing files')
		.addHelpText(
			'after',
			examples(
				'fleet-drift init',
				'fleet-drift init --from ansible --file inventory/hosts.yml --workflow',
				'fleet-drift init --device edge-01=192.0.2.1 --platform cisco_ios',
				'fleet-drift init --device fw-01=192.0.2.9 --platform fortinet --transport rest',
			),
		)
		.action(async (options: InitOptions) => exit(await init(options, line)));
	return refuseIdle(command, { '--file': '--from', '--url': '--from', '--copy': '--from' });
}

async function init(options: InitOptions, line: CommandLine): Promise<ExitCode> {
	const path = resolve(line.cwd, options.fleet);
	const present = isForWorkflowAlone(options) ? await trustedFiles(dirname(path)).read(basename(path)) : null;
	if (present !== null) return await addWorkflow(present, { path, force: options.force === true, line });
	// Before anything is asked.
	if (options.force !== true) await refuseTaken([path], { line });
	const isAsked = !areAnswered(options) && line.stdin.interactive && line.stderr.interactive;
	const answers = isAsked ? await askForAnswers(options, line) : answersOf(options);
	const { platform, transport } = answers;
	if (platform !== null) resolvePlatform(platforms, { name: platform, transport });
	refuseLogin(answers);
	const starter = await starterOf(answers, { options, line });
	const text = starterFleet(starter);
	const { fleet, problems } = await check(text, { options, line });
	refuseMissing(problems, answers);
	const variables = variablesIn(text);
	const files: readonly (readonly [string, string])[] = [
		[path, text],
		...(answers.workflow ? [workflowFor(path, variables)] : []),
	];
	await writeFiles(files, { force: options.force === true, line });
	// Without it every command would say that it is missing; with --force it keeps what it holds.
	if (transport !== 'rest') await appendOutput(join(dirname(path), 'known_hosts'), '');
	const outcome = {
		files: files.map(([file]) => relative(line.cwd, file)),
		fleet,
		problems,
		answers,
		variables,
		repository: REPOSITORY,
	};
	line.stdout.write(line.log.redact(renderOutcome(outcome, line.stdout)));
	return 0;
}

interface Context {
	readonly options: InitOptions;
	readonly line: CommandLine;
}

async function starterOf(answers: Answers, context: Context): Promise<StarterFleet> {
	const { inventory, platform, transport, login, enable } = answers;
	const { intended, copy = false } = context.options;
	const of = (content: Pick<StarterFleet, 'devices' | 'inventory'>, names: readonly string[]): StarterFleet => ({
		intended,
		platform,
		transport,
		login: login ?? loginsOf(transport, names)[0],
		enable: enable ? 'reference' : mayAskToEnable({ platform, transport, ...content }) ? 'hint' : 'none',
		...content,
	});
	const named = platform === null ? [] : [platform];
	if (inventory === null) return of({ devices: devicesOf(answers), inventory }, named);
	const read = of({ devices: [], inventory }, named);
	// What an API takes depends on what the inventory holds, where that is known.
	if (!copy && (login !== null || transport !== 'rest')) return read;
	const { fleet, problems } = await check(starterFleet(read), context);
	const held = (fleet?.devices ?? []).flatMap((device) => (device.transport === 'rest' ? [device.platform] : []));
	const names = held.length === 0 ? named : held;
	if (!copy) return of({ devices: [], inventory }, names);
	if (fleet === null) throw new ConfigurationError([...problems, NOT_COPIED]);
	const { devices, usernameOf } = fleet;
	const copied = devices.map((device) => ({ ...device, username: usernameOf.get(device.name) ?? null }));
	return of({ devices: copied, inventory: null }, names);
}

/** What the problems advise to write under the inventory has no place yet. */
const NOT_COPIED: Problem = {
	...NOWHERE,
	message: 'nothing was written: --copy only takes an inventory without mistakes',
	fix: 'Fix it, or leave out --copy: then a fleet.yml with this inventory is written, which can say what it lacks',
};

/** From scratch: those that were named, or one that shows the shape. */
function devicesOf({ devices, platform }: Answers): readonly StarterDevice[] {
	if (devices.length === 0)
		return [{ name: 'edge-01', host: '192.0.2.1', platform: platform === null ? 'cisco_ios' : null }];
	return devices.map((text) => {
		const { name = text, host = text } = DEVICE.exec(text)?.groups ?? {};
		return { name, host, platform: null };
	});
}

/** Reads the text as every command will, before it is written. */
async function check(
	text: string,
	{ options, line }: Context,
): Promise<{ readonly fleet: Fleet | null; readonly problems: readonly Problem[] }> {
	const local = localRunOptions(options.fleet, line);
	const disk = trustedFiles(local.root);
	const file = basename(options.fleet);
	try {
		const { fleet } = await readFleet({
			...local,
			// Beside fleet.yml, which is where the paths lead that people write into it.
			shownRoot: '',
			trusted: { ...disk, read: async (path) => (path === file ? text : disk.read(path)) },
			source: { from: 'nowhere' },
			select: '',
			// What comes next is to set what is not set.
			askInventories: !variablesIn(text).includes(INVENTORY_TOKEN) || line.env[INVENTORY_TOKEN] !== undefined,
		});
		return { fleet, problems: [] };
	} catch (error) {
		if (!(error instanceof ConfigurationError)) throw error;
		return { fleet: null, problems: error.problems };
	}
}

function refuseLogin({ transport, platform, login }: Answers): void {
	const logins = loginsOf(transport, platform === null ? [] : [platform]);
	if (login === null || logins.includes(login)) return;
	const what = transport === 'rest' && platform !== null ? `The API of ${platform}` : `The transport ${transport}`;
	throw ConfigurationError.of(`--login ${login}: ${what} takes none`, `Write --login ${logins.join(' or ')}`);
}

/** A path that was misspelt is no inventory to be mended. */
function refuseMissing(problems: readonly Problem[], { inventory }: Answers): void {
	const missing = problems.filter(({ file, line }) => file !== null && file === inventory?.file && line === null);
	if (missing.length > 0) throw new ConfigurationError(missing);
}
