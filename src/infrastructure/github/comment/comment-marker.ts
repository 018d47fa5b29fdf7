import { z } from 'zod';
import { parseMarkerLine, printMarkerLine } from '../marker-line.ts';

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
	/**
	 * Of the whole report, so that nothing is lost where the body had to leave detail out: equal for reports that say the same,
	 * whenever and however long they ran.
	 */
	readonly hash: string;
}

const NAME = 'fleet-drift-audit';

const schema = z.object({
	v: z.literal(1),
	key: z.string(),
	headSha: z.string(),
	runNumber: z.number().int(),
	runAttempt: z.number().int(),
	verdict: z.enum(['in-sync', 'drifted', 'unknown']),
	hash: z.string(),
});

/** The HTML comment in the first line by which a later run knows its comment, and what that says, again. */
export function printMarker({ key, headSha, runNumber, runAttempt, verdict, hash }: CommentMarker): string {
	return printMarkerLine(NAME, { v: 1, key, headSha, runNumber, runAttempt, verdict, hash });
}

/** null where the first line is not exactly a marker, or one of a version that we do not know. */
export function parseMarker(body: string): CommentMarker | null {
	const parsed = schema.safeParse(parseMarkerLine(NAME, body));
	if (!parsed.success) return null;
	const { v: _, ...marker } = parsed.data;
	return marker;
}

/** Whether the run of the first marker came after that of the second. */
export function isNewer(marker: CommentMarker, than: CommentMarker): boolean {
	if (marker.runNumber !== than.runNumber) return marker.runNumber > than.runNumber;
	return marker.runAttempt > than.runAttempt;
}
