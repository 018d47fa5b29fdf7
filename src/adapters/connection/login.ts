import type { Credentials } from '../../domain/connection.ts';
import { ConnectionFailure } from './connection-failure.ts';

/** What may be known of credentials when they were refused. */
export type Login = Pick<Credentials, 'name' | 'username' | 'ownUsername'>;

/** Tells a failed login whose it was. The first who says so is right: behind a bastion it may have been that of the bastion. */
export function nameLogin(error: unknown, { name, username, ownUsername }: Credentials): void {
	if (!(error instanceof ConnectionFailure) || error.code !== 'ERR_AUTHENTICATION') return;
	error.login ??= { name, username, ownUsername };
}

/** For a report, which strangers may read: the username is a secret with some, so only where it stands is told. */
export function describeLogin({ name, ownUsername }: Login): string {
	return `Login: credentials.${name}${ownUsername ? ' with the username of the device or its inventory' : ''}`;
}

/** For who runs the command, and is at a loss who was refused. */
export function describeLoginInFull(login: Login): string {
	const { username, ownUsername } = login;
	return username === '' ? describeLogin(login) : `${describeLogin(login)}${ownUsername ? ':' : ' as'} ${username}`;
}
