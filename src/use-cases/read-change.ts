import type { Device } from '../domain/device.ts';
import { DeviceError, DriftAuditError } from '../errors.ts';
import type { Revisions } from './ports.ts';
import type { PathsOfChange } from './touched-devices.ts';

/** A device's intended config on both sides of a change; a side where the file is not there is null. */
export interface IntendedChange {
	readonly base: string | null;
	readonly head: string | null;
}

/**
 * Reads an intended config at the merge base and at head. Throws a `DeviceError`: a file that cannot be used (a link, a
 * submodule, no text, nothing in it) is this device's trouble and not the fleet's.
 */
export async function readChange(device: Device, paths: PathsOfChange, revisions: Revisions): Promise<IntendedChange> {
	const change = await read(device, paths, revisions);
	if (change.head?.trim() !== '') return change;
	// Merged, it would stop every audit.
	const message = `this change leaves ${paths.head} empty: write the config into it`;
	throw new DeviceError(device.name, 'ERR_NO_INTENDED', message, { line: 1 });
}

async function read(device: Device, paths: PathsOfChange, revisions: Revisions): Promise<IntendedChange> {
	try {
		const [base, head] = await Promise.all([revisions.readBase(paths.base), revisions.readHead(paths.head)]);
		return { base, head };
	} catch (error) {
		if (!(error instanceof DriftAuditError)) throw error;
		throw new DeviceError(device.name, error.code, error.message, { cause: error, line: error.line });
	}
}
