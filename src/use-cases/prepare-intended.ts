import { findUnclosedBlock } from '../domain/config/blocks.ts';
import { formatOfStyle, strangeFormat } from '../domain/config/format.ts';
import { findNoConfig } from '../domain/config/no-config.ts';
import { prepareInSteps } from '../domain/config/prepare-config.ts';
import type { Device, DeviceConfig } from '../domain/device.ts';
import type { CompiledMasks } from '../domain/masking/registry.ts';
import type { Steps } from '../domain/steps.ts';
import { DeviceError, DriftAuditError } from '../errors.ts';

/**
 * Reads an intended config. Throws a `DeviceError` (`ERR_PARSE`) where reading on would make drift of what is none: a file in
 * another format than the device gives has no line in common with it, a document that is not well-formed has none at all, of a
 * block whose end never comes nobody knows how much of the file it holds, and some files hold no config: see `findNoConfig()`.
 */
export function* prepareIntended(device: Device, text: string, masks: CompiledMasks): Steps<DeviceConfig> {
	const config = yield* prepareReadable(device, text, masks);
	const none = findNoConfig(config.lines);
	if (none === null) return config;
	const message = `its intended config cannot be read: ${none.why}`;
	throw new DeviceError(device.name, 'ERR_PARSE', message, { line: none.line });
}

/** The same, but for a file that holds no config: a change may be about to write it. */
export function* prepareReadable(device: Device, text: string, masks: CompiledMasks): Steps<DeviceConfig> {
	checkFormat(device, text, masks);
	const config = yield* read(device, text, masks);
	yield;
	const unclosed = findUnclosedBlock(config.lines);
	if (unclosed === null || unclosed.block.prose === true || unclosed.block.key === true) return config;
	const message = `its intended config cannot be read: the ${unclosed.block.id} that starts on line ${unclosed.line.number} never ends`;
	throw new DeviceError(device.name, 'ERR_PARSE', message, { line: unclosed.line.number });
}

function checkFormat({ name, platform, transport }: Device, text: string, masks: CompiledMasks): void {
	const { style } = masks.platform.syntax;
	const strange = strangeFormat(text, style);
	if (strange === null) return;
	const message = `its intended config is ${strange}, but ${transport} gives ${formatOfStyle(style)} on ${platform}. Write the file with "fleet-drift fetch ${name} --write --force", or fetch the device by another transport`;
	throw new DeviceError(name, 'ERR_PARSE', message, { line: 1 });
}

function* read(device: Device, text: string, masks: CompiledMasks): Steps<DeviceConfig> {
	try {
		return yield* prepareInSteps(text, masks);
	} catch (error) {
		if (!(error instanceof DriftAuditError)) throw error;
		throw new DeviceError(device.name, error.code, `its intended config cannot be read: ${error.message}`, {
			cause: error,
			line: error.line,
		});
	}
}
