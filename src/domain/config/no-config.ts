import type { ConfigLine } from './config-line.ts';

/** Why a text is no configuration, and the line that says so. */
export interface NoConfig {
	/** Goes on after a colon: `it is encrypted`. */
	readonly why: string;
	/** 1-based. */
	readonly line: number;
}

/**
 * What a repository may hold in place of a configuration, by signs that no platform has for a statement: a file that was
 * encrypted as a whole (Ansible Vault, age, PGP), and both versions of a merge that nobody has finished. A change that brings one
 * would be planned, line by line. Null: nothing of that kind.
 */
export function findNoConfig(lines: readonly Pick<ConfigLine, 'raw' | 'role' | 'number'>[]): NoConfig | null {
	const [first] = lines;
	if (first !== undefined && ENCRYPTED.test(first.raw))
		return { why: 'it is encrypted. Commit it in the clear, with placeholders for its secrets', line: first.number };
	// In a banner it may be drawn.
	const start = lines.findIndex(({ raw, role }) => role !== 'body' && CONFLICT_START.test(raw));
	const marker = lines[start];
	if (marker === undefined || !lines.slice(start).some(({ raw, role }) => role !== 'body' && CONFLICT_END.test(raw)))
		return null;
	return { why: `a merge conflict begins on line ${marker.number}. Resolve it`, line: marker.number };
}

const ENCRYPTED = /^(?:\$ANSIBLE_VAULT;|-----BEGIN (?:AGE ENCRYPTED FILE|PGP MESSAGE)-----)/;

/** As git writes them: seven signs at the beginning of a line, a blank, and which version it is. */
const CONFLICT_START = /^<<<<<<< \S/;
const CONFLICT_END = /^>>>>>>> \S/;
