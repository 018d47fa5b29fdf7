import type { DeviceConfig } from '../device.ts';
import { maskInSteps } from '../masking/mask-content.ts';
import { type MaskedLines, textOf } from '../masking/masked-lines.ts';
import type { CompiledMasks } from '../masking/registry.ts';
import type { Platform } from '../platform/platform.ts';
import { atOnce, type Steps } from '../steps.ts';
import { buildInSteps } from './build-tree.ts';
import type { ConfigLine } from './config-line.ts';
import type { ConfigNode } from './config-node.ts';
import { scanInSteps } from './scan-lines.ts';

/** From the text of a device or a file to what can be compared: masked first, then read as a tree. */
export function prepareConfig(text: string, masks: CompiledMasks): DeviceConfig {
	return atOnce(prepareInSteps(text, masks));
}

/** The same in steps. */
export function* prepareInSteps(text: string, masks: CompiledMasks): Steps<DeviceConfig> {
	const lines = yield* scanInSteps(text, masks.platform.syntax);
	yield;
	return yield* prepareLines(lines, masks);
}

/** The same for a text that was split into lines already. */
export function* prepareLines(lines: readonly ConfigLine[], masks: CompiledMasks): Steps<DeviceConfig> {
	return prepareMasked(yield* maskInSteps(lines, masks), masks.platform);
}

/**
 * A config of lines that were masked already. Lines, text and tree are made when somebody asks for them: of most devices
 * nobody does, because they turn out to be in sync before.
 */
export function prepareMasked(masked: MaskedLines, platform: Platform): DeviceConfig {
	let text: string | null = null;
	let tree: readonly ConfigNode[] | null = null;
	const treeInSteps = function* (): Steps<readonly ConfigNode[]> {
		tree ??= yield* buildInSteps(masked.lines, platform);
		return tree;
	};
	return {
		platform: platform.name,
		masked: masked.masked,
		hits: masked.hits,
		metadata: masked.metadata,
		...(masked.endless === undefined ? {} : { endless: masked.endless }),
		get lines() {
			return masked.lines;
		},
		get text() {
			text ??= textOf(masked.lines);
			return text;
		},
		get tree() {
			return tree ?? atOnce(treeInSteps());
		},
		treeInSteps,
	};
}
