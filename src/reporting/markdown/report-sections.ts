import type { FleetReport } from '../../domain/fleet-report.ts';
import { asStep, type Steps } from '../../domain/steps.ts';
import { deviceDiffs } from './device-diffs.ts';
import { deviceTable } from './device-table.ts';
import { featureSection } from './feature-section.ts';
import type { ReportLinks } from './links.ts';
import { ignoredSection, lineFindings, unknownSection, warnings } from './remarks.ts';
import { repeatedChanges } from './repeated-changes.ts';
import type { Section } from './sections.ts';

/** How much of each list a reader of this place will bear. */
export interface ReportLengths {
	readonly tableRows: number;
	readonly listItems: number;
}

/** The short part of a report: who drifts, what they share, what could not be judged. Most sections look at every device. */
export function* overviewSections(
	report: FleetReport,
	links: ReportLinks,
	{ tableRows, listItems }: ReportLengths,
): Steps<readonly Section[]> {
	return [
		deviceTable(report, links, tableRows),
		featureSection(report, tableRows),
		yield* repeatedChanges(report, listItems),
		yield* asStep(() => lineFindings(report, links, listItems)),
		yield* asStep(() => unknownSection(report, listItems)),
		warnings(report, listItems),
		yield* asStep(() => ignoredSection(report, listItems)),
	];
}

/** The whole report, the folded diffs behind what fits on a screen. */
export function* reportSections(
	report: FleetReport,
	links: ReportLinks,
	lengths: ReportLengths,
): Steps<readonly Section[]> {
	return [...(yield* overviewSections(report, links, lengths)), yield* asStep(() => deviceDiffs(report, links))];
}
