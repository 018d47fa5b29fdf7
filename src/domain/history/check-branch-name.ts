import { ConfigurationError } from '../../errors.ts';

/** Takes the names of branches that need no quoting anywhere. Throws a `ConfigurationError` for others. */
export function checkBranchName(branch: string): void {
	const parts = branch.split('/');
	if (branch.length <= 200 && parts.every(isNamePart) && !FOR_GIT.test(branch)) return;
	throw ConfigurationError.of(
		`${JSON.stringify(branch.slice(0, 80))} cannot be the results branch`,
		'Use a name such as drift-results: letters, digits, ".", "_", "-", and "/" between words.',
	);
}

/** Which git itself uses: a branch of that name could not be named any more, and `refs/heads/x` was meant to be `x`. */
const FOR_GIT = /^(?:refs\/.*|(?:[A-Z]+_)?HEAD)$/u;

/** Stricter than git-check-ref-format. */
function isNamePart(part: string): boolean {
	return /^(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9._-]*$/u.test(part) && !/(?:\.|\.lock)$/u.test(part);
}
