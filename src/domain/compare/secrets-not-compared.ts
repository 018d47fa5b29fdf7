import type { DeviceConfig } from '../device.ts';
import { REMOVED } from '../masking/fingerprint.ts';
import { hiddenSecretsIn, unseenSecretsIn } from '../masking/hidden-secrets-in.ts';
import type { Sides } from '../sides.ts';

/**
 * How many secrets of a device were taken for equal without being looked at: those for which its intended config has a
 * placeholder, those that it does not show, and those that it shows encrypted anew every time. In sync says nothing of them.
 *
 * @param configs.same - whether both read the same, letter for letter
 */
export function secretsNotCompared({
	intended,
	running,
	same = false,
}: Sides<DeviceConfig> & { readonly same?: boolean }): number {
	const hidden = hiddenSecretsIn(intended.hits) + unseenSecretsIn(running.hits);
	return hidden + (same ? 0 : placeholdersBesideMasks(intended, running));
}

/** A mask that knows a secret by its look does not know a placeholder; a line that runs as it stands there has none. */
function placeholdersBesideMasks(intended: DeviceConfig, running: DeviceConfig): number {
	const holding = intended.lines.filter(({ text }) => text.includes(REMOVED));
	if (holding.length === 0) return 0;
	const runs = new Set(running.lines.map(({ text }) => text));
	return holding
		.filter(({ text }) => !runs.has(text))
		.reduce((sum, { text }) => sum + text.split(REMOVED).length - 1, 0);
}
