import { prepareConfig } from '../config/prepare-config.ts';
import type { DeviceConfig } from '../device.ts';
import type { Change, DriftReport, IgnoredChange } from '../drift-report.ts';
import type { CompiledMasks } from '../masking/registry.ts';
import type { Sides } from '../sides.ts';
import { atOnce, inPortions, type Steps } from '../steps.ts';
import { treesInSteps } from './comparable-trees.ts';
import { compareTreesInSteps } from './compare-trees.ts';
import { driftFingerprint, fingerprintInSteps } from './drift-fingerprint.ts';
import { unreadableRemarks } from './ranges/unreadable-remarks.ts';
import { readRemarks } from './read-remarks.ts';
import { isSameReading } from './same-reading.ts';
import type { Scope } from './scope.ts';
import { renderInSteps, renderUnified } from './unified.ts';

/** What differs, before anything is written of it: a pre-flight check compares three times, and reports changes of its own. */
export type Comparison = Omit<DriftReport, 'diff' | 'fingerprint'>;

/** How much is compared, and what of it is accepted. */
export interface DiffOptions {
	/** @default 'full' */
	readonly scope?: Scope;
	/**
	 * What the device runs whose intended configs are compared: neither of them is what it shows, the head of a pull request
	 * stands on the running side. Only what runs says which release it is, and so which defaults hold.
	 */
	readonly plannedOn?: DeviceConfig;
	/** Decides which changes are accepted and why; null: it is drift. See applicableIgnores. */
	readonly ignore?: (change: Change) => string | null;
}

/**
 * Masks and reads both texts, and compares them the way the platform reads them.
 *
 * @example
 * calculateDiff('hostname a\nend\n', 'hostname b\nend\n', masks).changes
 * //=> [{ kind: 'changed', lineage: [], line: 'hostname b', runningText: 'hostname a',
 * //     intendedLine: 1, runningLine: 1, class: null }]
 */
export function calculateDiff(
	running: string,
	intended: string,
	masks: CompiledMasks,
	options: DiffOptions = {},
): DriftReport {
	const configs = { intended: prepareConfig(intended, masks), running: prepareConfig(running, masks) };
	return compareConfigs(configs, masks, options);
}

/** The same for configs that are prepared already: the running one is compared with several intended ones in pre-flight. */
export function compareConfigs(
	sides: Sides<DeviceConfig>,
	masks: CompiledMasks,
	options: DiffOptions = {},
): DriftReport {
	const compared = atOnce(compareInSteps(sides, masks, options));
	const { changes } = compared;
	// Made when somebody asks for them.
	let diff: string | null = null;
	let fingerprint: string | null = null;
	return {
		...compared,
		get diff() {
			diff ??= renderUnified(changes);
			return diff;
		},
		get fingerprint() {
			fingerprint ??= driftFingerprint(changes);
			return fingerprint;
		},
	};
}

/** Writes the diff and the fingerprint of what differs, in steps. */
export function* reportInSteps(compared: Comparison): Steps<DriftReport> {
	const diff = yield* renderInSteps(compared.changes);
	yield;
	return { ...compared, diff, fingerprint: yield* fingerprintInSteps(compared.changes) };
}

/** Compares in steps. */
export function* compareInSteps(
	{ intended, running }: Sides<DeviceConfig>,
	{ platform }: CompiledMasks,
	{ scope = 'full', plannedOn, ignore = () => null }: DiffOptions = {},
): Steps<Comparison> {
	const remarks = readRemarks({ intended, running }, platform.syntax);
	yield;
	if (isSameReading(intended.lines, running.lines)) return { ...withoutChanges(running), remarks };
	yield;
	const trees = yield* treesInSteps({ intended, running }, platform);
	yield;
	const device = plannedOn === undefined ? undefined : yield* plannedOn.treeInSteps();
	const found = yield* compareTreesInSteps(trees, { platform, scope, device });
	yield;
	const ignored: IgnoredChange[] = [];
	const changes: Change[] = [];
	yield* inPortions(found, (change) => {
		const reason = ignore(change);
		if (reason === null) changes.push(change);
		else ignored.push({ change, reason });
	});
	const unreadable = changes.length === 0 ? [] : unreadableRemarks(trees.intended, platform);
	return {
		changes,
		ignored,
		masked: running.masked,
		metadata: running.metadata,
		remarks: [...remarks, ...unreadable],
	};
}

/** The report of a device that runs what is intended. */
export function withoutChanges({ masked, metadata }: DeviceConfig): DriftReport {
	return { changes: [], diff: '', fingerprint: null, ignored: [], masked, metadata, remarks: [] };
}
