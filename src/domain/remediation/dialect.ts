import type { Platform, Syntax } from '../platform/platform.ts';
import type { SectionRemediation } from '../platform/remediation-rules.ts';

/** How a platform that is configured section by section takes commands back and leaves a section. */
export interface Dialect {
	/**
	 * null where the command cannot be taken back as a whole, only what stands in it.
	 *
	 * @param keeps - whether an account (see accountOf) is to stay, though this line of it goes
	 */
	negate(text: string, keeps?: (account: string) => boolean): string | null;
	/** The command whose value is replaced by writing another; null where the old value has to be taken back first. */
	replaced(text: string): string | null;
	/** What moves an entry of a list; left out where a device has no command for it. */
	readonly move?: (entry: string, place: 'before' | 'after', other: string) => string;
	/** What leaves the section of this header. */
	leave(header: string): string;
	/** What ends the text of this header, where the device shows one as a line of its own; null: nothing. */
	endOfBody(header: string): string | null;
}

/** null where commands are not entered section by section. */
export function dialectOf({ syntax, remediation }: Platform): Dialect | null {
	if (syntax.style === 'indented') {
		const rules = typeof remediation === 'object' && remediation.kind === 'sections' ? remediation : null;
		return /^(?:no|undo) $/.test(syntax.negation) ? indentedDialect(syntax, rules) : null;
	}
	return syntax.style === 'edit-blocks' ? editBlocksDialect : null;
}

/** Commands with one value, which a new value simply replaces; the match is what the values have in common. */
const SINGLE_VALUED =
	/^(?:description|hostname|mtu|bandwidth|speed|duplex|switchport mode|switchport access vlan|switchport trunk native vlan|spanning-tree mode|sysname|neighbor \S+ (?:remote-as|description|password|update-source)|set \S+)(?= )/;

/**
 * A password is replaced as well: a device without the old one, and not yet with the new one, lets nobody in, or everybody.
 * The groups are what the old one has in common with the new one; a role behind it would stay beside the new one (NX-OS).
 */
const PASSWORD =
	/^(?:(?<whose>enable|(?:username|user|local-user) \S+) (?:(?:privilege|role|group|class) \S+ )*)?(?<kind>secret|passwd|password(?: (?:manager|operator))?)(?= )(?:.*(?<last> (?:role|level) \S+))?/;

/** What every platform replaces. */
export function replacedCommand(text: string): string | null {
	const { whose = '', kind, last = '' } = PASSWORD.exec(text)?.groups ?? {};
	if (kind !== undefined) return `${whose} ${kind}${last}`;
	return SINGLE_VALUED.exec(text)?.[0] ?? null;
}

/** What the lines of one account begin with, and what takes all of them away: `username anna`. */
const ACCOUNT = /^username \S+(?= )/;

/** The account that a line is about; null where it is about none. */
export function accountOf(text: string): string | null {
	return ACCOUNT.exec(text)?.[0] ?? null;
}

/**
 * What makes a neighbor of BGP, or a group of them, which is called by a name: it goes last, because all else that is said of it
 * goes with it, and with a group its members.
 */
export function neighborMadeBy(text: string): 'neighbor' | 'group' | null {
	const [, whose = ''] = /^neighbor (\S+) (?:remote-as|peer-group|peer group|interface)(?: |$)/.exec(text) ?? [];
	if (whose === '') return null;
	return /[.:]/.test(whose) || / peer[- ]group \S/.test(text) ? 'neighbor' : 'group';
}

/** Numbered entries are taken back by their number, and what holds a free text or a hidden secret without it. */
const SHORT_NEGATIONS: readonly RegExp[] = [
	/^(?:rule )?\d+(?= )/,
	/^description(?= )/,
	ACCOUNT,
	/^enable (?:secret|password)(?= )/,
	/^(?:neighbor|peer) \S+ (?:password|description)(?= )/,
];

function indentedDialect({ negation }: Syntax, rules: SectionRemediation | null): Dialect {
	return {
		replaced: (text) => replacedCommand(text) ?? rules?.overwritten?.exec(text)?.[0] ?? null,
		negate(text, keeps = () => false) {
			if (text.startsWith(negation)) return text.slice(negation.length);
			if (rules?.fixed.test(text) === true) return null;
			const account = accountOf(text);
			if (account !== null && keeps(account)) return negation + text;
			const rule = rules?.takesBack?.find(([pattern]) => pattern.test(text));
			if (rule !== undefined) return text.replace(rule[0], rule[1]);
			const short = SHORT_NEGATIONS.map((pattern) => pattern.exec(text)?.[0]).find((match) => match !== undefined);
			return negation + (short ?? text);
		},
		leave: () => (negation === 'undo ' ? 'quit' : 'exit'),
		endOfBody: (header) =>
			header.startsWith('route-policy ') ? 'end-policy' : /^\S+-set /.test(header) ? 'end-set' : null,
	};
}

const editBlocksDialect: Dialect = {
	replaced: replacedCommand,
	negate(text) {
		const [verb, name] = text.split(' ', 2);
		if (verb === 'set') return `unset ${name}`;
		return verb === 'edit' ? `delete ${text.slice('edit '.length)}` : null;
	},
	// FortiOS CLI reference: `move <id> before|after <id>` in a table whose order counts.
	move: (entry, place, other) => `move ${entry.replace(/^edit /, '')} ${place} ${other.replace(/^edit /, '')}`,
	leave: (header) => (header.startsWith('config ') ? 'end' : 'next'),
	endOfBody: () => null,
};
