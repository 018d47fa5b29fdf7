import { renderUnified } from '../../domain/compare/unified.ts';
import { type DeviceDetails, withDetailsElsewhere } from '../../domain/device-details.ts';
import type { Change } from '../../domain/drift-report.ts';
import type { DeviceReport, FleetReport } from '../../domain/fleet-report.ts';
import type { Steps } from '../../domain/steps.ts';
import { formatCount, plural } from '../../domain/text/count-words.ts';
import { partOnDemand } from '../budget.ts';
import { codeSpan, escapeMarkdown } from '../escaping/escape-markdown.ts';
import { composeDocument } from '../markdown/compose-document.ts';
import { deviceDiffs } from '../markdown/device-diffs.ts';
import { renderFooter } from '../markdown/footer.ts';
import { fileUrl, markdownLink, type ReportLinks } from '../markdown/links.ts';
import type { Section } from '../markdown/sections.ts';
import { describeFacts } from '../wording/describe-facts.ts';
import { COMMENT_BYTES, COMMENT_MARKER_BYTES } from './limits.ts';

/** What was written into one intended file. */
export interface AdoptedFile {
	readonly device: string;
	/** Relative to the repository, with `/`. */
	readonly path: string;
	/** May lie on a disk, from which it takes some tenths of a millisecond. */
	readonly adopted: readonly Change[];
	/** Whether anything is adopted: known without reading what. */
	readonly isWritten: boolean;
	/** Drift that is left for people to write. */
	readonly refused: readonly { readonly change: Change; readonly reason: string }[];
}

/** What the pull request of an adoption says. */
export interface AdoptionText {
	/** Plain text. */
	readonly title: string;
	/** Markdown, without the marker that its publisher writes in front. */
	readonly body: string;
}

/** The audit that the adoption belongs to, and the room that the text has. */
export interface AdoptionOptions {
	readonly report: FleetReport;
	readonly links: ReportLinks;
	/** UTF-8 bytes that the body may take. */
	readonly budgetBytes?: number;
}

const NAMED_IN_TITLE = 3;
const LISTED_REFUSALS = 50;

/** What a pull request says that writes drift into the intended files: which, and who changed it on the device. */
export function* renderAdoption(files: readonly AdoptedFile[], options: AdoptionOptions): Steps<AdoptionText> {
	const { report, links, budgetBytes = COMMENT_BYTES - COMMENT_MARKER_BYTES } = options;
	const reports = new Map(report.devices.map((device) => [device.name, device]));
	const written = files.filter(({ isWritten }) => isWritten);
	const counts = yield* countsOf(written);
	return {
		title: titleOf(written),
		body: yield* composeDocument({
			head: headOf(counts),
			sections: [
				fileTable(counts, { reports, links }),
				yield* refusals(files),
				deviceDiffs(yield* narrowed(report, written, reports), links),
			],
			foot: renderFooter(report, links),
			links,
			budgetBytes,
		}),
	};
}

function titleOf(files: readonly AdoptedFile[]): string {
	const names = files.map(({ device }) => device);
	const named = names.length <= NAMED_IN_TITLE ? names.join(', ') : plural(names.length, 'device');
	return `Adopt drift of ${named}`.slice(0, 200);
}

/** What there is to tell of a file without reading it again. */
interface AdoptedCount extends Pick<AdoptedFile, 'device' | 'path'> {
	readonly changes: number;
	/** Lines that hold one. */
	readonly secrets: number;
}

function* countsOf(files: readonly AdoptedFile[]): Steps<readonly AdoptedCount[]> {
	const counts: AdoptedCount[] = [];
	for (const file of files) {
		yield;
		const { device, path, adopted } = file;
		const secrets = adopted.filter(({ line, runningText }) => `${line}${runningText}`.includes('<secret')).length;
		counts.push({ device, path, changes: adopted.length, secrets });
	}
	return counts;
}

function headOf(files: readonly AdoptedCount[]): string {
	const changes = files.reduce((sum, file) => sum + file.changes, 0);
	const secrets = files.reduce((sum, file) => sum + file.secrets, 0);
	const what = `${plural(changes, 'change')} of ${plural(files.length, 'device')}`;
	const hidden =
		secrets === 0
			? ''
			: `\n> Secrets are not written: ${plural(secrets, 'line')} got or kept a placeholder, which matches any secret in that place.\n`;
	return `Writes what the devices run into the intended files: ${what}. Nothing was sent to any device. Once this is merged, audits find these places in sync; close it if the devices should be fixed instead.\n${hidden}`;
}

function fileTable(
	files: readonly AdoptedCount[],
	{ reports, links }: { readonly reports: ReadonlyMap<string, DeviceReport>; readonly links: ReportLinks },
): Section {
	return {
		heading: '\n| Device | Intended file | Adopted | The device says |\n| --- | --- | ---: | --- |\n',
		parts: files.map(({ device, path, changes }) =>
			partOnDemand(() => {
				const report = reports.get(device);
				const facts = report === undefined ? [] : describeFacts({ ...report, features: [] });
				const file = markdownLink(escapeMarkdown(path), fileUrl(links.blob, path));
				const cells = [escapeMarkdown(device), file, formatCount(changes), facts.map(escapeMarkdown).join(' · ')];
				return [`| ${cells.join(' | ')} |\n`];
			}),
		),
		ending: '',
		noun: 'table row',
		maxParts: Number.POSITIVE_INFINITY,
		priority: 1,
	};
}

function* refusals(files: readonly AdoptedFile[]): Steps<Section> {
	const refused: (AdoptedFile['refused'][number] & Pick<AdoptedFile, 'device'>)[] = [];
	for (const file of files) {
		yield;
		for (const change of file.refused) refused.push({ device: file.device, ...change });
	}
	return {
		heading: '\n#### Left for you to write\n\n',
		parts: refused.map(({ device, change: { lineage, line, runningText }, reason }) =>
			partOnDemand(() => {
				const where = lineage.length === 0 ? '' : ` in ${lineage.map(codeSpan).join(' › ')}`;
				return [
					`- **${escapeMarkdown(device)}**: ${codeSpan(runningText ?? line)}${where} ${escapeMarkdown(reason)}\n`,
				];
			}),
		),
		ending: '',
		noun: 'unadopted line',
		maxParts: LISTED_REFUSALS,
		priority: 2,
	};
}

/** The report with what was adopted and nothing else. */
function* narrowed(
	report: FleetReport,
	files: readonly AdoptedFile[],
	reports: ReadonlyMap<string, DeviceReport>,
): Steps<FleetReport> {
	const devices: DeviceReport[] = [];
	for (const file of files) {
		yield;
		const found = reports.get(file.device);
		if (found === undefined) continue;
		const told = { ...found, ...detailsOf(file), features: [], ignored: 0 };
		devices.push(withDetailsElsewhere(told, () => detailsOf(file)));
	}
	return { ...report, devices };
}

function detailsOf({ adopted }: AdoptedFile): DeviceDetails {
	return { changes: adopted, diff: renderUnified(adopted), remediation: [] };
}
