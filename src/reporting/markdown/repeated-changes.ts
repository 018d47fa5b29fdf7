import type { FleetReport } from '../../domain/fleet-report.ts';
import type { Steps } from '../../domain/steps.ts';
import { plural } from '../../domain/text/count-words.ts';
import { nameSome } from '../../domain/text/name-some.ts';
import { partOnDemand } from '../budget.ts';
import { codeSpan, escapeMarkdown } from '../escaping/escape-markdown.ts';
import type { ChangeGroup } from '../group-changes.ts';
import { groupChanges } from '../group-changes.ts';
import type { Section } from './sections.ts';

const NAMES_SHOWN = 5;

/** Changes that several devices share, one line each. */
export function* repeatedChanges(report: FleetReport, maxParts: number): Steps<Section> {
	const groups = yield* groupChanges(report.devices);
	return {
		heading: '\n#### The same change on several devices\n\n',
		parts: groups.map((group) => partOnDemand(() => [groupLine(group)])),
		ending: '',
		noun: 'repeated change',
		maxParts,
		priority: 3,
	};
}

function groupLine({ change, devices }: ChangeGroup): string {
	const what = {
		missing: 'missing',
		extra: 'extra',
		changed: `runs as ${codeSpan(change.runningText ?? '')}`,
		moved: 'moved',
	}[change.kind];
	const where = change.lineage.length === 0 ? '' : ` in ${change.lineage.map(codeSpan).join(' › ')}`;
	const changeClass = change.class === null ? '' : ` (${change.class})`;
	const names = nameSome(devices, { most: NAMES_SHOWN, write: escapeMarkdown });
	return `- ${codeSpan(change.line)}${where} ${what} on **${plural(devices.length, 'device')}**${changeClass}: ${names}\n`;
}
