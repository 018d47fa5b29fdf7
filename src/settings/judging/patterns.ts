import { compileLinearPattern, type LinearPattern } from '../../domain/masking/linear-pattern.ts';
import { LinearRegExp } from '../../domain/text/linear-reg-exp.ts';
import { DriftAuditError } from '../../errors.ts';
import { visible } from '../findings/path-label.ts';
import type { ProblemList } from '../findings/problem-list.ts';
import type { Path } from '../yaml/yaml-index.ts';

/** Compiles a regular expression of the user; null, and told, where it is none. */
export function readPattern(problems: ProblemList, source: string | undefined, path: Path): LinearPattern | null {
	if (source === undefined) return null;
	try {
		return compileLinearPattern(source);
	} catch (error) {
		if (!(error instanceof DriftAuditError)) throw error;
		problems.add(path, {
			message: `the regular expression cannot be used: ${visible(error.message)}`,
			fix: 'Use RE2 syntax: no look-around, no back-references, and single quotes around it',
		});
		return null;
	}
}

/** Whether a pattern takes lines that have nothing in common, and with them the drift of a whole config: that was not meant. */
export function matchesEveryLine(pattern: LinearPattern): boolean {
	return UNLIKE_LINES.every((line) => pattern.test(line));
}

const UNLIKE_LINES = [
	'hostname edge-01',
	'ip address 192.0.2.1 255.255.255.0',
	'10 permit tcp any any eq 22',
	'shutdown',
	'SET system services ssh;',
];

/** Compiles patterns where they stand; one that cannot be used is told, and matches nothing. */
export class Patterns {
	readonly problems: ProblemList;

	constructor(problems: ProblemList) {
		this.problems = problems;
	}

	one(source: string, path: Path): RegExp {
		return readPattern(this.problems, source, path) === null ? NOTHING : new LinearRegExp(source);
	}

	all(sources: readonly (string | undefined)[], path: Path): readonly RegExp[] {
		return sources.flatMap((source, at) => (source === undefined ? [] : [this.one(source, [...path, at])]));
	}
}

/** Stands where a pattern could not be used, until the problems are told. */
export const NOTHING = /(?!)/;
