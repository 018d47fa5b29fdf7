import type { DeviceReport, FleetReport } from '../../domain/fleet-report.ts';
import type { MaskUse } from '../../domain/masking/mask-use.ts';
import type { RunSummary } from '../../domain/run-summary.ts';
import type { Pieces } from '../../domain/text/pieces.ts';

/** A file of the branch, whole. */
export interface BranchFile {
	readonly path: string;
	/** In pieces: it may be longer than what fits into memory. */
	readonly content: string | Pieces;
}

/** What pages may show of a branch, and which of their files are due. */
export interface HistoryView {
	/** The newest audit, with since when its devices are as they are; without diffs where a late run was filed. */
	readonly latest: FleetReport;
	readonly masks: readonly MaskUse[];
	/** Audits of the newest months, oldest first. */
	readonly runs: readonly RunSummary[];
	/** The run that is being filed, and what is new with it. */
	readonly filed: Pick<FleetReport, 'runId' | 'startedAt'> & { readonly news: readonly DeviceReport[] };
	/** `2026-11`: the months that have runs, oldest first. */
	readonly months: readonly string[];
	/** Paths that pages have on the branch already. */
	readonly pages: ReadonlySet<string>;
}

/** Draws README.md, index.html, the badges and the data of the page from what the branch knows. */
export type RenderPages = (history: HistoryView) => readonly BranchFile[];
