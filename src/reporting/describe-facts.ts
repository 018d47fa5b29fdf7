import type { DeviceReport } from '../domain/fleet-report.ts';

/**
 * What the device says about its last change, ready to be read: `last changed by: anna`. Device text, not yet escaped.
 * Counts of the session are for machines and stay out.
 */
export function describeFacts({ metadata }: DeviceReport): string[] {
	return Object.entries(metadata)
		.filter(([, value]) => typeof value === 'string' && value !== '')
		.map(([key, value]) => `${key.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}: ${value}`);
}
