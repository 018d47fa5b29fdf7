import type { Change } from '../drift-report.ts';
import { matchesGlob } from '../text/glob.ts';

/** Section headers as globs, outermost first: `['router bgp *', 'neighbor 192.0.2.1 *']`. */
export type SectionPath = readonly string[];

/**
 * Reads a path of sections as reports print it.
 *
 * @example parseSectionPath('router bgp * > vrf A') //=> ['router bgp *', 'vrf A']
 */
export function parseSectionPath(text: string): SectionPath {
	return text
		.split(' > ')
		.map((header) => header.trim())
		.filter((header) => header !== '');
}

/** Whether a change is a line that one of the paths leads to, or stands below it; without any path every change is. */
export function isWithin({ lineage, line }: Change, paths: readonly SectionPath[]): boolean {
	const place = [...lineage, line];
	return paths.length === 0 || paths.some((path) => path.every((glob, depth) => matches(glob, place[depth])));
}

function matches(glob: string, header: string | undefined): boolean {
	return header !== undefined && matchesGlob(glob, header);
}
