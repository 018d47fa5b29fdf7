import { type AdoptOptions, adoptConfig, type RefusedChange } from '../domain/adopt/adopt-config.ts';
import type { FileEdit } from '../domain/adopt/file-patch.ts';
import { isWithin, type SectionPath } from '../domain/adopt/within.ts';
import { holdsInvisible } from '../domain/config/lint-lines.ts';
import type { Device, DeviceConfig } from '../domain/device.ts';
import type { Change } from '../domain/drift-report.ts';
import type { DeviceReport, FleetReport } from '../domain/fleet-report.ts';
import type { CompiledMasks } from '../domain/masking/registry.ts';
import { intendedFile, judgeSides } from './audit-device.ts';
import { type FleetRun, reportFleet } from './audit-fleet.ts';
import type { AuditTools } from './audit-tools.ts';
import { judgeDevice } from './judge-device.ts';
import type { IntendedConfig } from './ports.ts';
import { readSides } from './read-sides.ts';
import { SharedFiles } from './shared-files.ts';

/** What is to be adopted. */
export interface AdoptionWish {
	/** Only drift in these sections; none: all of it. */
	readonly within: readonly SectionPath[];
	/** Takes registered secrets out of a text: a line that holds one is not written. */
	readonly redact: (text: string) => string;
	/** Puts a text aside until it is written, and returns how it is read again. Left out: it stays in memory. */
	readonly putAside?: (text: string) => () => string;
}

/** What a device's intended file would have to say. */
export interface DeviceAdoption extends FileEdit {
	readonly device: string;
	/** What hides the file's own secrets where it is shown. */
	readonly masks: CompiledMasks;
	readonly adopted: readonly Change[];
	/** Whether anything is adopted: known without reading what. */
	readonly isWritten: boolean;
	/** Chosen drift that people have to write. */
	readonly refused: readonly RefusedChange[];
}

/** An audit, and the files that would make it in sync. */
export interface AdoptedDrift {
	readonly report: FleetReport;
	/**
	 * One per drifted device with drift that was chosen, in the order of the report. Each is read when its turn comes: all files
	 * of a large fleet, before and after, would fill the memory.
	 */
	readonly adoptions: Iterable<DeviceAdoption>;
}

/**
 * Audits devices and writes their drift into the texts of their intended files, of which none is touched. What an ignore rule
 * accepts stays as it is. Where devices share a file, it is written only if they all would have it say the same, which is
 * known when the last of them is judged.
 */
export async function adoptDrift(run: FleetRun, tools: AuditTools, wish: AdoptionWish): Promise<AdoptedDrift> {
	const found = new Map<string, DeviceAdoption>();
	const shared = new SharedFiles(run.devices.map((device) => tools.intended.pathOf(device)));
	const judge = (device: Device): Promise<DeviceReport> => {
		const options = { tools, signal: run.signal, expected: intendedFile(tools) };
		return judgeDevice(device, options, function* (text, _, before) {
			const intended = tools.intended.read(device);
			yield;
			const sides = yield* readSides(device, { intended: intended.text, running: text, before }, tools);
			const judgement = yield* judgeSides(sides, device, tools);
			yield;
			const { running } = sides;
			const adoption = judgement.drifted ? adoptDevice(device, { running, intended, tools, wish }) : null;
			// Whoever is in sync with a file that others share wants it as it is.
			shared.wishes(device.name, { path: intended.path, text: adoption?.after ?? intended.text });
			if (adoption !== null && isConcerned(adoption)) found.set(device.name, laidAside(adoption, wish));
			return judgement;
		});
	};
	const report = await reportFleet(run, { tools, mode: 'audit', judge });
	const adoptions = {
		*[Symbol.iterator](): Generator<DeviceAdoption> {
			for (const { name, status } of report.devices) {
				const adoption = status === 'drifted' ? found.get(name) : undefined;
				if (adoption !== undefined) yield agreed(adoption, shared);
			}
		},
	};
	return { report, adoptions };
}

/**
 * Keeps no more of an adoption in memory than whose it is: its texts and its changes are read anew for whoever asks. What is read
 * again holds no part of a config either.
 */
function laidAside(
	{ device, masks, path, before, after, adopted, refused }: DeviceAdoption,
	{ putAside = (text) => () => text }: AdoptionWish,
): DeviceAdoption {
	const texts = asideFor({ before, after }, putAside);
	const changes = asideFor({ adopted, refused }, putAside);
	return {
		device,
		masks,
		path,
		isWritten: adopted.length > 0,
		get before() {
			return texts().before;
		},
		get after() {
			return texts().after;
		},
		get adopted() {
			return changes().adopted;
		},
		get refused() {
			return changes().refused;
		},
	};
}

function asideFor<Value>(value: Value, putAside: (text: string) => () => string): () => Value {
	const read = putAside(JSON.stringify(value));
	return () => JSON.parse(read());
}

function adoptDevice(
	device: Device,
	{
		running,
		intended: { path, text },
		tools,
		wish,
	}: {
		readonly running: DeviceConfig;
		readonly intended: IntendedConfig;
		readonly tools: AuditTools;
		readonly wish: AdoptionWish;
	},
): DeviceAdoption {
	const { scope = 'full', ignore = () => null } = tools.optionsFor(device);
	const masks = tools.masksOf(device);
	const options: AdoptOptions = {
		text,
		running,
		masks,
		scope,
		isChosen: (change) => isWithin(change, wish.within) && ignore(change) === null,
		refusalOf: (line) => refusalOf(line, wish),
	};
	const { text: after, adopted, refused } = adoptConfig(options);
	return { device: device.name, masks, path, before: text, after, adopted, isWritten: adopted.length > 0, refused };
}

function refusalOf(line: string, { redact }: AdoptionWish): string | null {
	if (redact(line) !== line) return 'holds a login of this run';
	return holdsInvisible(line) ? 'holds a character that cannot be seen' : null;
}

function isConcerned({ adopted, refused }: DeviceAdoption): boolean {
	return adopted.length > 0 || refused.length > 0;
}

function agreed(adoption: DeviceAdoption, shared: SharedFiles): DeviceAdoption {
	const others = shared.othersThan(adoption.device, adoption.path);
	if (others === null) return adoption;
	const reason = `is in a file that it shares with ${others}, where something else runs`;
	const refused = [...adoption.refused, ...adoption.adopted.map((change) => ({ change, reason }))];
	return { ...adoption, after: adoption.before, adopted: [], isWritten: false, refused };
}
