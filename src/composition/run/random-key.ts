import { randomBytes } from 'node:crypto';

/** A fingerprint key for one run: its fingerprints tell equal secrets from different ones, and nothing after the run. */
export function randomKey(): string {
	return randomBytes(32).toString('hex');
}
