import type { CaptureFile } from '../../domain/capture.ts';
import type { Device } from '../../domain/device.ts';
import { isRecord } from '../../domain/is-record.ts';
import { ConfigurationError, DeviceError } from '../../errors.ts';
import type { DeviceAdapter, FetchedConfig } from '../../use-cases/ports.ts';

/** Running configs of an earlier fetch, from one JSON file. A device that is not in it is unreachable. */
export class CapturedConfigs implements DeviceAdapter {
	/** See CaptureFile. */
	readonly fingerprintKey: string | null;
	readonly #file: string;
	readonly #texts: ReadonlyMap<string, string>;

	private constructor(file: string, { fingerprintKey, devices }: Pick<CaptureFile, 'fingerprintKey' | 'devices'>) {
		this.#file = file;
		this.fingerprintKey = fingerprintKey;
		this.#texts = new Map(devices.map(({ name, text }) => [name, text]));
	}

	/** Throws a `ConfigurationError` where the text is no file of captures. */
	static read(text: string, file: string): CapturedConfigs {
		const captures = parse(text);
		if (isCaptureFile(captures)) return new CapturedConfigs(file, captures);
		throw ConfigurationError.inFile(
			file,
			'the file holds no running configs from an earlier fetch',
			'Write one with "fleet-drift fetch DEVICE… --json FILE", or name a folder with one file per device',
		);
	}

	async fetchConfig({ name }: Device): Promise<FetchedConfig> {
		const text = this.#texts.get(name);
		if (text !== undefined) return { text, session: { handshakes: 0, commands: 0 } };
		throw new DeviceError(name, 'ERR_UNREACHABLE', `there is no ${name} in ${this.#file}: it was not fetched then`);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		// Nothing is held open between two devices.
	}
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		// The engine's message would quote the text.
		if (error instanceof SyntaxError) return null;
		throw error;
	}
}

function isCaptureFile(value: unknown): value is CaptureFile {
	if (!isRecord(value) || value.schemaVersion !== 1) return false;
	const { fingerprintKey, devices } = value;
	return (
		(fingerprintKey === null || typeof fingerprintKey === 'string') &&
		Array.isArray(devices) &&
		devices.every(isCapture)
	);
}

function isCapture(value: unknown): boolean {
	return isRecord(value) && typeof value.name === 'string' && typeof value.text === 'string';
}
