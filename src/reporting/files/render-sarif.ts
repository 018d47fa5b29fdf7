import { shapeOf } from '../../domain/compare/siblings/hidden-secrets.ts';
import { isDifference } from '../../domain/compare/with-classes.ts';
import { tallyOf } from '../../domain/device-details.ts';
import type { Change, ChangeKind } from '../../domain/drift-report.ts';
import type { DeviceReport, FleetReport } from '../../domain/fleet-report.ts';
import type { Steps } from '../../domain/steps.ts';
import { plural } from '../../domain/text/count-words.ts';
import { digest } from '../../domain/text/digest.ts';
import { inPieces, type Pieces, wordless } from '../../domain/text/pieces.ts';
import { fitToBudget } from '../budget.ts';
import { clip, neutraliseLine } from '../escaping/neutralise.ts';
import { annotationLines } from '../github/annotation-line.ts';
import { SARIF_BYTES, SARIF_RESULTS } from '../github/limits.ts';
import { changeKey } from '../group-changes.ts';
import { rankDevices } from '../rank-devices.ts';
import { describeReason, nameReason } from '../wording/describe-reason.ts';

const RULES: Readonly<Record<ChangeKind, string>> = {
	missing: 'An intended line is not running',
	extra: 'A line is running that is not intended',
	changed: 'A line is running with a different value than intended',
	moved: 'A line is at a different place in an ordered section than intended',
};
const KINDS = Object.keys(RULES);
/** Of a device that nobody could look at, an upload without results would close every alert, and say nothing. */
const NOT_JUDGED = { id: 'drift/not-judged', text: 'A device could not be compared with its intended config' };
const LINE_CHARACTERS = 300;

/** SARIF 2.1.0 on the intended files, worst device first, within GitHub's limits; what had to go is a notification. */
export function renderSarif(report: FleetReport): Pieces {
	return inPieces(parts(report));
}

function* parts(report: FleetReport): Generator<string> {
	const { offered, all } = yield* wordless(firstResults(rankDevices(report.devices), report.mode));
	const fitting = fitToBudget(
		offered.map((result) => ({ levels: [`${result},\n`] })),
		SARIF_BYTES - 200_000,
	);
	const shown = (yield* wordless(fitting)).texts.filter((text) => text !== '');
	const run = JSON.stringify(runFrame(report, all - shown.length));
	yield `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[${run.slice(0, -1)},"results":[\n`;
	yield* shown.slice(0, -1);
	yield (shown.at(-1) ?? '').replace(/,\n$/, '\n');
	yield ']}]}\n';
}

/** As many results as may be offered, and how many there are in all: of the others only their number is needed. */
function* firstResults(
	devices: readonly DeviceReport[],
	mode: FleetReport['mode'],
): Steps<{ readonly offered: readonly string[]; readonly all: number }> {
	const offered: string[] = [];
	let all = 0;
	for (const device of devices) {
		const { intendedPath } = device;
		if (intendedPath === null) continue;
		// A pre-flight check that is short of time, or of secrets, says so of every device.
		const isNotJudged = device.status === 'unknown' && mode === 'audit';
		all += tallyOf(device).differences + (isNotJudged ? 1 : 0);
		if (offered.length === SARIF_RESULTS) continue;
		yield;
		if (isNotJudged) offered.push(JSON.stringify(notJudged(device, intendedPath)));
		const changes = device.changes.filter(isDifference);
		const lines = annotationLines(changes);
		for (const [index, change] of changes.slice(0, SARIF_RESULTS - offered.length).entries()) {
			offered.push(JSON.stringify(toResult(device, change, { path: intendedPath, line: lines[index] ?? 1 })));
		}
	}
	return { offered, all };
}

function notJudged(device: DeviceReport, path: string): object {
	return {
		ruleId: NOT_JUDGED.id,
		ruleIndex: KINDS.length,
		level: 'warning',
		message: { text: messageText(`${device.name}: not judged: ${describeReason(device)}`) },
		locations: [locationOf(path, 1)],
		partialFingerprints: { 'driftLine/v2': digest(JSON.stringify([device.name, NOT_JUDGED.id])) },
		properties: { device: device.name, platform: device.platform },
	};
}

function locationOf(path: string, startLine: number): object {
	return {
		physicalLocation: { artifactLocation: { uri: encodeUri(path), uriBaseId: '%SRCROOT%' }, region: { startLine } },
	};
}

function toResult(
	device: DeviceReport,
	change: Change,
	{ path, line }: { readonly path: string; readonly line: number },
): object {
	return {
		ruleId: `drift/${change.kind}`,
		ruleIndex: KINDS.indexOf(change.kind),
		level: levelOf(change),
		message: { text: messageOf(device, change) },
		locations: [locationOf(path, line)],
		// Without secrets: unless the user gives a key, their fingerprints are others in every run.
		partialFingerprints: { 'driftLine/v2': digest(shapeOf(JSON.stringify([device.name, changeKey(change)]))) },
		properties: {
			device: device.name,
			platform: device.platform,
			class: change.class,
			...(change.severity === undefined ? {} : { severity: change.severity }),
		},
	};
}

function levelOf({ class: changeClass, severity }: Change): 'note' | 'warning' | 'error' {
	if (changeClass === 'planned') return 'note';
	return severity === 'low' ? 'warning' : 'error';
}

function messageOf({ name }: DeviceReport, { kind, lineage, line, runningText }: Change): string {
	const where = lineage.length === 0 ? '' : ` in ${lineage.join(' > ')}`;
	const runs = kind === 'changed' ? `, running: ${clip(runningText ?? '', LINE_CHARACTERS)}` : '';
	return messageText(`${name}: ${kind}${clip(where, LINE_CHARACTERS)}: ${clip(line, LINE_CHARACTERS)}${runs}`);
}

/** SARIF reads [text](link) and {0} in messages. Other braces stay as they are: every Junos line has some. */
function messageText(text: string): string {
	return neutraliseLine(text)
		.replace(/[[\]\\]/g, '\\$&')
		.replace(/\{(?=\d)/g, '{\u200b');
}

function runFrame(report: FleetReport, leftOut: number): object {
	const unknown = report.devices.filter((device) => device.status === 'unknown');
	const notes = [
		...(leftOut === 0
			? []
			: [
					{
						level: 'warning',
						message: { text: `left out for length: ${plural(leftOut, 'result')}; report.json has everything` },
					},
				]),
		...(unknown.length === 0 ? [] : [{ level: 'warning', message: { text: unknownText(unknown) } }]),
	];
	return {
		tool: {
			driver: {
				name: report.tool.name,
				semanticVersion: report.tool.version,
				rules: [...KINDS.map((kind) => ({ id: `drift/${kind}`, text: RULES[kind as ChangeKind] })), NOT_JUDGED].map(
					({ id, text }) => ({ id, shortDescription: { text }, fullDescription: { text } }),
				),
			},
		},
		automationDetails: { id: `fleet-drift-audit/${report.mode}/` },
		invocations: [{ executionSuccessful: true, startTimeUtc: report.startedAt, toolExecutionNotifications: notes }],
		columnKind: 'utf16CodeUnits',
	};
}

function unknownText(unknown: readonly DeviceReport[]): string {
	return clip(
		`${plural(unknown.length, 'device')} not judged: ${unknown.map((device) => `${device.name}: ${nameReason(device)}`).join(', ')}`,
		20_000,
	);
}

function encodeUri(path: string): string {
	return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}
