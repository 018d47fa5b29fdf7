import { readFile, stat } from 'node:fs/promises';
import { CapturedConfigs } from '../../adapters/file/captured-configs.ts';
import { FileDeviceAdapter } from '../../adapters/file/file-device-adapter.ts';
import { keyId } from '../../domain/masking/fingerprint.ts';
import type { DeviceAdapter } from '../../use-cases/ports.ts';

/** Where running configs of an earlier time come from. */
export interface OpenCaptures {
	readonly adapter: DeviceAdapter;
	/** Whether another tool has fetched them. */
	readonly fetchedElsewhere: boolean;
	/** Whether their secrets can be compared with those of the intended configs. */
	readonly comparesSecrets: boolean;
	/** What people should know; a sentence each. */
	readonly warnings: readonly string[];
}

/** Opens a folder with one file per device, or the JSON of an earlier fetch. Throws a `ConfigurationError`. */
export async function openCaptures(path: string, fingerprintKey: string): Promise<OpenCaptures> {
	if (!(await isFile(path))) {
		const adapter = await FileDeviceAdapter.open(path);
		return { adapter, fetchedElsewhere: true, comparesSecrets: true, warnings: [] };
	}
	const adapter = CapturedConfigs.read(await readFile(path, 'utf8'), path);
	if (fingerprintKey !== '' && adapter.fingerprintKey === keyId(fingerprintKey)) {
		return { adapter, fetchedElsewhere: false, comparesSecrets: true, warnings: [] };
	}
	const why =
		adapter.fingerprintKey === null
			? 'they were taken out when it was written'
			: 'its fingerprints were made with another key';
	const warnings = [`secrets are not compared with those of ${path}: ${why}`];
	return { adapter, fetchedElsewhere: false, comparesSecrets: false, warnings };
}

async function isFile(path: string): Promise<boolean> {
	try {
		return (await stat(path)).isFile();
	} catch {
		// What is not there, or may not be seen, is told where it is read as a folder.
		return false;
	}
}
