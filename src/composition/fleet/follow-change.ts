import type { Device } from '../../domain/device.ts';
import { nameSome } from '../../domain/text/name-some.ts';
import { DriftAuditError } from '../../errors.ts';
import type { OpenRevisions } from '../../infrastructure/git/open-revisions.ts';
import { platforms } from '../../platforms/index.ts';
import type { FleetSource } from '../../settings/findings/fleet-draft.ts';
import { inspectFleet, openFleet } from '../../settings/load-fleet.ts';
import { stepByStep } from '../../settings/step-by-step.ts';
import type { FleetRun } from '../../use-cases/audit-fleet.ts';
import type { AuditTools } from '../../use-cases/audit-tools.ts';
import type { RunOptions } from '../run/run-options.ts';
import type { PreparedRun } from '../run/set-up-run.ts';
import { dayOf } from '../system-clock.ts';
import { folderOf } from './beside-fleet.ts';
import { intendedFilesOf } from './read-fleet.ts';
import { readInventories } from './read-inventories.ts';
import { type TrustedFiles, trustedBase } from './trusted-files.ts';

/** How many names a sentence holds. */
const NAMED = 5;

/** The files of a run for a change: those of the merge base, and which of them it has read. */
export interface FollowedFiles extends TrustedFiles {
	/** Paths of what was read. */
	readonly wereRead: ReadonlySet<string>;
	/** Whether any of these paths was read, or stands in a folder that was listed. */
	haveRead(paths: readonly string[]): boolean;
}

/** A change of the repository, and the run that checks it. */
export interface FollowedChange extends Pick<RunOptions, 'fleetFile' | 'root' | 'clock' | 'signal'> {
	readonly revisions: OpenRevisions;
	readonly files: FollowedFiles;
}

/** As `trustedBase`, remembering what was read. */
export function followedBase(revisions: OpenRevisions): FollowedFiles {
	const base = trustedBase(revisions);
	const files = new Set<string>();
	const folders = new Set<string>();
	return {
		commit: base.commit,
		wereRead: files,
		read(path) {
			files.add(path);
			return base.read(path);
		},
		list(folder) {
			folders.add(folder);
			return base.list(folder);
		},
		haveRead: (paths) =>
			paths.some((path) => files.has(path) || [...folders].some((folder) => path.startsWith(`${folder}/`))),
	};
}

/**
 * Lets a change of fleet.yml, or of an inventory file, say where intended configs stand, and nothing else: the template, and
 * what fills it. Hosts, logins, masks and rules stay those of the merge base; no server is asked and no variable of the
 * environment is read for it. A device that only the change knows is named and not asked.
 */
export async function followChange(
	{ run, tools, deviceNames }: PreparedRun,
	change: FollowedChange,
): Promise<{ readonly run: FleetRun; readonly tools: AuditTools }> {
	const { revisions, files, fleetFile } = change;
	// Any of them may be a link to a file that has changed.
	const behindLinks = await revisions.changedAmong([...files.wereRead]);
	if (behindLinks.size === 0 && !files.haveRead(await revisions.changedPaths())) return { run, tools };
	const head = await readHead(change);
	const { names, wrong } = head;
	const known = new Set(deviceNames);
	const added = names.filter((name) => !known.has(name));
	const leaving = new Set(await leavingDevices(run.devices, { head, revisions, tools }));
	const warnings = [...run.warnings];
	warnings.push(
		wrong === null
			? `hosts, logins, masks and rules are those of the base commit: what this change says about them in ${fleetFile}, or in a file that it names, takes effect once it is merged`
			: `${fleetFile} in this change cannot be used: ${wrong}. Once merged, no audit can run`,
	);
	if (added.length > 0) warnings.push(notAsked(added));
	if (leaving.size > 0) warnings.push(notCompared([...leaving].map(({ name }) => name)));
	const pathOf = (device: Device): string => head.pathOf(device) ?? tools.intended.pathOf(device);
	const devices = run.devices.filter((device) => !leaving.has(device));
	return { run: { ...run, devices, warnings }, tools: { ...tools, intendedAtHead: { pathOf } } };
}

