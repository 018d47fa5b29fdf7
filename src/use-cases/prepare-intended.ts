import { findUnclosedBlock } from '../domain/config/blocks.ts';
import type { Device, DeviceConfig } from '../domain/device.ts';
import type { CompiledMasks } from '../domain/masking/registry.ts';
import { prepareConfig } from '../domain/prepare-config.ts';
import { DeviceError, DriftAuditError } from '../errors.ts';

/**
 * Reads an intended config. Throws a `DeviceError` (`ERR_PARSE`) that names the line: a banner without its end would swallow
 * the rest of the file, and half of the device would look like drift.
 */
export function prepareIntended(device: Device, text: string, masks: CompiledMasks): DeviceConfig {
	const config = read(device, text, masks);
	const unclosed = findUnclosedBlock(config.lines);
	if (unclosed === null) return config;
	const message = `its intended config cannot be read: the ${unclosed.block.id} that starts on line ${unclosed.line.number} never ends`;
	throw new DeviceError(device.name, 'ERR_PARSE', message);
}

function read(device: Device, text: string, masks: CompiledMasks): DeviceConfig {
	try {
		return prepareConfig(text, masks);
	} catch (error) {
		if (!(error instanceof DriftAuditError)) throw error;
		throw new DeviceError(device.name, error.code, `its intended config cannot be read: ${error.message}`, {
			cause: error,
		});
	}
}
