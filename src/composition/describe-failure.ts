import { ConfigurationError, DriftAuditError, formatProblem, withCode } from '../errors.ts';
import { GitFailure, type GitFailureKind } from '../infrastructure/git/git-failure.ts';

/** What only whose machine it is can mend. */
const FOR_THE_USER: ReadonlySet<GitFailureKind> = new Set(['not-installed', 'not-trusted', 'too-many-files']);

/** What a user is told when a run could not be done. A stack only for what nobody foresaw, and only when asked for. */
export function describeFailure(error: unknown, { verbose }: { readonly verbose: boolean }): string {
	if (error instanceof ConfigurationError && error.problems.length > 1) {
		const count = `${error.problems.length} problems; no device was contacted`;
		return [withCode(error.code, count), ...error.problems.map(formatProblem)].join('\n');
	}
	if (error instanceof DriftAuditError) return withCode(error.code, error.message);
	// Whatever was asked of git: the message says it all.
	if (error instanceof GitFailure && FOR_THE_USER.has(error.kind)) return withCode('ERR_CONFIGURATION', error.message);
	if (!(error instanceof Error)) return `an internal error: ${String(error)}`;
	const hint = 'This is a bug in fleet-drift-audit: run again with FLEET_DEBUG=1 and report what it prints';
	return `an internal error: ${verbose ? (error.stack ?? error.message) : `${error.message}. ${hint}`}`;
}
