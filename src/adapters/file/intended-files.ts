import { realpathSync } from 'node:fs';
import { isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Device } from '../../domain/device.ts';
import { groupInSteps } from '../../domain/steps.ts';
import { detached } from '../../domain/text/detached.ts';
import { DeviceError, type Problem, systemCode } from '../../errors.ts';
import type { IntendedConfig, IntendedConfigs } from '../../use-cases/ports.ts';
import { type Elsewhere, fixOf, MISSING, problemsOf, type Refusal, type RefusedFile } from './intended-problems.ts';
import { notCheckedOut } from './not-checked-out.ts';
import { type ConfigText, readConfigTextSync } from './read-config-text.ts';

/** Where the intended configs of a fleet stand in a working tree. */
export interface IntendedFilesOptions {
	/** Folder that paths are relative to. */
	readonly root: string;
	/** Folder that nothing may lead out of: the repository around. @default the root */
	readonly boundary?: string;
	/** Folder that templates are relative to, relative to the root and with `/`. @default '' */
	readonly folder?: string;
	/** `intended-configs/{device}.cfg`, with {device}, {platform}, {site} and {role}. */
	readonly template: string;
	/** Templates that hold instead, by device name. */
	readonly templateOf?: ReadonlyMap<string, string>;
}

interface InspectedFile {
	readonly path: string;
	/** The devices that it is for. */
	readonly sharing: readonly Device[];
	readonly content: ConfigText;
}

/** How many files are read on end before others have their turn. */
const BATCH = 16;

/**
 * Intended configs in a working tree. They are read at once: for each of the steps that it takes to read a file of a
 * checkout, Node's pool of threads costs more than the step.
 */
export class IntendedFiles implements IntendedConfigs {
	readonly #options: IntendedFilesOptions;
	/** Links resolved; asked once for all files. */
	#real: { readonly root: string; readonly boundary: string } | null = null;

	constructor(options: IntendedFilesOptions) {
		this.#options = options;
	}

	pathOf(device: Device): string {
		const { folder = '', template, templateOf } = this.#options;
		const { name, platform, site, role } = device;
		const values: Readonly<Record<string, string | null>> = { device: name, platform, site, role };
		const path = (templateOf?.get(name) ?? template).replaceAll(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
		// Kept in a report for as long as the run lasts: by itself, and not as the parts that it was put together from.
		return detached(posix.join(folder, path));
	}

	check(device: Device): void {
		const path = this.pathOf(device);
		const place = this.#find(path);
		if (place.status === 'refused') throw this.#refusalFor(device, path, place);
	}

	read(device: Device): IntendedConfig {
		const path = this.pathOf(device);
		const content = this.#inspect(path);
		if (content.status === 'refused') throw this.#refusalFor(device, path, content);
		return { path, text: content.text };
	}

	/** Whether any of the devices has an intended config that can be used. */
	async hasAny(devices: readonly Device[]): Promise<boolean> {
		for (const [index, device] of devices.entries()) {
			if (index % BATCH === BATCH - 1) await nextTurn();
			if (this.#inspect(this.pathOf(device)).status === 'read') return true;
		}
		return false;
	}

	/** Every intended config that cannot be used. */
	async checkIntended(devices: readonly Device[]): Promise<readonly Problem[]> {
		const refused: RefusedFile[] = [];
		for await (const { path, sharing, content } of this.#inspectAll(devices))
			if (content.status === 'refused') refused.push({ path, devices: sharing, refusal: content });
		return problemsOf(refused, { missingFolder: this.#missingFolder(), elsewhere: this.#elsewhere });
	}

	/** Each file once. */
	async *#inspectAll(devices: readonly Device[]): AsyncGenerator<InspectedFile> {
		const grouping = groupInSteps(devices, (device) => this.pathOf(device));
		let grouped = grouping.next();
		for (; grouped.done !== true; grouped = grouping.next()) await nextTurn();
		for (const [index, [path, sharing]] of [...grouped.value].entries()) {
			if (index % BATCH === BATCH - 1) await nextTurn();
			yield { path, sharing, content: this.#inspect(path) };
		}
	}

	/** The folder in which all of them should stand, where there is none; a wrong letter in its name is one mistake. */
	#missingFolder(): string | null {
		const { root, folder = '', template } = this.#options;
		const path = posix.join(folder, posix.dirname(template.replace(/\{.*/su, 'x')));
		if (this.#leaves(path)) return null;
		return isThere(join(root, path)) ? null : path;
	}

	#refusalFor(device: Device, path: string, refusal: Refusal): DeviceError {
		const fix = fixOf({ path, device: device.name, refusal }, this.#elsewhere);
		const message = `its intended config ${path} ${refusal.why}. ${fix}`;
		return new DeviceError(device.name, 'ERR_NO_INTENDED', message, { line: refusal.line });
	}

	readonly #elsewhere: Elsewhere = (path) => {
		const { root, boundary = root } = this.#options;
		return notCheckedOut(boundary, relative(boundary, resolve(root, path)).split(sep).join('/'));
	};

	#inspect(path: string): ConfigText {
		const place = this.#find(path);
		if (place.status === 'refused') return place;
		try {
			return readConfigTextSync(place.target, { encoding: 'utf-8' });
		} catch (error) {
			return refusalOf(error);
		}
	}

	/** Where the file is, links resolved. */
	#find(path: string): { readonly status: 'found'; readonly target: string } | Refusal {
		if (this.#leaves(path)) return OUTSIDE;
		try {
			const { root, boundary = root } = this.#options;
			this.#real ??= { root: realpathSync.native(root), boundary: realpathSync.native(boundary) };
			const target = realpathSync.native(join(this.#real.root, path));
			const inside = relative(this.#real.boundary, target).split(sep).join('/');
			return leaves(inside) || holdsGit(inside) ? OUTSIDE : { status: 'found', target };
		} catch (error) {
			return refusalOf(error);
		}
	}

	/** By its words; where its links lead is seen when it is opened. */
	#leaves(path: string): boolean {
		const { root, boundary = root } = this.#options;
		return isAbsolute(path) || leaves(relative(boundary, resolve(root, path)).split(sep).join('/'));
	}
}

function isThere(path: string): boolean {
	try {
		realpathSync.native(path);
		return true;
	} catch (error) {
		const code = systemCode(error);
		if (code === '') throw error;
		return code !== 'ENOENT' && code !== 'ENOTDIR';
	}
}

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
