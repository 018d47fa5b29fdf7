import { ConfigurationError } from '../../errors.ts';

/** Refuses a URL that carries credentials: git would show them in process lists and repeat them in its messages. */
export function checkRemoteUrl(remoteUrl: string): void {
	// Up to the last `@`, as git reads it: a password may hold others.
	const credentials = /^(?<protocol>[a-z][a-z+.-]*):\/\/(?<user>[^/]*)@(?<host>[^/@]*)/iu.exec(remoteUrl)?.groups;
	if (credentials === undefined) return;
	// `ssh://git@host`: the name of an account is no secret.
	if (/ssh$/iu.test(credentials.protocol ?? '') && !credentials.user?.includes(':')) return;
	throw ConfigurationError.of(
		`the remote at ${credentials.host} is given with credentials in its URL`,
		'Take them out of the URL and hand them over as the token.',
	);
}
