import type { DeviceReport } from '../domain/fleet-report.ts';

/**
 * What the device says about its last change, and the features in which it is not compliant, ready to be read: `last changed by: anna`. Device text, not yet escaped.
 * Counts of the session are for machines and stay out.
 */
export function describeFacts({ metadata, features = [] }: DeviceReport): string[] {
	const failing = features.filter(({ compliant }) => !compliant).map(({ name }) => name);
	const facts = Object.entries(metadata)
		.filter(([, value]) => typeof value === 'string' && value !== '')
		.map(([key, value]) => `${key.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}: ${value}`);
	return failing.length === 0 ? facts : [...facts, `not compliant: ${failing.join(', ')}`];
}
