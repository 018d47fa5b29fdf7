/**
 * What git says of a push, client and servers alike, when the branch is no longer where it was: found out before the push
 * ("fetch first"), or by the server, which lost the lock on the branch or found another value under it.
 */
const LOST_RACE: readonly RegExp[] = [
	/\[rejected\]/u,
	/\[remote rejected\].*\((?:.*(?:cannot lock ref|failed to update ref|incorrect old value|reference already exists|fetch first|non-fast-forward|stale info).*)\)/u,
];

/** Whether a failed push says that another writer was faster, so that fetching and pushing again will do. */
export function isLostRace(output: string): boolean {
	return LOST_RACE.some((sign) => sign.test(output));
}

/** Whether the server's rules took the push and said no: a hook, a protected branch, a ruleset. */
export function isRefused(output: string): boolean {
	return /\[remote rejected\]/u.test(output);
}
