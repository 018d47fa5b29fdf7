import type { ConfigLine } from '../config/config-line.ts';
import { isOfDocuments } from '../config/style-of.ts';
import type { Syntax } from '../platform/syntax.ts';
import type { LineMatch, LinePattern, MaskingPattern } from './pattern.ts';

/**
 * What stands in front of a secret, or in front of how it is encrypted, as people press the key for capitals in the middle of a
 * command. Each stands where no name does.
 */
const WORD_OF_SECRET = [
	'(?:enable|snmp-server|vtp|(?:tacacs|radius)-server) [A-Z]{3}',
	'username \\S+ (?:[a-z]+ \\S+ ){0,3}(?:SECRET|PASSWORD) ',
	'neighbor \\S+ PASSWORD ',
	'snmp-server (?:host .*(?:VERSION|TRAPS|INFORMS)|user .*(?:AUTH|PRIV|MD5|SHA|AES)) ',
	'(?:(?:tacacs|radius)-server host|server-private|pre-shared-key) .*KEY ',
	'(?:ntp AUTH|ntp authentication-key \\d+ [A-Z]|ip ospf (?:AUTH|MESSAGE|message-digest-key \\d+ MD5)|standby(?: \\d+)? AUTH|crypto isakmp KEY|ppp \\S+ PASS)',
].join('|');

/** A command in capitals, also one that a script enters: its first word is in capitals. A comment may be a sentence. */
const CAPITALS = /^(?:(?:no |undo |action \S+ cli command ")?[A-Z]|[!#]{1,3} ?[A-Z-]{2,} [A-Z])/;

const CAPITALS_ANYWHERE = new RegExp(`${CAPITALS.source}|^(?:${WORD_OF_SECRET})`);

/**
 * Words that stand in columns, of which a device reads one blank. Looked for by what stands between them, and the blanks by
 * themselves: together with other signs it takes three times as long.
 */
const COLUMNS: readonly RegExp[] = [/ {2}(?<=\S {2})/, /\t(?<=\S\t)/];

/**
 * What every line holds that `isUnlikeShown` is true of, where a device shows it as well. It never shows capitals in the middle of
 * a command, and to look for them would make a skim a thirtieth longer.
 */
export function unlikeShown({ style, takesCapitals }: Syntax): readonly RegExp[] {
	return [...(isOfDocuments(style) ? [] : COLUMNS), ...(takesCapitals === true ? [CAPITALS] : [])];
}

/** Whether a line may be a command that its device takes and shows in another form; in a banner it is a sentence. */
export function isUnlikeShown({ text, role }: ConfigLine, { style, takesCapitals }: Syntax): boolean {
	if (role === 'body') return false;
	return (takesCapitals === true && CAPITALS_ANYWHERE.test(text)) || (!isOfDocuments(style) && hasColumns(text));
}

/** A line as the device shows it: with one blank between words, and in small letters where it begins with a capital. */
export function asShown(line: string, { takesCapitals }: Pick<Syntax, 'takesCapitals'>): string {
	return withSmallLetters(line, takesCapitals).replace(/[ \t]+/g, ' ');
}

/**
 * The masks of secrets for such a line, to be asked before all others: they are asked about the line as it is shown, and take
 * what stands in the same place.
 *
 * @example
 * // SNMP-SERVER COMMUNITY   Fictive RO  //=> SNMP-SERVER COMMUNITY   <secret:1f3a9c> RO
 */
export function masksAsShown(masks: readonly MaskingPattern[], { takesCapitals }: Syntax): readonly MaskingPattern[] {
	return masks
		.filter(({ kind }) => kind !== 'volatile')
		.map(({ within, ...mask }) => ({
			...mask,
			pattern: askedAsShown(mask.pattern, takesCapitals),
			...(within === undefined ? {} : { within: within.map((header) => askedAsShown(header, takesCapitals)) }),
		}));
}

function askedAsShown(pattern: LinePattern, takesCapitals: true | undefined): LinePattern {
	return {
		source: pattern.source,
		exec: (line) => inPlace(pattern.exec(asShown(line, { takesCapitals })), line),
		test: (line) => pattern.test(asShown(line, { takesCapitals })),
	};
}

/** What was found in the line with one blank between its words, where it stands in the line. */
function inPlace(match: LineMatch | null, line: string): LineMatch | null {
	const groups = match?.indices?.groups;
	if (groups === undefined || !hasColumns(line)) return match;
	const places = [...line.matchAll(/[ \t]+|[^ \t]/g)].map(({ index }) => index);
	const placed = Object.entries(groups).map(([name, span]) => [
		name,
		span === undefined || span[0] === span[1] ? undefined : [places[span[0]] ?? 0, (places[span[1] - 1] ?? 0) + 1],
	]);
	return { ...match, indices: { groups: Object.fromEntries(placed) } };
}

/** Each letter stays in its place; in other scripts there are some that become two. */
function withSmallLetters(line: string, takesCapitals: true | undefined): string {
	if (takesCapitals !== true || !CAPITALS_ANYWHERE.test(line)) return line;
	return line.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function hasColumns(line: string): boolean {
	return COLUMNS.some((between) => between.test(line));
}
