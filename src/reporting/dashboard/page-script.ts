import { escapeHtml } from '../escaping/escape-html.ts';
import type { PageScript } from '../html/page.ts';
import type { PageState } from './page-data.ts';
import { SCRIPT, SCRIPT_HASH } from './script.ts';
import { type Embedded, inertJson } from './segment.ts';

/**
 * The script of a page, with the data that it finds there.
 *
 * @param embedded - null: data lies beside the page, to be loaded
 */
export function pageScript(state: PageState, embedded: Embedded | null): PageScript {
	return {
		code: SCRIPT,
		hash: SCRIPT_HASH,
		data: carried(state, embedded ?? new Map()),
		loads: embedded === null,
	};
}

function* carried(state: PageState, embedded: Embedded): Generator<string> {
	yield `<script type="application/json" id="state">${inertJson(state)}</script>\n`;
	for (const [path, json] of embedded) {
		yield '';
		yield `<script type="application/json" data-path="${escapeHtml(path)}">`;
		yield* json();
		yield '</script>\n';
	}
}
