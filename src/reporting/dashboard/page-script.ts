import { escapeHtml } from '../escaping/escape-html.ts';
import type { PageScript } from '../html/page.ts';
import type { PageState } from './page-data.ts';
import { SCRIPT, SCRIPT_HASH } from './script.ts';
import { inertJson } from './segment.ts';

/**
 * The script of a page, with the data that it finds there.
 *
 * @param embedded - data by the path under which it would lie beside the page; null: it does lie there, to be loaded
 */
export function pageScript(state: PageState, embedded: ReadonlyMap<string, unknown> | null): PageScript {
	return {
		code: SCRIPT,
		hash: SCRIPT_HASH,
		data: carried(state, embedded ?? new Map()),
		loads: embedded === null,
	};
}

function* carried(state: PageState, embedded: ReadonlyMap<string, unknown>): Generator<string> {
	yield `<script type="application/json" id="state">${inertJson(state)}</script>\n`;
	for (const [path, value] of embedded) {
		yield '';
		yield `<script type="application/json" data-path="${escapeHtml(path)}">${inertJson(value)}</script>\n`;
	}
}
