import type { Device, DeviceConfig } from '../domain/device.ts';
import type { CompiledMasks } from '../domain/masking/registry.ts';
import type { Steps } from '../domain/steps.ts';
import { DeviceError } from '../errors.ts';
import { prepareReadable } from './prepare-intended.ts';

/** What a change of an intended config began from. */
export interface Base {
	/** Empty where nothing could be read. */
	readonly config: DeviceConfig;
	/** Nobody knows of anything that was intended before: there was no file, or it cannot be read. */
	readonly isNew: boolean;
	/** Why it cannot be read; null: it can, or was not there. */
	readonly unreadable: DeviceError | null;
}

/**
 * Reads what a change began from. It does not throw where that cannot be read, as a change that mends it is right where the device
 * runs all of what it says.
 *
 * @param text - null: there was no file
 */
export function* prepareBase(device: Device, text: string | null, masks: CompiledMasks): Steps<Base> {
	try {
		return { config: yield* prepareReadable(device, text ?? '', masks), isNew: text === null, unreadable: null };
	} catch (error) {
		if (!(error instanceof DeviceError)) throw error;
		// Its line is not one of the file that people look at.
		const message = `before this change, ${error.message}; so nobody can tell what is planned from what has drifted`;
		const unreadable = new DeviceError(device.name, error.code, message, { cause: error });
		return { config: yield* prepareReadable(device, '', masks), isNew: true, unreadable };
	}
}
