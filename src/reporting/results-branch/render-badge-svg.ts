import type { FleetSummary } from '../../domain/fleet-report.ts';
import { escapeXml } from '../escaping/escape-xml.ts';
import type { BadgeColour } from './badge.ts';
import { describeBadge } from './badge.ts';

const FILLS: Readonly<Record<BadgeColour, string>> = {
	brightgreen: '#1a7f37',
	yellow: '#9a6700',
	red: '#cf222e',
	lightgrey: '#57606a',
};
/** Mean advance of the 11 px face; `textLength` makes the text fit whatever font there is. */
const CHARACTER_WIDTH = 6.6;
const PADDING = 12;

/** `badge.svg` of the results branch: no script, no font, no address of anybody. */
export function renderBadgeSvg(fleet: FleetSummary): string {
	const { label, message, colour } = describeBadge(fleet);
	const left = boxWidth(label);
	const right = boxWidth(message);
	const text = (content: string, x: number, box: number): string =>
		`<text x="${x}" y="14" textLength="${box - PADDING}" lengthAdjust="spacingAndGlyphs">${escapeXml(content)}</text>`;
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${escapeXml(`${label}: ${message}`)}">
<title>${escapeXml(`${label}: ${message}`)}</title>
<clipPath id="round"><rect width="${left + right}" height="20" rx="3"/></clipPath>
<g clip-path="url(#round)"><rect width="${left}" height="20" fill="#444c56"/><rect x="${left}" width="${right}" height="20" fill="${FILLS[colour]}"/></g>
<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">${text(label, left / 2, left)}${text(message, left + right / 2, right)}</g>
</svg>
`;
}

function boxWidth(text: string): number {
	return Math.round(text.length * CHARACTER_WIDTH) + PADDING;
}
