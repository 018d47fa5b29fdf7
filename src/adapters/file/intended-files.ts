import { realpath } from 'node:fs/promises';
import { isAbsolute, join, posix, relative, sep } from 'node:path';
import type { Device } from '../../domain/device.ts';
import { DeviceError, NOWHERE, type Problem, systemCode } from '../../errors.ts';
import type { IntendedConfig, IntendedConfigs } from '../../use-cases/ports.ts';
import { type ConfigText, readConfigText } from './read-config-text.ts';

export interface IntendedFilesOptions {
	/** Folder of the repository; nothing outside of it is read. */
	readonly root: string;
	/** Folder that templates are relative to, relative to the root and with `/`. @default '' */
	readonly folder?: string;
	/** `intended-configs/{device}.cfg`, with {device}, {platform}, {site} and {role}. */
	readonly template: string;
	/** Templates that hold instead, by device name. */
	readonly templateOf?: ReadonlyMap<string, string>;
}

type Refusal = Extract<ConfigText, { readonly status: 'refused' }>;

/** How many files are open at once. */
const BATCH = 64;

/** Intended configs in a working tree. */
export class IntendedFiles implements IntendedConfigs {
	readonly #options: IntendedFilesOptions;
	/** Links resolved; asked once for all files. */
	#root: Promise<string> | null = null;

	constructor(options: IntendedFilesOptions) {
		this.#options = options;
	}

