import { spellerOf } from '../compare/spellings/spelling.ts';
import type { Platform } from '../platform/platform.ts';
import type { SectionRemediation } from '../platform/remediation-rules.ts';
import { accountOf, replacedCommand, SHORT_NEGATIONS } from './common-commands.ts';

/** How a platform that is configured section by section takes commands back and leaves a section. */
export interface Dialect {
	/**
	 * null where the command cannot be taken back as a whole, only what stands in it, or where there is nothing to take back.
	 *
	 * @param keeps - whether an account (see accountOf) is to stay, though this line of it goes
	 */
	negate(text: string, keeps?: (account: string) => boolean): string | null;
	/** The command whose value is replaced by writing another; null where the old value has to be taken back first. */
	replaced(text: string): string | null;
	/** What moves an entry of a list; left out where a device has no command for it. */
	readonly move?: (entry: string, place: 'before' | 'after', other: string) => string;
	/** Matches routes that the device does not take beside others to the same place; left out: it takes all. */
	readonly discards?: RegExp | undefined;
	/** Matches headers of texts that go before they are written anew; left out: a text takes the place of the old one. */
	readonly recreated?: RegExp | undefined;
	/** Matches what other commands are there with; left out: nothing is. */
	readonly carries?: RegExp | undefined;
	/** What leaves the section of this header. */
	leave(header: string): string;
	/** What an interface loses with its VRF; left out: nothing. */
	readonly rebinding?: SectionRemediation['rebinding'];
}

/** null where commands are not entered section by section. */
export function dialectOf(platform: Platform): Dialect | null {
	const { syntax, remediation } = platform;
	if (syntax.style === 'indented') {
		const rules = typeof remediation === 'object' && remediation.kind === 'sections' ? remediation : null;
		return /^(?:no|undo) $/.test(syntax.negation) ? indentedDialect(platform, rules) : null;
	}
	return syntax.style === 'edit-blocks' ? editBlocksDialect : null;
}

function indentedDialect(platform: Platform, rules: SectionRemediation | null): Dialect {
	const { negation } = platform.syntax;
	const spell = spellerOf(platform);
	return {
		replaced: (text) => replacedCommand(text) ?? rules?.overwritten?.exec(spell(text))?.[0] ?? null,
		negate(text, keeps = () => false) {
			if (rules?.unset?.test(text) === true) return null;
			const rule = rules?.takesBack?.find(([pattern]) => pattern.test(text));
			if (rule !== undefined) return text.replace(rule[0], rule[1]);
			if (text.startsWith(negation)) return text.slice(negation.length);
			if (rules?.fixed?.test(text) === true) return null;
			const account = accountOf(text);
			if (account !== null && keeps(account)) return negation + text;
			const short = SHORT_NEGATIONS.map((pattern) => pattern.exec(text)?.[0]).find((match) => match !== undefined);
			return negation + (short ?? text);
		},
		leave: () => rules?.leave ?? 'exit',
		rebinding: rules?.rebinding,
		discards: rules?.discards,
		recreated: rules?.recreated,
		carries: rules?.carries,
	};
}

const editBlocksDialect: Dialect = {
	replaced: (text) => /^set \S+(?= )/.exec(text)?.[0] ?? null,
	negate(text) {
		const [verb, name] = text.split(' ', 2);
		if (verb === 'set') return `unset ${name}`;
		return verb === 'edit' ? `delete ${text.slice('edit '.length)}` : null;
	},
	// FortiOS CLI reference: `move <id> before|after <id>` in a table whose order counts.
	move: (entry, place, other) => `move ${entry.replace(/^edit /, '')} ${place} ${other.replace(/^edit /, '')}`,
	leave: (header) => (header.startsWith('config ') ? 'end' : 'next'),
};
