import type { DeviceReport } from '../../domain/fleet-report.ts';

/**
 * What the device says about its last change, and the features in which it is not compliant, ready to be read: `last changed:
 * 16:04 by anna`. Device text, not yet escaped. Counts of the session are for machines and stay out.
 */
export function describeFacts({ metadata, features = [] }: DeviceReport): string[] {
	const failing = features.filter(({ compliant }) => !compliant).map(({ name }) => name);
	const texts = new Map(Object.entries(metadata).filter(([, value]) => typeof value === 'string' && value !== ''));
	const events = new Set<string>();
	const facts = [...texts].flatMap(([key, value]) => {
		const event = key.replace(/(?:At|By)$/, '');
		const [at, by] = [texts.get(`${event}At`), texts.get(`${event}By`)];
		if (event === key || at === undefined || by === undefined) return [`${wordsOf(key)}: ${value}`];
		// What was changed is saved in the same breath more often than not.
		if (events.has(`${at} by ${by}`)) return [];
		events.add(`${at} by ${by}`);
		return [`${wordsOf(event)}: ${at} by ${by}`];
	});
	return failing.length === 0 ? facts : [...facts, `not compliant: ${failing.join(', ')}`];
}

/** `lastChanged` in words. */
function wordsOf(key: string): string {
	return key.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
