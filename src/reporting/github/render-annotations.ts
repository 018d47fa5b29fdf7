import type { CheckAnnotation } from '../../domain/annotation.ts';
import type { Change, ChangeClass } from '../../domain/drift-report.ts';
import type { DeviceReport, FleetReport } from '../../domain/fleet-report.ts';
import { SEVERITIES, severityRank } from '../../domain/severity/severity.ts';
import { flatMapInSteps, type Steps } from '../../domain/steps.ts';
import { formatCount, plural } from '../../domain/text/count-words.ts';
import { nameSome } from '../../domain/text/name-some.ts';
import { byteLength } from '../budget.ts';
import { clip, neutraliseLine } from '../escaping/neutralise.ts';
import { rankDevices } from '../rank-devices.ts';
import { annotationLines } from './annotation-line.ts';
import { ANNOTATION_MESSAGE_BYTES, ANNOTATION_TITLE_CHARACTERS } from './limits.ts';

const LINE_CHARACTERS = 300;
const NAMES_SHOWN = 5;

/** A line of a file that has something to say, of all the devices that share the file. */
export interface Spot extends Pick<CheckAnnotation, 'path' | 'startLine' | 'level'> {
	readonly topic: Topic;
	/** The worst of what meets there. */
	readonly severity: number;
}

/** What an annotation is about: `finding`, what is wrong with the line itself. */
type Topic = 'finding' | ChangeClass;

/** The most important first: before all else a file that cannot be read, which is no judgement's base. */
const TOPICS: Readonly<Record<Topic, { readonly rank: number; readonly title: string }>> = {
	finding: { rank: 0, title: 'check this line' },
	conflict: { rank: 1, title: 'conflict' },
	drift: { rank: 2, title: 'drift' },
	planned: { rank: 3, title: 'planned' },
	applied: { rank: 4, title: 'already applied' },
};
const TOPIC_COUNT = Object.keys(TOPICS).length;

/**
 * What is wrong with a line of an intended file, and every change on its line: conflicts, then drift, then what is only
 * planned or done already, each by severity and from the worst device on. Changes that meet on one line are one
 * annotation. Devices without an intended file have none.
 *
 * @param choose - given all lines in that order; returns those that are annotated. Only what these say is kept in memory.
 */
export function* renderAnnotations(
	report: FleetReport,
	choose: (spots: readonly Spot[]) => readonly Spot[] = (spots) => spots,
): Steps<readonly CheckAnnotation[]> {
	const ranked = rankDevices(report.devices);
	const chosen = choose(yield* findSpots(ranked));
	yield;
	const said = new Map(chosen.map((spot) => [placeOf(spot.path, spot), new Said()]));
	const paths: ReadonlySet<string | null> = new Set(chosen.map(({ path }) => path));
	for (const device of ranked) {
		const path = device.intendedPath;
		if (path === null || !paths.has(path)) continue;
		yield;
		for (const remark of remarksOn(device)) said.get(placeOf(path, remark))?.add(device.name, remark.text());
	}
	yield;
	return yield* flatMapInSteps(chosen, (spot) => [annotate(spot, said.get(placeOf(spot.path, spot)) ?? new Said())]);
}

/** How many annotations there are. */
export function* countAnnotations(report: FleetReport): Steps<number> {
	return (yield* findSpots(rankDevices(report.devices))).length;
}

/** What meets on a line. */
class Said {
	readonly devices = new Set<string>();
	/** What differs there, or is wrong with the line itself. */
	readonly remarks = new Set<string>();

	add(device: string, remark: string): void {
		this.devices.add(device);
		this.remarks.add(remark);
	}
}

interface Remark extends Pick<Spot, 'startLine' | 'topic' | 'severity'> {
	readonly text: () => string;
}

