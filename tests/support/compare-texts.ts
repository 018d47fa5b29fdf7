import { calculateDiff, type DiffOptions } from '../../src/domain/compare/calculate-diff.ts';
import type { Change, DriftReport } from '../../src/domain/drift-report.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import type { Platform } from '../../src/domain/platform/platform.ts';
import { aPlatform } from './a-platform.ts';

/** Two texts and how to read them. */
export interface Texts {
	readonly intended: string | readonly string[];
	readonly running: string | readonly string[];
	readonly platform?: Platform;
	readonly options?: DiffOptions;
}

export function compareTexts({ intended, running, platform = aPlatform(), options = {} }: Texts): DriftReport {
	const masks = compileMasks(platform, { fingerprintKey: 'test' });
	return calculateDiff(textOf(running), textOf(intended), masks, options);
}

/** Every change in a line: `changed list A > permit 1 → permit 2`. */
export function differences(texts: Texts): readonly string[] {
	return compareTexts(texts).changes.map(describeChange);
}

export function describeChange({ kind, lineage, line, runningText }: Change): string {
	const path = [...lineage, line].join(' > ');
	return `${kind} ${path}${runningText === null ? '' : ` → ${runningText}`}`;
}

function textOf(lines: string | readonly string[]): string {
	return typeof lines === 'string' ? lines : lines.map((line) => `${line}\n`).join('');
}
