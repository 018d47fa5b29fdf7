import { compileLinearPattern, type LinearPattern } from '../domain/masking/linear-pattern.ts';
import { DriftAuditError } from '../errors.ts';
import type { ProblemList } from './problem-list.ts';
import type { Path } from './yaml-index.ts';

/** Compiles a regular expression of the user; null, and told, where it is none. */
export function readPattern(problems: ProblemList, source: string | undefined, path: Path): LinearPattern | null {
	if (source === undefined) return null;
	try {
		return compileLinearPattern(source);
	} catch (error) {
		if (!(error instanceof DriftAuditError)) throw error;
		problems.add(path, {
			message: `the regular expression cannot be used: ${error.message}`,
			fix: 'Use RE2 syntax: no look-around, no back-references, and single quotes around it',
		});
		return null;
	}
}
