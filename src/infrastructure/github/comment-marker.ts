import { z } from 'zod';

/**
 * The first line of a comment of ours: whose it is and what it says, for the next run to read. Device text cannot forge
 * it: only a first line counts, and only in a comment that we wrote.
 */
export interface CommentMarker {
	/** Tells apart several audits of one repository. */
	readonly key: string;
	readonly headSha: string;
	readonly runNumber: number;
	readonly runAttempt: number;
	readonly verdict: 'in-sync' | 'drifted' | 'unknown';
	/** Of the whole report, so that nothing is lost where the body had to leave detail out. */
	readonly hash: string;
}

const PREFIX = '<!-- fleet-drift-audit: ';
const SUFFIX = ' -->';

const schema = z.object({
	v: z.literal(1),
	key: z.string(),
	headSha: z.string(),
	runNumber: z.number().int(),
	runAttempt: z.number().int(),
	verdict: z.enum(['in-sync', 'drifted', 'unknown']),
	hash: z.string(),
});

export function printMarker({ key, headSha, runNumber, runAttempt, verdict, hash }: CommentMarker): string {
	const json = JSON.stringify({ v: 1, key, headSha, runNumber, runAttempt, verdict, hash });
	// Within JSON these two stand in strings only; escaped, no key can end the HTML comment.
	return `${PREFIX}${json.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e')}${SUFFIX}`;
}

/** null where the first line is not exactly a marker, or one of a version that we do not know. */
export function parseMarker(body: string): CommentMarker | null {
	const [line = ''] = body.split(/\r?\n/u, 1);
	if (!line.startsWith(PREFIX) || !line.endsWith(SUFFIX)) return null;
	try {
		const { v: _, ...marker } = schema.parse(JSON.parse(line.slice(PREFIX.length, -SUFFIX.length)));
		return marker;
	} catch {
		// Somebody's text that looks like ours: not a marker.
		return null;
	}
}

/** Whether the run of the first marker came after that of the second. */
export function isNewer(marker: CommentMarker, than: CommentMarker): boolean {
	if (marker.runNumber !== than.runNumber) return marker.runNumber > than.runNumber;
	return marker.runAttempt > than.runAttempt;
}
