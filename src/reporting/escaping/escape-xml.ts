import { escapeHtml } from './escape-html.ts';

/**
 * Any text as XML 1.0 text or attribute value. Most controls may not even stand in XML as references, so they become visible
 * characters; tabs and line ends become references, or a parser would fold them into spaces inside attributes. The
 * non-characters U+FFFE and U+FFFF are not XML either.
 */
export function escapeXml(text: string): string {
	return escapeHtml(text)
		.replaceAll('\t', '&#9;')
		.replaceAll('\n', '&#10;')
		.replace(/[\ufffe\uffff]/g, '\ufffd');
}