/** A large fleet has hundreds of thousands of lines, and few are annotated: what they say is not made here. */
function* findSpots(ranked: readonly DeviceReport[]): Steps<readonly Spot[]> {
	const spots: { path: string; startLine: number; topic: Topic; severity: number }[] = [];
	/** By path, and by line and topic as one number. */
	const known = new Map<string, Map<number, { severity: number }>>();
	for (const device of ranked) {
		const path = device.intendedPath;
		if (path === null) continue;
		yield;
		const ofPath = known.get(path) ?? new Map<number, { severity: number }>();
		known.set(path, ofPath);
		for (const { startLine, topic, severity } of remarksOn(device)) {
			const key = startLine * TOPIC_COUNT + TOPICS[topic].rank;
			const spot = ofPath.get(key);
			if (spot !== undefined) {
				spot.severity = Math.min(spot.severity, severity);
				continue;
			}
			const found = { path, startLine, topic, severity };
			spots.push(found);
			ofPath.set(key, found);
		}
	}
	yield;
	spots.sort((one, other) => TOPICS[one.topic].rank - TOPICS[other.topic].rank || one.severity - other.severity);
	return yield* flatMapInSteps(spots, (spot) => [{ ...spot, level: levelOf(spot) }]);
}

function remarksOn(device: DeviceReport): readonly Remark[] {
	const { changes, findings = [] } = device;
	const lines = annotationLines(changes);
	return [
		...findings.map(({ line, message }) => ({
			startLine: line,
			topic: 'finding' as const,
			severity: 0,
			text: () => message,
		})),
		...changes.map((change, index) => ({
			startLine: lines[index] ?? 1,
			topic: change.class ?? ('drift' as const),
			severity: severityRank(change.severity),
			text: () => describeChange(change),
		})),
	];
}

function placeOf(path: string, { startLine, topic }: Pick<Spot, 'startLine' | 'topic'>): string {
	return `${topic}:${startLine}:${path}`;
}

function annotate({ path, startLine, topic, severity, level }: Spot, { devices, remarks }: Said): CheckAnnotation {
	const names = [...devices];
	const who = names.length === 1 ? (names[0] ?? '') : plural(names.length, 'device');
	const isCritical = severity === 0 && (topic === 'drift' || topic === 'conflict');
	const title = `${who}: ${TOPICS[topic].title}${isCritical ? ', critical' : ''}`;
	const list = names.length === 1 ? [] : [`on ${nameSome(names, { most: NAMES_SHOWN })}`];
	return {
		path,
		startLine,
		endLine: startLine,
		level,
		title: clip(basicPlane(neutraliseLine(title)), ANNOTATION_TITLE_CHARACTERS),
		message: joinWithin([...list, ...remarks].map((text) => basicPlane(neutraliseLine(text)))),
	};
}

/** A conflict stops a merge whatever it is about; drift in a description is no alarm. */
function levelOf({ topic, severity }: Pick<Spot, 'topic' | 'severity'>): Spot['level'] {
	if (topic === 'planned' || topic === 'applied') return 'notice';
	return SEVERITIES[severity] === 'low' && topic === 'drift' ? 'warning' : 'failure';
}

function describeChange({ kind, lineage, line, runningText, runningLine, class: changeClass }: Change): string {
	const text = clip(line, LINE_CHARACTERS);
	const where = lineage.length === 0 ? '' : ` (in ${clip(lineage.join(' > '), LINE_CHARACTERS)})`;
	if (changeClass === 'applied') {
		const now = kind === 'changed' ? clip(runningText ?? '', LINE_CHARACTERS) : text;
		return `${kind === 'missing' ? 'already gone from the device' : 'already runs'}: ${now}${where}`;
	}
	const runs = runningLine === null ? '' : `, line ${runningLine} of the running config`;
	if (kind === 'missing') return `intended, not running: ${text}${where}`;
	if (kind === 'extra') return `running, not intended: ${text}${where}${runs}`;
	if (kind === 'moved') return `is at another place in the running config: ${text}${where}${runs}`;
	return `intended: ${text}, running: ${clip(runningText ?? '', LINE_CHARACTERS)}${where}${runs}`;
}

function joinWithin(lines: readonly string[]): string {
	let bytes = 0;
	const end = lines.findIndex((line) => {
		bytes += byteLength(line) + 1;
		return bytes > ANNOTATION_MESSAGE_BYTES;
	});
	if (end === -1) return lines.join('\n');
	return `${lines.slice(0, end).join('\n')}\n… and ${formatCount(lines.length - end)} more`;
}

/** The Checks API does not take characters above U+FFFF. */
function basicPlane(text: string): string {
	return text.replace(
		/[\u{10000}-\u{10ffff}]/gu,
		(character) => `<U+${character.codePointAt(0)?.toString(16).toUpperCase()}>`,
	);
}
