import { strangeFormat } from '../domain/config/format.ts';
import type { LogMessageLine } from '../domain/config/log-messages.ts';
import { prepareAlikeInSteps } from '../domain/config/prepare-alike.ts';
import { isTooLarge } from '../domain/config/size-limits.ts';
import type { Device, DeviceConfig } from '../domain/device.ts';
import type { Sides } from '../domain/sides.ts';
import type { Steps } from '../domain/steps.ts';
import type { AuditTools } from './audit-tools.ts';
import { checkShrink, type SizeBefore } from './check-shrink.ts';
import { disturbancesIn } from './check-undisturbed.ts';
import { notWhole, readRunning, refuseWithheld } from './fetch-running.ts';
import { prepareIntended } from './prepare-intended.ts';

/** Both sides of a device, read. */
export interface ReadSides extends Sides<DeviceConfig> {
	/** They read the same, letter for letter. */
	readonly same: boolean;
	/** What people should know about the size of what runs; null: nothing. */
	readonly shrink: string | null;
	/** What came into the text of what runs. */
	readonly disturbances: readonly LogMessageLine[];
}

/** Reads what a device runs and what it should run. Throws a `DeviceError` where one of them is not whole or cannot be read. */
export function* readSides(
	device: Device,
	texts: Sides<string> & { readonly before: SizeBefore },
	tools: AuditTools,
): Steps<ReadSides> {
	const sides = yield* readBoth(device, texts, tools);
	yield;
	const shrink = checkShrink(device, sides, { before: texts.before, tools });
	return { ...sides, shrink, disturbances: disturbancesIn(texts.running, tools) };
}

function* readBoth(
	device: Device,
	texts: Sides<string>,
	tools: AuditTools,
): Steps<Omit<ReadSides, 'shrink' | 'disturbances'>> {
	const masks = tools.masksOf(device);
	refuseWithheld(device, texts.running, masks.platform);
	const { style } = masks.platform.syntax;
	const isStrange = [texts.intended, texts.running].some(
		(text) => strangeFormat(text, style) !== null || isTooLarge(text),
	);
	const alike = isStrange ? null : yield* prepareAlikeInSteps(texts, masks);
	yield;
	if (alike === null) {
		const running = yield* readRunning(device, texts.running, tools);
		yield;
		const intended = yield* prepareIntended(device, texts.intended, masks);
		return { running, intended, same: false };
	}
	if (alike.incompleteness !== null) throw notWhole(device, alike.incompleteness);
	return alike;
}
