import { type Pieces, wholeText } from '../../domain/text/pieces.ts';

/** Every device of the fleet. */
export const DEVICES_PATH = 'page/devices.js';
/** Drift that stands at the newest audit. */
export const STANDING_PATH = 'page/standing.js';

/** `page/months/2026-11.js` */
export function monthPath(month: string): string {
	return `page/months/${month}.js`;
}

/** `page/runs/2026/11/<runId>.js` */
export function runPath({ at, id }: { readonly at: string; readonly id: string }): string {
	return `page/runs/${at.slice(0, 4)}/${at.slice(5, 7)}/${id}.js`;
}

/**
 * Data beside the page, as a script that hands it over: the one form that a page may read both from a web server and from a
 * disk, where fetch() is forbidden.
 */
export function segmentScript(path: string, data: unknown): string {
	return wholeText(segmentOf(path, [inertJson(data)]));
}

/** The same of data whose JSON comes in pieces. */
export function* segmentOf(path: string, json: Pieces): Generator<string> {
	yield `fleetDrift(${JSON.stringify(path)},`;
	yield* json;
	yield ');\n';
}

/** Data that a page carries itself, by the path under which it would lie beside it: its JSON, made when it is written. */
export type Embedded = ReadonlyMap<string, () => Pieces>;

/** JSON that may stand inside of a script element. */
export function inertJson(data: unknown): string {
	return JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
}
