import { ConnectionFailure } from '../connection/connection-failure.ts';

/** A shorter one is no secret, and taking it out would wreck the text. */
const SHORTEST_SECRET = 4;
const MASK = '***';

/**
 * A failure without what the device granted at the login, which some devices repeat in their errors. It is as secret as the
 * password (a key of PAN-OS lives as long), but no list of secrets holds it: a device must not choose what is masked elsewhere.
 *
 * @param grant - a key, or cookies as they are sent: `id=1f3a; user=anna`
 */
export function withoutGrant(error: unknown, grant: string): unknown {
	if (!(error instanceof ConnectionFailure)) return error;
	const message = secretsIn(grant).reduce((text, secret) => text.replaceAll(secret, MASK), error.message);
	// A new one: stack and cause of the other hold its words as well.
	return message === error.message ? error : new ConnectionFailure(error.code, message);
}

/** The longest first: one may be a part of another. */
function secretsIn(grant: string): readonly string[] {
	const values = grant.split('; ').map((cookie) => cookie.slice(cookie.indexOf('=') + 1));
	return [grant, ...values]
		.filter((value) => value.length >= SHORTEST_SECRET)
		.flatMap((value) => [value, encodeURIComponent(value)])
		.toSorted((one, other) => other.length - one.length);
}