	pathOf(device: Device): string {
		const { folder = '', template, templateOf } = this.#options;
		const { name, platform, site, role } = device;
		const values: Readonly<Record<string, string | null>> = { device: name, platform, site, role };
		const path = (templateOf?.get(name) ?? template).replaceAll(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
		return posix.normalize(posix.join(folder, path));
	}

	async check(device: Device): Promise<void> {
		const path = this.pathOf(device);
		const place = await this.#find(path);
		if (place.status === 'refused') throw refusalFor(device, path, place);
	}

	async read(device: Device): Promise<IntendedConfig> {
		const path = this.pathOf(device);
		const content = await this.#inspect(path);
		if (content.status === 'refused') throw refusalFor(device, path, content);
		return { path, text: content.text };
	}

	/** Whether any of the devices has an intended config that can be used. */
	async hasAny(devices: readonly Device[]): Promise<boolean> {
		const paths = [...new Set(devices.map((device) => this.pathOf(device)))];
		for (let start = 0; start < paths.length; start += BATCH) {
			const batch = paths.slice(start, start + BATCH);
			const found = await Promise.all(batch.map((path) => this.#inspect(path)));
			if (found.some(({ status }) => status === 'read')) return true;
		}
		return false;
	}

	/** Every intended config that cannot be used. */
	async checkIntended(devices: readonly Device[]): Promise<readonly Problem[]> {
		const owners = [...Map.groupBy(devices, (device) => this.pathOf(device))];
		const refused: RefusedFile[] = [];
		for (let start = 0; start < owners.length; start += BATCH) {
			const batch = owners.slice(start, start + BATCH);
			const found = await Promise.all(batch.map(([path, sharing]) => this.#refusedFile(path, sharing)));
			refused.push(...found.flat());
		}
		const missing = refused.filter(({ refusal }) => refusal === MISSING);
		const rest = refused.filter((file) => !missing.includes(file));
		const folder = await this.#missingFolder();
		if (folder !== null && missing.length > 1) return [noFolder(folder, missing), ...rest.map(problemOf)];
		if (missing.length <= SHOWN) return refused.map(problemOf);
		const together: Problem = {
			...NOWHERE,
			message: `${missing.length} intended configs do not exist: ${namesOf(missing.map(({ path }) => path))}`,
			fix: `Add the files, or make them out of what the devices run: fleet-drift fetch DEVICE… --write`,
		};
		return [together, ...rest.map(problemOf)];
	}

	/** The folder in which all of them should stand, where there is none; a wrong letter in its name is one mistake. */
	async #missingFolder(): Promise<string | null> {
		const { root, folder = '', template } = this.#options;
		const path = posix.join(folder, posix.dirname(template.replace(/\{.*/su, 'x')));
		if (leaves(path)) return null;
		return (await isThere(join(root, path))) ? null : path;
	}

	async #refusedFile(path: string, devices: readonly Device[]): Promise<readonly RefusedFile[]> {
		const content = await this.#inspect(path);
		return content.status === 'read' ? [] : [{ path, devices, refusal: content }];
	}

	async #inspect(path: string): Promise<ConfigText> {
		const place = await this.#find(path);
		if (place.status === 'refused') return place;
		try {
			return await readConfigText(place.target, { encoding: 'utf-8' });
		} catch (error) {
			return refusalOf(error);
		}
	}

	/** Where the file is, links resolved. */
	async #find(path: string): Promise<{ readonly status: 'found'; readonly target: string } | Refusal> {
		if (leaves(path)) return OUTSIDE;
		try {
			this.#root ??= realpath(this.#options.root);
			const root = await this.#root;
			const target = await realpath(join(root, path));
			const inside = relative(root, target).split(sep).join('/');
			return leaves(inside) || holdsGit(inside) ? OUTSIDE : { status: 'found', target };
		} catch (error) {
			return refusalOf(error);
		}
	}
}

/** A file that cannot be used, and the devices that it is for. */
interface RefusedFile {
	readonly path: string;
	readonly devices: readonly Device[];
	readonly refusal: Refusal;
}

/** How many names are written out; and how many missing files, so that a new fleet gets no list of all its devices. */
const SHOWN = 3;

function problemOf({ path, devices, refusal }: RefusedFile): Problem {
	const message = `the intended config of ${namesOf(devices.map(({ name }) => name))} ${refusal.why}`;
	const fix = refusal === MISSING ? howToMake(devices[0]?.name ?? 'DEVICE') : refusal.fix;
	return { file: path, line: refusal.line, column: refusal.line === null ? null : 1, message, fix };
}

function refusalFor(device: Device, path: string, refusal: Refusal): DeviceError {
	const fix = refusal === MISSING ? howToMake(device.name) : refusal.fix;
	const { line } = refusal;
	return new DeviceError(device.name, 'ERR_NO_INTENDED', `its intended config ${path} ${refusal.why}. ${fix}`, {
		line,
	});
}

function noFolder(folder: string, missing: readonly RefusedFile[]): Problem {
	const names = namesOf(missing.flatMap(({ devices }) => devices.map(({ name }) => name)));
	return {
		...NOWHERE,
		file: folder,
		message: `the folder of the intended configs does not exist (${names})`,
		fix: 'Correct intended in fleet.yml, or make the files out of what the devices run: fleet-drift fetch "*" --write',
	};
}

async function isThere(path: string): Promise<boolean> {
	try {
		await realpath(path);
		return true;
	} catch (error) {
		const code = systemCode(error);
		if (code === '') throw error;
		return code !== 'ENOENT' && code !== 'ENOTDIR';
	}
}

function namesOf(all: readonly string[]): string {
	const more = all.length > SHOWN ? ` and ${all.length - SHOWN} more` : '';
	return `${all.slice(0, SHOWN).join(', ')}${more}`;
}

function howToMake(device: string): string {
	return `Add the file, or make it out of what the device runs: fleet-drift fetch ${device} --write`;
}

const MISSING: Refusal = { status: 'refused', why: 'does not exist', fix: howToMake('DEVICE'), line: null };

const OUTSIDE: Refusal = {
	status: 'refused',
	why: 'leads out of the repository',
	fix: 'Keep the file inside, and do not link to a place outside',
	line: null,
};

function leaves(path: string): boolean {
	return path === '..' || path.startsWith('../') || isAbsolute(path);
}

/** `.git` is not part of what the repository says, and its config may hold a token: a link into it would show that. */
function holdsGit(path: string): boolean {
	return path.split('/').some((part) => part.toLowerCase() === '.git');
}

function refusalOf(error: unknown): Refusal {
	const code = systemCode(error);
	if (code === '') throw error;
	if (code !== 'ENOENT' && code !== 'ENOTDIR') {
		return { status: 'refused', why: `cannot be read (${code})`, fix: 'Check its permissions and links', line: null };
	}
	return MISSING;
}
