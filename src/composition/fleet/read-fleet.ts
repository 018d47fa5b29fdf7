import { posix, sep } from 'node:path';
import { IntendedFiles } from '../../adapters/file/intended-files.ts';
import type { KnownHosts } from '../../adapters/ssh-connection/host-keys.ts';
import type { Device } from '../../domain/device.ts';
import { digest } from '../../domain/text/digest.ts';
import { ConfigurationError, type Problem } from '../../errors.ts';
import { platforms } from '../../platforms/index.ts';
import { inspectFleet, type LoadedFleet, openFleet } from '../../settings/load-fleet.ts';
import type { Fleet } from '../../settings/settings.ts';
import { stepByStep } from '../../settings/step-by-step.ts';
import type { RunMemory, RunOptions } from '../run/run-options.ts';
import { dayOf } from '../system-clock.ts';
import { folderOf, readBeside } from './beside-fleet.ts';
import { type Authorities, readAuthorities } from './read-authorities.ts';
import { readInventories } from './read-inventories.ts';
import { NO_KNOWN_HOSTS, readKnownHosts } from './read-known-hosts.ts';

/** As much of a run as finding and reading its fleet takes. */
type FleetLocation = Omit<RunOptions, keyof RunMemory | 'fingerprintKey' | 'progress' | 'runId' | 'adjust'>;

/** fleet.yml and the files that it names. */
export interface FleetFiles extends LoadedFleet {
	/** SHA-256 of fleet.yml to the letter. */
	readonly digest: string;
	/** null: the fleet names no file of known hosts, or no device will be asked. */
	readonly knownHosts: KnownHosts | null;
	/** PEM text of every `ca-file`, by its path. */
	readonly authorities: ReadonlyMap<string, string>;
	readonly intended: IntendedFiles;
}

/**
 * Reads the fleet. Throws one `ConfigurationError` with everything that is wrong with it and with the files that it names,
 * so that nobody mends one mistake after the other.
 */
export async function readFleet(options: FleetLocation): Promise<FleetFiles> {
	try {
		return await readAll(options);
	} catch (error) {
		if (!(error instanceof ConfigurationError)) throw error;
		throw new ConfigurationError(error.problems.map((problem) => asShown(problem, options.shownRoot ?? '')));
	}
}

function asShown(problem: Problem, root: string): Problem {
	// An inventory that a server holds stands in no folder.
	if (problem.file === null || URL.canParse(problem.file)) return problem;
	// A file of this name is hardly what anybody meant, but on a system that divides folders by it.
	const isDividedOtherwise = sep === '/' && problem.line === null && problem.file.includes('\\');
	const fix = isDividedOtherwise ? `Divide folders by "/", not by "\\". ${problem.fix}` : problem.fix;
	return { ...problem, file: posix.join(root, problem.file), fix };
}

async function readAll(options: FleetLocation): Promise<FleetFiles> {
	const { fleetFile, trusted, select, source, env, clock } = options;
	const text = await trusted.read(fleetFile);
	if (text === null) throw noFleet(fleetFile, trusted.commit);
	const logins = source.from === 'devices' ? 'required' : 'unused';
	const today = dayOf(clock.now());
	const opened = await stepByStep(openFleet({ file: fleetFile, text }));
	if (opened.source === null) throw new ConfigurationError(opened.problems);
	const inventories = await readInventories({
		...options,
		source: opened.source,
		folder: folderOf(fleetFile),
		online: options.askInventories ?? true,
	});
	const inspecting = inspectFleet(opened.source, { env, today, platforms, select, logins, inventories });
	const { problems, loaded } = await stepByStep(inspecting);

	const intended = intendedFilesOf(loaded.fleet, options);
	const reading = logins === 'required' ? readKnownHosts(loaded.fleet, options) : NO_KNOWN_HOSTS;
	const knownHosts = await orProblems(reading, NO_KNOWN_HOSTS);
	const reader = (path: string): ReturnType<typeof readBeside> => readBeside(path, options);
	const trust = await orProblems(readAuthorities(loaded.fleet.connections, reader), NO_AUTHORITIES);
	const found = [...problems, ...knownHosts.problems, ...trust.problems];
	const mustBeThere = options.intendedOnDisk === true ? devicesWithPath(loaded.fleet, intended) : [];
	if (found.length > 0 || (mustBeThere.length > 0 && !(await intended.hasAny(mustBeThere))))
		throw new ConfigurationError([...found, ...(await intended.checkIntended(mustBeThere))]);
	return {
		...loaded,
		digest: digest(text, 64),
		knownHosts: knownHosts.entries,
		authorities: trust.authorities,
		intended,
	};
}

/** What was read, or nothing: a file that cannot be read is one problem among others. */
async function orProblems<Read extends { readonly problems: readonly Problem[] }>(
	reading: Read | Promise<Read>,
	nothing: Read,
): Promise<Read> {
	try {
		return await reading;
	} catch (error) {
		if (!(error instanceof ConfigurationError)) throw error;
		return { ...nothing, problems: error.problems };
	}
}

/** The intended configs of a fleet, where its templates put them below the root of the run. */
export function intendedFilesOf(
	fleet: Fleet,
	{ root, boundary = root, fleetFile }: Pick<FleetLocation, 'root' | 'boundary' | 'fleetFile'>,
): IntendedFiles {
	const { intended: template, intendedOf: templateOf } = fleet;
	return new IntendedFiles({ root, boundary, folder: folderOf(fleetFile), template, templateOf });
}

/** A path that fleet.yml leaves open is a problem already. */
function devicesWithPath(
	{ devices, intended: template, intendedOf }: Fleet,
	intended: IntendedFiles,
): readonly Device[] {
	return devices.filter(
		(device) => (intendedOf.get(device.name) ?? template) !== '' && !intended.pathOf(device).includes('{'),
	);
}

const NO_AUTHORITIES: Authorities = { authorities: new Map(), problems: [] };

const NAME_FLEET = 'name it with --fleet (in a workflow: the input `fleet`)';

/** A change may be the one that brings it, or be older than it. */
function noFleet(file: string, commit: string | null): ConfigurationError {
	if (commit === null) {
		const fix = `Write one with "fleet-drift init", or ${NAME_FLEET}`;
		return ConfigurationError.inFile(file, 'there is no such file', fix);
	}
	return ConfigurationError.inFile(
		file,
		`is not in the base commit ${commit.slice(0, 7)}, and what a change itself says is not trusted`,
		`If this change adds it, merge it first; if the base branch has it by now, update the change from that; if it is elsewhere, ${NAME_FLEET}`,
	);
}
