import type { CheckAnnotation } from '../../domain/annotation.ts';
import type { Change } from '../../domain/drift-report.ts';
import type { DeviceReport, FleetReport } from '../../domain/fleet-report.ts';
import { SEVERITIES, type Severity, severityRank } from '../../domain/severity/severity.ts';
import { flatMapInSteps, type Steps } from '../../domain/steps.ts';
import { formatCount, plural } from '../../domain/text/count-words.ts';
import { byteLength } from '../budget.ts';
import { clip, neutraliseLine } from '../escaping/neutralise.ts';
import { rankDevices } from '../rank-devices.ts';
import { annotationLines } from './annotation-line.ts';
import { ANNOTATION_MESSAGE_BYTES, ANNOTATION_TITLE_CHARACTERS } from './limits.ts';

const LINE_CHARACTERS = 300;
const NAMES_SHOWN = 5;

/** Changes that belong on one line of one file, of all the devices that share the file. */
interface Spot {
	readonly path: string;
	readonly line: number;
	readonly weight: number;
	/** The worst of what meets there. */
	severity: number;
	readonly devices: Set<string>;
	/** What differs there, or is wrong with the line itself. */
	readonly remarks: Set<string>;
}

/**
 * What is wrong with a line of an intended file, and every change on its line: conflicts, then drift, then what is only
 * planned or done already, each by severity and from the worst device on. Changes that meet on one line are one
 * annotation. Devices without an intended file have none.
 */
export function* renderAnnotations(report: FleetReport): Steps<readonly CheckAnnotation[]> {
	const spots = new Map<string, Spot>();
	for (const device of rankDevices(report.devices)) {
		yield;
		collectSpots(device, spots);
	}
	yield;
	const sorted = [...spots.values()].sort((one, other) => other.weight - one.weight || one.severity - other.severity);
	return yield* flatMapInSteps(sorted, (spot) => [annotate(spot)]);
}

function collectSpots(device: DeviceReport, spots: Map<string, Spot>): void {
	const path = device.intendedPath;
	if (path === null) return;
	const remark = (text: string, { line, weight, severity }: Pick<Spot, 'line' | 'weight' | 'severity'>): void => {
		const key = `${weight}:${line}:${path}`;
		const spot = spots.get(key) ?? { path, line, weight, severity, devices: new Set(), remarks: new Set() };
		spot.severity = Math.min(spot.severity, severity);
		spot.devices.add(device.name);
		spot.remarks.add(text);
		spots.set(key, spot);
	};
	for (const { line, message } of device.findings ?? []) remark(message, { line, weight: FINDING, severity: 0 });
	const lines = annotationLines(device.changes);
	device.changes.forEach((change, index) => {
		const severity = severityRank(change.severity);
		remark(describeChange(change), { line: lines[index] ?? 1, weight: weigh(change), severity });
	});
}

const PLANNED = 1;
const DRIFT = 2;
/** Before everything else: a file that cannot be read is no judgement's base. */
const FINDING = 4;

function weigh({ class: changeClass }: Change): number {
	if (changeClass === 'conflict') return 3;
	if (changeClass === 'planned') return PLANNED;
	return changeClass === 'applied' ? 0 : DRIFT;
}

function annotate({ path, line, weight, severity, devices, remarks }: Spot): CheckAnnotation {
	const names = [...devices];
	const who = names.length === 1 ? (names[0] ?? '') : plural(names.length, 'device');
	const what = ['applied already', 'planned', 'drift', 'conflict', 'look at this line'][weight] ?? 'drift';
	const list =
		names.length === 1 ? [] : [`on ${names.slice(0, NAMES_SHOWN).join(', ')}${names.length > NAMES_SHOWN ? '…' : ''}`];
	return {
		path,
		startLine: line,
		endLine: line,
		level: levelOf(weight, SEVERITIES[severity] ?? 'medium'),
		title: clip(
			basicPlane(
				neutraliseLine(`${who}: ${what}${severity === 0 && weight > PLANNED && weight < FINDING ? ', critical' : ''}`),
			),
			ANNOTATION_TITLE_CHARACTERS,
		),
		message: joinWithin([...list, ...remarks].map((text) => basicPlane(neutraliseLine(text)))),
	};
}

/** A conflict stops a merge whatever it is about; drift in a description is no alarm. */
function levelOf(weight: number, severity: Severity): CheckAnnotation['level'] {
	if (weight <= PLANNED) return 'notice';
	return severity === 'low' && weight === DRIFT ? 'warning' : 'failure';
}

function describeChange({ kind, lineage, line, runningText, runningLine, class: changeClass }: Change): string {
	const text = clip(line, LINE_CHARACTERS);
	const where = lineage.length === 0 ? '' : ` (in ${clip(lineage.join(' > '), LINE_CHARACTERS)})`;
	if (changeClass === 'applied') {
		const now = kind === 'changed' ? clip(runningText ?? '', LINE_CHARACTERS) : text;
		return `${kind === 'missing' ? 'gone from the device already' : 'runs already'}: ${now}${where}`;
	}
	const runs = runningLine === null ? '' : `, line ${runningLine} of the running config`;
	if (kind === 'missing') return `intended, not running: ${text}${where}`;
	if (kind === 'extra') return `running, not intended: ${text}${where}${runs}`;
	if (kind === 'moved') return `stands at another place of the running config: ${text}${where}${runs}`;
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
