import { buildTree } from './config/tree.ts';
import type { DeviceConfig } from './device.ts';
import { maskContent } from './masking/mask-content.ts';
import type { CompiledMasks } from './masking/registry.ts';

/** From the text of a device or a file to what can be compared: masked first, then read as a tree. */
export function prepareConfig(text: string, masks: CompiledMasks): DeviceConfig {
	const masked = maskContent(text, masks);
	return { platform: masks.platform.name, ...masked, tree: buildTree(masked.lines, masks.platform) };
}
