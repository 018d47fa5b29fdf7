import type { FleetReport } from '../../domain/fleet-report.ts';
import { ignoredInFleet } from '../../domain/ignored-changes.ts';
import { plural } from '../../domain/text/count-words.ts';
import { nameSome } from '../../domain/text/name-some.ts';
import { escapeMarkdown } from '../escaping/escape-markdown.ts';
import { groupFailures } from '../group-failures.ts';
import { fileUrl, markdownLink, type ReportLinks } from './links.ts';
import type { Section } from './sections.ts';

/** A line of a comment holds no more of them; the file of the report has all. */
const NAMES_SHOWN = 12;

/** Devices that could not be judged, with what happened and what to do. */
export function unknownSection(report: FleetReport, maxParts: number): Section {
	const unknown = report.devices.filter((device) => device.status === 'unknown');
	const lines = groupFailures(unknown).map(({ devices, reason, message }) => {
		const names = listNames(devices.map(({ name }) => name));
		return `- ${names} ${reason}${message === null ? '' : `: ${escapeMarkdown(message)}`}\n`;
	});
	return listSection({ heading: 'Not judged', lines, noun: 'failure', maxParts, priority: 1 });
}

/** Lines of intended files that a change brings and that people should look at; what could not be read stands above. */
export function lineFindings(report: FleetReport, links: ReportLinks, maxParts: number): Section {
	const lines = report.devices.flatMap((device) =>
		(device.findings ?? [])
			.filter(({ message }) => message !== device.message)
			.map(({ line, message }) => {
				const where = markdownLink(`line ${line}`, fileUrl(links.blob, device.intendedPath, line));
				return `- **${escapeMarkdown(device.name)}** ${where}: ${escapeMarkdown(message)}\n`;
			}),
	);
	return listSection({ heading: 'Lines to check', lines, noun: 'finding', maxParts, priority: 1 });
}

/** What ignore rules took out, by their reasons. */
export function ignoredSection(report: FleetReport, maxParts: number): Section {
	const lines = ignoredInFleet(report.devices).map(({ reason, changes, devices }) => {
		return `- ${plural(changes, 'change')} on ${listNames(devices)}: ${escapeMarkdown(reason)}\n`;
	});
	return listSection({ heading: 'Ignored by rules', lines, noun: 'reason', maxParts, priority: 3 });
}

/** What the run has to say about itself. */
export function warnings(report: FleetReport, maxParts: number): Section {
	const lines = report.warnings.map((warning) => `- ${escapeMarkdown(warning)}\n`);
	return listSection({ heading: 'Warnings', lines, noun: 'warning', maxParts, priority: 2 });
}

function listNames(names: readonly string[]): string {
	return nameSome(names, { most: NAMES_SHOWN, write: (name) => `**${escapeMarkdown(name)}**` });
}

function listSection(options: {
	readonly heading: string;
	readonly lines: readonly string[];
	readonly noun: string;
	readonly maxParts: number;
	readonly priority: number;
}): Section {
	const { heading, lines, noun, maxParts, priority } = options;
	return {
		heading: `\n#### ${heading}\n\n`,
		parts: lines.map((line) => ({ levels: [line] })),
		ending: '',
		noun,
		maxParts,
		priority,
	};
}
