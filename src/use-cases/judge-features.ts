import { comparableTrees } from '../domain/compare/comparable-trees.ts';
import type { DeviceConfig } from '../domain/device.ts';
import type { Change } from '../domain/drift-report.ts';
import { assessFeatures, type FeatureCompliance } from '../domain/features/assess-features.ts';
import type { Feature } from '../domain/features/feature.ts';
import type { Platform } from '../domain/platform/platform.ts';
import type { Sides } from '../domain/sides.ts';

/** What a device is judged by, feature by feature. */
interface Judged extends Sides<DeviceConfig> {
	readonly changes: readonly Change[];
	readonly platform: Platform;
}

/** Judges the features of fleet.yml, if it names any: both sides are read as trees for that. */
export function judgeFeatures(
	features: readonly Feature[] | undefined,
	{ intended, running, changes, platform }: Judged,
): readonly FeatureCompliance[] {
	if (features === undefined) return [];
	return assessFeatures(features, { ...comparableTrees({ intended, running }, platform), changes });
}
