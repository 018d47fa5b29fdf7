import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Device } from '../../domain/device.ts';
import { ConfigurationError, DeviceError, isTimeout, systemCode } from '../../errors.ts';
import type { DeviceAdapter, FetchedConfig } from '../../use-cases/ports.ts';
import { type ConfigText, EMPTY, readConfigText } from './read-config-text.ts';

/**
 * Running configs that something else has fetched: `FOLDER/<device>.<extension>`, one file per device, or `FOLDER/<device>`
 * as Oxidized and RANCID write it. A device without a file is unreachable.
 */
export class FileDeviceAdapter implements DeviceAdapter {
	readonly #folder: string;
	/** File names by what stands before their last dot; device names may hold dots themselves. */
	readonly #files: ReadonlyMap<string, readonly string[]>;
	readonly #names: ReadonlySet<string>;

	private constructor(folder: string, files: readonly string[]) {
		this.#folder = folder;
		this.#names = new Set(files);
		const withExtension = files.filter((file) => file.includes('.'));
		this.#files = Map.groupBy(withExtension, (file) => file.slice(0, file.lastIndexOf('.')));
	}

	/** Throws a `ConfigurationError` where the folder cannot be read. */
	static async open(folder: string): Promise<FileDeviceAdapter> {
		try {
			const entries = await readdir(folder, { withFileTypes: true });
			const files = entries.filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'));
			return new FileDeviceAdapter(folder, files.map(({ name }) => name).toSorted());
		} catch (error) {
			const code = systemCode(error);
			if (code === '') throw error;
			throw ConfigurationError.inFile(
				folder,
				code === 'ENOENT'
					? 'there is no such file or folder to take running configs from'
					: `the folder of running configs cannot be read (${code})`,
				'Name a folder that holds one file per device, such as edge-01.cfg, or a file of "fleet-drift fetch --json"',
			);
		}
	}

	async fetchConfig(device: Device, signal: AbortSignal): Promise<FetchedConfig> {
		if (signal.aborted) throw aborted(device, signal);
		const files = this.#filesOf(device.name);
		const [file, another] = files;
		if (file === undefined) {
			const path = join(this.#folder, device.name);
			throw new DeviceError(device.name, 'ERR_UNREACHABLE', `the file ${path}.* is missing`);
		}
		if (another !== undefined) {
			const message = `both ${files.join(' and ')} could be its running config; keep one of them`;
			throw new DeviceError(device.name, 'ERR_UNREACHABLE', message);
		}
		const content = await this.#read(device, file, signal);
		if (content.status === 'read') return { text: content.text, session: { handshakes: 0, commands: 0 } };
		const code = content === EMPTY ? 'ERR_INCOMPLETE' : 'ERR_PARSE';
		throw new DeviceError(device.name, code, `${file} ${content.why}`, { reachable: true });
	}

	async [Symbol.asyncDispose](): Promise<void> {
		// Nothing is held open between two devices.
	}

	#filesOf(name: string): readonly string[] {
		const withExtension = this.#files.get(name) ?? [];
		if (!this.#names.has(name)) return withExtension;
		// `edge` beside `edge.lab` are two devices; `edge` beside `edge.cfg` is one too many.
		return [name, ...withExtension.filter((file) => CONFIG_EXTENSION.test(file))];
	}

	async #read(device: Device, file: string, signal: AbortSignal): Promise<ConfigText> {
		try {
			return await readConfigText(join(this.#folder, file), { encoding: 'any', signal });
		} catch (error) {
			if (signal.aborted) throw aborted(device, signal);
			const code = systemCode(error);
			if (code === '') throw error;
			const message = `${file} cannot be read (${code}). Check its permissions`;
			throw new DeviceError(device.name, 'ERR_UNREACHABLE', message, { cause: error });
		}
	}
}

/** What config files commonly end in. */
const CONFIG_EXTENSION = /\.(?:cfg|conf|config|json|log|set|txt|xml)$/i;

function aborted(device: Device, { reason }: AbortSignal): DeviceError {
	const timedOut = isTimeout(reason);
	const message = timedOut ? 'its running config was not read in time' : 'the run was cancelled';
	return new DeviceError(device.name, timedOut ? 'ERR_TIMEOUT' : 'ERR_CANCELLED', message, { cause: reason });
}
