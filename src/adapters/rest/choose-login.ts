import type { Credentials } from '../../domain/connection.ts';
import type { RestLogin } from '../../domain/platform/rest-rules.ts';

/** The first way to log in that the credentials have all for; null: there is none. */
export function chooseLogin(
	logins: readonly RestLogin[],
	{ username, password, token }: Pick<Credentials, 'username' | 'password' | 'token'>,
): RestLogin | null {
	const hasPassword = username !== '' && password !== null;
	return logins.find(({ kind }) => (kind === 'token' ? token !== null : hasPassword)) ?? null;
}
