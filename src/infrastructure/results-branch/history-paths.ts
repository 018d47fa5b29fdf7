import { historyError } from './history-error.ts';

/** What the newest audit found, as far as it changes from one to the next. */
export const LATEST_PATH = 'data/latest.json';
/** What stays of its devices: written only where it changes, because a fleet takes the most room. */
export const FLEET_PATH = 'data/fleet.json';

/** `data/runs/2026-11.ndjson`: the segment of the runs that started in the same month. */
export function segmentPath(startedAt: string): string {
	return `data/runs/${monthOf(startedAt)}.ndjson`;
}

/** `2026-11`: the month in which a run started, UTC. */
export function monthOf(startedAt: string): string {
	const month = /^(?<month>\d{4}-(?:0[1-9]|1[0-2]))-\d{2}T[\d:.]+Z$/u.exec(startedAt)?.groups?.month;
	if (month !== undefined) return month;
	throw historyError(`the start of the run, ${JSON.stringify(startedAt.slice(0, 40))}, is not a time in UTC`);
}

/** `data/reports/2026/11/<runId>.json` */
export function reportPath({ startedAt, runId }: { readonly startedAt: string; readonly runId: string }): string {
	return `data/reports/${monthOf(startedAt).replace('-', '/')}/${asFileName(runId, 'run id')}.json`;
}

/** `data/devices/<name>.json` */
export function devicePath(name: string): string {
	return `data/devices/${asFileName(name, 'device name')}.json`;
}

/** `configs/<name>.cfg` */
export function configPath(name: string): string {
	return `configs/${asFileName(name, 'device name')}.cfg`;
}

/** Whether a page may be written there: at the top or in a folder of its own, never among data and configs. */
export function isPagePath(path: string): boolean {
	const parts = path.split('/');
	return parts[0] !== 'data' && parts[0] !== 'configs' && parts.every(isFileName);
}

/** The segments among these paths, oldest first. */
export function segmentsOf(paths: Iterable<string>): readonly string[] {
	return [...paths].filter((path) => /^data\/runs\/\d{4}-\d{2}\.ndjson$/u.test(path)).sort();
}

/** `2026-11` of the path of a segment. */
export function monthOfSegment(path: string): string {
	return path.slice('data/runs/'.length, -'.ndjson'.length);
}

/** The names of the devices whose timelines are among these paths. */
export function devicesOf(paths: Iterable<string>): readonly string[] {
	return [...paths].flatMap((path) => /^data\/devices\/(?<name>[^/]+)\.json$/u.exec(path)?.groups?.name ?? []);
}

function asFileName(text: string, what: string): string {
	if (isFileName(text)) return text;
	throw historyError(
		`the ${what} ${JSON.stringify(text.slice(0, 80))} cannot be a file name of the results branch: use letters, digits, ".", "_" and "-"`,
	);
}

/** The rule that fleet.yml has for names, checked again where a name becomes a path. */
function isFileName(text: string): boolean {
	return /^(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/u.test(text);
}
