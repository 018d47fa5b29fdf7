import type { ConfigNode } from '../config/config-node.ts';
import type { Change } from '../drift-report.ts';
import type { Platform } from '../platform/platform.ts';
import type { Portion } from '../steps.ts';
import type { Reconciled } from './lists/reconcile-lists.ts';
import type { Scope } from './scope.ts';
import type { Siblings } from './siblings/siblings.ts';
import type { Speller } from './spellings/spelling.ts';
import type { StatesDefault } from './spellings/stated-defaults.ts';
import type { Typed } from './typed/as-typed.ts';
import type { IsUntouchedPort } from './untouched-ports.ts';

/** How to read two trees: the platform's rules and what the user wants judged. */
export interface CompareRules {
	readonly platform: Platform;
	/** `declared`: lines that only the device has are no drift, except inside a section whose order or text is one value. */
	readonly scope: Scope;
	/** Neither is what the device shows: this is. Left out: what runs is one of the two. */
	readonly device?: readonly ConfigNode[] | undefined;
}

/** The rules, ready to be asked. */
export interface CompareContext extends CompareRules {
	readonly statesDefault: StatesDefault;
	readonly isUntouchedPort: IsUntouchedPort;
	/** Most sections are small: a step for each would cost more than to compare it. */
	readonly portion: Portion;
}

/** The section whose lines are compared: its headers, outermost first, and the intended line of the last of them. */
export interface Section {
	readonly lineage: readonly string[];
	readonly line: number;
}

/** The lines of a section as they are read, and what of them was told on the way. */
export interface ReadLines extends Reconciled, Pick<Typed, 'clearedAt'> {
	readonly speller: Speller;
}

/** A section that was read. */
export type ReadSection = Section & Omit<ReadLines, 'siblings'>;

/** Changes of one section, and where they stand in it. */
export interface Located {
	/** Intended line that the change stands at or after. */
	readonly at: number;
	readonly changes: readonly Change[];
}

/** How many lines a section has, on both sides together. */
export function sizeOf({ intended, running }: Siblings): number {
	return intended.length + running.length;
}
