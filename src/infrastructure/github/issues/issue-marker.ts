import { z } from 'zod';
import type { IssueState, RollUpIssueState } from '../../../domain/issues/issue-state.ts';
import { parseMarkerLine, printMarkerLine } from '../marker-line.ts';

const NAME = 'fleet-drift-audit issue';

/** What the marker may take of an issue's 65,536 characters. */
const ISSUE_MARKER_BYTES = 20_000;
/** What a member takes of that at least: `["","",""]`. */
const MEMBER_BYTES = 10;

const time = z.iso.datetime();
const schema = z.discriminatedUnion('kind', [
	z.object({
		v: z.literal(1),
		kind: z.literal('device'),
		key: z.string(),
		writtenAt: time,
		device: z.string(),
		since: time,
		fingerprint: z.string().nullable(),
		changes: z.array(z.string()).nullable(),
	}),
	z.object({
		v: z.literal(1),
		kind: z.literal('roll-up'),
		key: z.string(),
		writtenAt: time,
		// By position, because there may be hundreds.
		members: z.array(z.tuple([z.string(), time, z.string()])),
		others: z.int().min(0),
		digest: z.string(),
	}),
]);

/** The first line of an issue of ours. A roll-up names as many members as there is room for, and counts the others. */
export function printIssueMarker(state: IssueState): string {
	if (state.kind === 'device') return printMarkerLine(NAME, { v: 1, ...state });
	let named = state.members.length;
	// Thousands are not printed to see that they do not fit.
	while (named * MEMBER_BYTES > ISSUE_MARKER_BYTES) named = fewer(named);
	let line = printRollUp(state, named);
	while (named > 0 && Buffer.byteLength(line) > ISSUE_MARKER_BYTES) {
		named = fewer(named);
		line = printRollUp(state, named);
	}
	return line;
}

function fewer(named: number): number {
	return Math.floor(named * 0.9);
}

function printRollUp({ members, others, ...state }: RollUpIssueState, named: number): string {
	return printMarkerLine(NAME, {
		v: 1,
		...state,
		members: members.slice(0, named).map(({ device, since, fingerprint }) => [device, since, fingerprint]),
		others: others + members.length - named,
	});
}

/**
 * null where the first line is not exactly a marker, or one of a version that we do not know.
 *
 * @param isOfAudit - asked for the key of the audit that wrote it
 */
export function parseIssueMarker(body: string, isOfAudit: (key: string) => boolean): IssueState | null {
	const parsed = schema.safeParse(parseMarkerLine(NAME, body));
	if (!parsed.success || !isOfAudit(parsed.data.key)) return null;
	const { v: _, ...state } = parsed.data;
	if (state.kind === 'device') return state;
	const members = state.members.map(([device, since, fingerprint]) => ({ device, since, fingerprint }));
	return { ...state, members };
}
