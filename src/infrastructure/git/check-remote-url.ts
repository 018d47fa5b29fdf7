import { ConfigurationError } from '../../errors.ts';

/** Up to the last `@` before the path, as git reads it: a password may hold others. */
const BEFORE_HOST = /^\s*(?<protocol>(?!file:)[a-z][a-z+.-]+):\/+(?<user>[^/]*)@(?<host>[^/@]*)/iu;

/** A password with an unescaped `/`: what stands behind the first colon is then no port. */
const WITH_SLASH = /^\s*(?!file:)[a-z][a-z+.-]+:\/+[^/:@[]+:(?!\d*\/)[^/@]+\/.*@(?<host>[^/@]*)/iu;

/** `anna:password@host:path`. Git would take `anna` for the host. */
const WITHOUT_PROTOCOL = /^\s*[^/:@\s]+:[^/@]+@(?<host>[^/:@]+):/u;

/** `https://host/path?private_token=…`, as some servers let in. */
const IN_QUERY = /^\s*https?:\/+(?<host>[^/?]*)[^?]*\?(?:[^&]*&)*[^=&]*(?:token|passw|pwd|secret|key)[^=&]*=/iu;

/** Refuses a URL that carries credentials: git would show them in process lists and repeat them in its messages. */
export function checkRemoteUrl(remoteUrl: string): void {
	const host = hostOfCredentials(remoteUrl);
	if (host === null) return;
	throw ConfigurationError.of(
		`the remote at ${host} is given with credentials in its URL`,
		'Take them out of the URL and hand them over as the token.',
	);
}

/** Where they would be sent to; null: there are none. */
function hostOfCredentials(remoteUrl: string): string | null {
	for (const pattern of [WITH_SLASH, WITHOUT_PROTOCOL, IN_QUERY]) {
		const { host } = pattern.exec(remoteUrl)?.groups ?? {};
		if (host !== undefined) return host;
	}
	const { protocol = '', user, host = '' } = BEFORE_HOST.exec(remoteUrl)?.groups ?? {};
	// `ssh://git@host`: the name of an account is no secret.
	if (user === undefined || (/ssh$/iu.test(protocol) && !user.includes(':'))) return null;
	return host;
}
