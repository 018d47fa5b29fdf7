import { neutraliseBlock } from './neutralise.ts';

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Any text as HTML text or as the value of a quoted attribute; acting characters become visible. */
export function escapeHtml(text: string): string {
	return encodeEntities(neutraliseBlock(text));
}

/** Only the five characters that HTML and XML read. */
export function encodeEntities(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
