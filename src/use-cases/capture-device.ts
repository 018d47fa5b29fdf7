import type { Capture } from '../domain/capture.ts';
import type { Device } from '../domain/device.ts';
import { withHiddenSecrets } from '../domain/masking/fingerprint.ts';
import { maskContent } from '../domain/masking/mask-content.ts';
import { secretsOnly } from '../domain/masking/secrets-only.ts';
import { atOnce } from '../domain/steps.ts';
import type { AuditTools } from './audit-tools.ts';
import { fetchText, readRunning } from './fetch-running.ts';

/**
 * Fetches a device's running-config to be kept: proven whole, without its secrets, and otherwise as it came. Throws a
 * `DeviceError` that says why not.
 *
 * @param options.fingerprints - whether fingerprints stay: they tell whether a secret changed, to whoever has their key
 */
export async function captureDevice(
	device: Device,
	tools: AuditTools,
	{ signal, fingerprints }: { readonly signal: AbortSignal; readonly fingerprints: boolean },
): Promise<Capture> {
	const fetched = await fetchText(device, tools, { signal });
	atOnce(readRunning(device, fetched.text, tools));
	const { text } = maskContent(fetched.text, secretsOnly(tools.masksOf(device)));
	const { name, platform, transport } = device;
	return { name, platform, transport, text: fingerprints ? text : withHiddenSecrets(text) };
}
