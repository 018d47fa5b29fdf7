import type { Device } from '../../domain/device.ts';
import type { UnreadableText } from '../../domain/text/decode-text.ts';
import { nameSome } from '../../domain/text/name-some.ts';
import { NOWHERE, type Problem } from '../../errors.ts';

/** Why a file cannot be used. */
export type Refusal = UnreadableText;

/** A file that cannot be used, and the devices that it is for. */
export interface RefusedFile {
	readonly path: string;
	readonly devices: readonly Device[];
	readonly refusal: Refusal;
}

/** An intended config that cannot be used, of one device. */
interface RefusedConfig extends Pick<RefusedFile, 'path' | 'refusal'> {
	readonly device: string;
}

/** There is no such file; compared by identity, because such files are told together. */
export const MISSING: Refusal = { status: 'refused', why: 'does not exist', fix: howToMake('DEVICE'), line: null };

/** Why a missing file may be in the repository all the same; null: nothing says so. */
export type Elsewhere = (path: string) => string | null;

/** What to do about it. */
export function fixOf({ path, device, refusal }: RefusedConfig, elsewhere: Elsewhere): string {
	return refusal === MISSING ? (elsewhere(path) ?? howToMake(device)) : refusal.fix;
}

/**
 * What to tell of them, in as few sentences as they have causes.
 *
 * @param options.missingFolder - the folder in which all of them should stand, where there is none
 */
export function problemsOf(
	refused: readonly RefusedFile[],
	{ missingFolder, elsewhere }: { readonly missingFolder: string | null; readonly elsewhere: Elsewhere },
): readonly Problem[] {
	const problemOf = (file: RefusedFile): Problem => problemWith(file, elsewhere);
	const missing = refused.filter(({ refusal }) => refusal === MISSING);
	const rest = refused.filter(({ refusal }) => refusal !== MISSING);
	if (missingFolder !== null && missing.length > 1)
		return [noFolder(missingFolder, missing, elsewhere), ...rest.map(problemOf)];
	if (missing.length > SHOWN) return [noFiles(missing, elsewhere), ...rest.map(problemOf)];
	return refused.map(problemOf);
}

/** How many names are written out; and how many missing files, so that a new fleet gets no list of all its devices. */
const SHOWN = 3;

function problemWith({ path, devices, refusal }: RefusedFile, elsewhere: Elsewhere): Problem {
	const message = `the intended config of ${namesOf(devices.map(({ name }) => name))} ${refusal.why}`;
	const fix = fixOf({ path, device: devices[0]?.name ?? 'DEVICE', refusal }, elsewhere);
	return { file: path, line: refusal.line, column: refusal.line === null ? null : 1, message, fix };
}

function noFolder(folder: string, missing: readonly RefusedFile[], elsewhere: Elsewhere): Problem {
	const names = namesOf(missing.flatMap(({ devices }) => devices.map(({ name }) => name)));
	return {
		...NOWHERE,
		file: folder,
		message: `the folder of the intended configs does not exist (${names})`,
		fix:
			elsewhereOf(missing, elsewhere) ??
			'Correct intended in fleet.yml, or make the files from what the devices run: fleet-drift fetch "*" --write',
	};
}

function noFiles(missing: readonly RefusedFile[], elsewhere: Elsewhere): Problem {
	return {
		...NOWHERE,
		message: `${missing.length} intended configs do not exist: ${namesOf(missing.map(({ path }) => path))}`,
		fix:
			elsewhereOf(missing, elsewhere) ??
			'Add the files, or make them from what the devices run: fleet-drift fetch DEVICE… --write',
	};
}

/** Of many the first tells: what is not checked out is a folder, most often. */
function elsewhereOf([first]: readonly RefusedFile[], elsewhere: Elsewhere): string | null {
	return first === undefined ? null : elsewhere(first.path);
}

function namesOf(all: readonly string[]): string {
	return nameSome(all, { most: SHOWN });
}

function howToMake(device: string): string {
	return `Add the file, or make it from what the device runs: fleet-drift fetch ${device} --write`;
}
