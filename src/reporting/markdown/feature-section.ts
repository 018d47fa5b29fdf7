import type { FleetReport } from '../../domain/fleet-report.ts';
import { formatCount } from '../../domain/text/count-words.ts';
import { escapeMarkdown } from '../escaping/escape-markdown.ts';
import type { Section } from './sections.ts';

/** Compliance by feature, in the order of fleet.yml; nothing without features. */
export function featureSection({ features = [] }: FleetReport, maxParts: number): Section {
	return {
		heading: '\n#### Features\n\n| Feature | Compliant | Devices | Compliance |\n| :-- | --: | --: | --: |\n',
		parts: features.map(({ name, compliant, devices, compliance }) => ({
			levels: [
				`| ${escapeMarkdown(name)} | ${formatCount(compliant)} | ${formatCount(devices)} | ${compliance === null ? '–' : `${compliance} %`} |\n`,
			],
		})),
		ending: '',
		noun: 'feature',
		maxParts,
		priority: 2,
	};
}
