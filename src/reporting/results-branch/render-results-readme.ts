import type { FleetReport } from '../../domain/fleet-report.ts';
import type { RunSummary } from '../../domain/run-summary.ts';
import { formatCount } from '../../domain/text/count-words.ts';
import { wordless } from '../../domain/text/pieces.ts';
import { escapeMarkdown } from '../escaping/escape-markdown.ts';
import { composeDocument } from '../markdown/compose-document.ts';
import { renderFooter } from '../markdown/footer.ts';
import { NO_LINKS } from '../markdown/links.ts';
import { overviewSections } from '../markdown/report-sections.ts';
import { describeFleet } from '../wording/describe-fleet.ts';
import { formatPercent } from '../wording/format-quantity.ts';

/** GitHub stops rendering a file as a README at 500 KiB; a person stops reading much earlier. */
const README_BYTES = 200_000;
const LENGTHS = { tableRows: 100, listItems: 20 };
const RUNS_SHOWN = 10;

/** `README.md` of the results branch, in pieces: the fleet as it is, and what the files beside it are. */
export function* renderResultsReadme({
	latest,
	runs,
}: {
	readonly latest: FleetReport;
	readonly runs: readonly RunSummary[];
}): Generator<string> {
	const sections = yield* wordless(overviewSections(latest, NO_LINKS, LENGTHS));
	yield yield* wordless(
		composeDocument({
			head: `# Network drift\n\n![${escapeMarkdown(describeFleet(latest))}](badge.svg)\n\n**${escapeMarkdown(describeFleet(latest))}**\n`,
			sections,
			foot: `${runTable(runs)}${FILES}${renderFooter(latest, NO_LINKS)}`,
			links: NO_LINKS,
			budgetBytes: README_BYTES,
		}),
	);
}

const FILES = `
## Files

| File | What it is |
| :-- | :-- |
| \`index.html\` | dashboard; opens without a server |
| \`badge.svg\`, \`badge.json\` | badge, and the same for shields.io's endpoint |
| \`data/latest.json\` | last report, without diffs; a device that it does not name is in sync |
| \`data/fleet.json\` | every device that the last report was about |
| \`data/runs/*.ndjson\` | one line per run |
| \`data/reports/\` | whole reports, kept for a while |
| \`data/devices/\` | each device that was ever in another state: since when, what |
| \`configs/\` | last running configs, redacted, where \`store-configs\` asks for them |
| \`page/\` | what the dashboard loads |

This branch is written by the audit. Edits by hand may be overwritten.
`;

function runTable(runs: readonly RunSummary[]): string {
	if (runs.length === 0) return '';
	const rows = runs.slice(-RUNS_SHOWN).toReversed().map(runRow);
	return `\n## Last runs\n\n| Started (UTC) | Health | Coverage | Drifted | Unknown |\n| :-- | --: | --: | --: | --: |\n${rows.join('')}`;
}

function runRow({ startedAt, fleet }: RunSummary): string {
	const cells = [
		escapeMarkdown(startedAt.slice(0, 16).replace('T', ' ')),
		formatPercent(fleet.health),
		formatPercent(fleet.coverage),
		formatCount(fleet.drifted),
		formatCount(fleet.unknown),
	];
	return `| ${cells.join(' | ')} |\n`;
}