/** Devices that the change takes out of the fleet together with their intended configs: they have nothing to be checked by. */
async function leavingDevices(
	devices: readonly Device[],
	{ head, revisions, tools }: { readonly head: Head; readonly revisions: OpenRevisions; readonly tools: AuditTools },
): Promise<readonly Device[]> {
	const staying = new Set(head.names);
	const missing = head.isWhole ? devices.filter(({ name }) => !staying.has(name)) : [];
	const paths = await revisions.missingAtHead(missing.map((device) => tools.intended.pathOf(device)));
	return missing.filter((device) => paths.has(tools.intended.pathOf(device)));
}

interface Head {
	/** null: it stays where it is. */
	readonly pathOf: (device: Device) => string | null;
	readonly names: readonly string[];
	/** Whether these are all of its devices. */
	readonly isWhole: boolean;
	/** Why the fleet cannot be used; null: it can. */
	readonly wrong: string | null;
}

const UNKNOWN: Head = { pathOf: () => null, names: [], isWhole: false, wrong: null };

/** Without what a server knows, a fleet.yml may have gaps that are none. */
function asksServers({ draft }: FleetSource): boolean {
	return (draft.inventory ?? []).some((entry) => entry?.url !== undefined);
}

async function readHead({ revisions, ...change }: FollowedChange): Promise<Head> {
	const unusable = (wrong: string): Head => ({ ...UNKNOWN, wrong });
	const { fleetFile, clock } = change;
	try {
		const text = await revisions.readHead(fleetFile);
		if (text === null) return unusable('there is no such file');
		const { source, problems: unreadable } = await stepByStep(openFleet({ file: fleetFile, text }));
		if (source === null) return unusable(describe(unreadable));
		const inventories = await readInventories({
			...change,
			source,
			folder: folderOf(fleetFile),
			trusted: {
				commit: revisions.head,
				read: (path) => revisions.readHead(path),
				list: (folder) => revisions.listHead(folder),
			},
			env: {},
			online: false,
			registerSecrets: () => {},
		});
		const inspecting = inspectFleet(source, {
			env: {},
			today: dayOf(clock.now()),
			platforms,
			logins: 'unused',
			inventories,
		});
		const { problems, loaded } = await stepByStep(inspecting);
		if (problems.length > 0) return asksServers(source) ? UNKNOWN : unusable(describe(problems));
		const intended = intendedFilesOf(loaded.fleet, change);
		const devices = new Map(loaded.fleet.devices.map((device) => [device.name, device]));
		return {
			pathOf: (device) => intended.pathOf(devices.get(device.name) ?? device),
			names: loaded.deviceNames,
			isWhole: !asksServers(source),
			wrong: null,
		};
	} catch (error) {
		if (!(error instanceof DriftAuditError)) throw error;
		return unusable(error.message);
	}
}

function describe(
	problems: readonly { readonly file: string | null; readonly line: number | null; readonly message: string }[],
): string {
	const [first] = problems;
	if (first === undefined) return 'it cannot be read';
	const { file, line, message } = first;
	const place = file === null ? '' : `${file}${line === null ? '' : `:${line}`}: `;
	const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
	return `${place}${message}${more}`;
}

function notAsked(added: readonly string[]): string {
	const are = added.length === 1 ? 'is new in this change and was' : 'are new in this change and were';
	return `${nameSome(added, { most: NAMED })} ${are} not asked: the address of a device is only trusted once it is merged`;
}

function notCompared(leaving: readonly string[]): string {
	const leave =
		leaving.length === 1 ? 'leaves the fleet with this change and was' : 'leave the fleet with this change and were';
	return `${nameSome(leaving, { most: NAMED })} ${leave} not asked`;
}
