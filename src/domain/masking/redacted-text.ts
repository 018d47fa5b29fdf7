import type { DeviceConfig } from '../device.ts';
import { withPlaceholders } from './fingerprint.ts';

/**
 * A config as a team may keep it in git: without volatile lines, without the lines around it that are not config (`Building
 * configuration...`, `end`), and with `<removed>` in place of every secret.
 */
export function redactedText({ lines }: Pick<DeviceConfig, 'lines'>): string {
	const kept = lines.filter(({ role }) => role !== 'frame').map(({ raw }) => `${raw}\n`);
	return withPlaceholders(kept.join(''));
}
