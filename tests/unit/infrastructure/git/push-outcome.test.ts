import { describe, expect, it } from 'vitest';
import { isLostRace, isRefused } from '../../../../src/infrastructure/git/push-outcome.ts';

const line = (status: string): string =>
	`To http://git.example.net/acme/network.git\n!\tabc:refs/heads/x\t${status}\nDone\n`;

describe('isLostRace', () => {
	it.each([
		'[rejected] (fetch first)',
		'[rejected] (non-fast-forward)',
		'[rejected] (stale info)',
		'[remote rejected] (failed to update ref)',
		"[remote rejected] (cannot lock ref 'refs/heads/x': is at 1a but expected 2b)",
		'[remote rejected] (incorrect old value provided)',
		'[remote rejected] (reference already exists)',
	])('knows %s', (status) => {
		expect(isLostRace(line(status))).toBe(true);
	});

	it.each([
		'[remote rejected] (pre-receive hook declined)',
		'[remote rejected] (protected branch hook declined)',
		'[remote rejected] (push declined due to repository rule violations)',
		'[remote rejected] (shallow update not allowed)',
		'[remote rejected] (unpacker error)',
	])('takes %s for a refusal', (status) => {
		expect(isLostRace(line(status))).toBe(false);
		expect(isRefused(line(status))).toBe(true);
	});
});
