import type { MaskedTelemetry } from './masking/masked-lines.ts';
import type { Severity } from './severity/severity.ts';

/**
 * Direction is always intended → running.
 *
 * - `missing`: intended, not running
 * - `extra`: running, not intended
 * - `changed`: one line replaced by another of the same key
 * - `moved`: the same line at another place of an ordered section
 */
export type ChangeKind = 'missing' | 'extra' | 'changed' | 'moved';

/** Pre-flight classes (see use-cases/preflight.ts); null outside of a pre-flight check. */
export type ChangeClass = 'planned' | 'applied' | 'drift' | 'conflict';

/** One line of drift. */
export interface Change {
	readonly kind: ChangeKind;
	/** Parents of the line, outermost first; empty at the top level. */
	readonly lineage: readonly string[];
	/** The line itself, masked, without indentation; for `changed` the intended one. */
	readonly line: string;
	/** For `changed` the running line that stands in its place, else null. */
	readonly runningText: string | null;
	/** 1-based line in the intended file; null for `extra`. */
	readonly intendedLine: number | null;
	/** 1-based line in the running-config as fetched; null for `missing`. */
	readonly runningLine: number | null;
	/** For `extra` the intended line that it stands behind, or its section's header: where a reader would look for it. */
	readonly nearLine?: number;
	readonly class: ChangeClass | null;
	/** How much it matters; reports of older versions lack it. */
	readonly severity?: Severity;
}

/** What differs between the intended and the running configuration of one device. */
export interface DriftReport {
	readonly changes: readonly Change[];
	/** Unified text labelled `intended` and `running`, every hunk headed by its lineage; empty without changes. */
	readonly diff: string;
	/** Stable identity of this drift: equal changes give an equal fingerprint, whatever their line numbers; null without. */
	readonly fingerprint: string | null;
	/** Changes that an ignore rule took out, by the rule's index. */
	readonly ignored: readonly IgnoredChange[];
	/** What masking did to the running-config. */
	readonly masked: MaskedTelemetry;
	/** Who/when facts that the masks surfaced from the running-config. */
	readonly metadata: Readonly<Record<string, string>>;
	/** What could not be read as the platform means it, and what else to know of what runs, in sentences. */
	readonly remarks: readonly string[];
}

/** Drift that an `ignore` rule accepts, with the reason that the rule gives. */
export interface IgnoredChange {
	readonly change: Change;
	readonly reason: string;
}
