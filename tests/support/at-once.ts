import { classifyInSteps, type ThreeWay } from '../../src/domain/compare/three-way.ts';
import { buildInSteps } from '../../src/domain/config/build-tree.ts';
import { scanWhole } from '../../src/domain/config/completeness.ts';
import type { ConfigLine } from '../../src/domain/config/config-line.ts';
import type { ConfigNode } from '../../src/domain/config/config-node.ts';
import { type AlikeConfigs, prepareAlikeInSteps } from '../../src/domain/config/prepare-alike.ts';
import type { Change } from '../../src/domain/drift-report.ts';
import {
	type FleetHistory,
	fleetHistoryInSteps,
	type PastOfFleet,
	type Period,
} from '../../src/domain/history/fleet-history.ts';
import { type NoisyLine, noisyInSteps, type PastDrift } from '../../src/domain/history/noisy-lines.ts';
import type { CompiledMasks } from '../../src/domain/masking/registry.ts';
import { type Skimmed, skimInSteps } from '../../src/domain/masking/skim-masks.ts';
import type { OrderRule } from '../../src/domain/platform/order-rules.ts';
import type { Platform } from '../../src/domain/platform/platform.ts';
import { atOnce } from '../../src/domain/steps.ts';

/* What a run does in steps, without a pause. */

/** What keeps a fetched config from being whole; null when its platform's proof is there. */
export function findIncompleteness(text: string, platform: Platform): string | null {
	return atOnce(scanWhole(text, platform)).incompleteness;
}

export function buildTree(
	lines: readonly ConfigLine[],
	rules: Pick<Platform, 'syntax' | 'order'>,
): readonly ConfigNode[] {
	return atOnce(buildInSteps(lines, rules));
}

export function prepareAlike(
	texts: { readonly intended: string; readonly running: string },
	masks: CompiledMasks,
): AlikeConfigs | null {
	return atOnce(prepareAlikeInSteps(texts, masks));
}

export function classifyChanges(comparisons: ThreeWay, order: readonly OrderRule[]): readonly Change[] {
	return atOnce(classifyInSteps(comparisons, order));
}

export function skimMasks(text: string, masks: CompiledMasks): Skimmed | null {
	return atOnce(skimInSteps(text, masks));
}

export function fleetHistory(past: PastOfFleet, period: Period): FleetHistory {
	return atOnce(fleetHistoryInSteps(past, period));
}

export function noisyLines(drifts: readonly PastDrift[]): readonly NoisyLine[] {
	return atOnce(noisyInSteps(drifts));
}
