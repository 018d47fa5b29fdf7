import { resolve } from 'node:path';
import type { CaptureFile } from '../../domain/capture.ts';
import { keyId } from '../../domain/masking/fingerprint.ts';
import { writeOutput } from '../../infrastructure/output-file.ts';
import { captureDevice } from '../../use-cases/capture-device.ts';
import { VERSION } from '../../version.ts';
import { askForEach } from '../asking/ask-devices.ts';
import { fingerprintKeyOf } from '../options/local-run-options.ts';
import type { FetchContext } from './fetch-configs.ts';

/**
 * Writes running configs into one file for a later audit, and returns how many could be had. Without a key of the user's own,
 * fingerprints could be compared with nothing later.
 *
 * @param file - `-` for stdout
 */
export async function writeCaptures(file: string, { prepared, line }: FetchContext): Promise<number> {
	const { tools, run } = prepared;
	const key = fingerprintKeyOf(line.env);
	const options = { signal: run.signal, fingerprints: key !== '' };
	const fetched = await askForEach(prepared, line, (device) => captureDevice(device, tools, options));
	const captures: CaptureFile = {
		schemaVersion: 1,
		tool: { name: 'fleet-drift-audit', version: VERSION },
		fetchedAt: new Date(tools.clock.now()).toISOString(),
		fingerprintKey: key === '' ? null : keyId(key),
		devices: fetched.map(({ answer }) => answer),
	};
	const text = `${line.log.redact(JSON.stringify(captures, null, 2))}\n`;
	if (file === '-') line.stdout.write(text);
	else await writeOutput(resolve(line.cwd, file), text);
	return fetched.length;
}
