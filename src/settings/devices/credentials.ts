import type { Credentials } from '../../domain/connection.ts';
import type { FleetSource } from '../findings/fleet-draft.ts';
import type { Path } from '../yaml/yaml-index.ts';
import { type Environment, lookUpReference } from './environment-reference.ts';

/** Reads the credentials that are needed, each once. */
export interface CredentialReader {
	/**
	 * null: it is not usable, and the problem has been told.
	 *
	 * @param username - a device's own login name; null: that of the credentials
	 */
	read(name: string, username?: string | null): Credentials | null;
	/** Every secret value that was read. */
	secrets(): readonly string[];
}

/** What credentials may log in with; one of them must be there. */
const WAYS_IN = ['password', 'private-key', 'agent', 'token'] as const;

/** Tells what is wrong with credentials whatever the environment holds, and whoever uses them. */
export function checkCredentials({ draft, document, problems }: FleetSource): void {
	for (const name of Object.keys(draft.credentials ?? {})) {
		const path = ['credentials', name];
		const has = (key: string): boolean => document.has([...path, key]);
		if (!WAYS_IN.some(has)) {
			problems.addAtKey(path, {
				message: `credentials.${name} holds none of ${WAYS_IN.join(', ')}`,
				fix: `Add one by reference: password: "\${FLEET_PASSWORD}"`,
			});
		}
		if (!has('username') && WAYS_IN.some((key) => key !== 'token' && has(key))) {
			problems.addAtKey(path, {
				message: `credentials.${name} has no username`,
				fix: `Add username. Write the login name, or a reference such as "\${FLEET_USERNAME}"`,
			});
		}
		if (has('passphrase') && !has('private-key')) {
			problems.addAtKey([...path, 'passphrase'], {
				message: `credentials.${name} has a passphrase but no private-key`,
				fix: 'Add private-key, or delete the passphrase',
			});
		}
	}
}

/** Looks up references in the environment. */
export function credentialReader({ draft, problems }: FleetSource, env: Environment): CredentialReader {
	const cache = new Map<string, Credentials | null>();
	const secrets = new Set<string>();

	const lookUp = (text: string, path: Path): string | null => {
		const key = path.at(-1);
		const kind = key === 'private-key' || key === 'agent' ? key : 'line';
		const found = lookUpReference(text, { env, kind });
		if (found.status === 'found') return found.value;
		problems.add(path, found.finding);
		return null;
	};

	const readNew = (name: string): Credentials | null => {
		const entry = draft.credentials?.[name];
		if (entry === undefined) return null;
		const value = (key: keyof typeof entry): string | null => {
			const text = entry[key];
			if (text === undefined) return null;
			const found = lookUp(text, ['credentials', name, key]);
			if (found !== null && key !== 'username' && key !== 'agent') secrets.add(found);
			return found;
		};
		const username = entry.username === undefined ? '' : value('username');
		const rest = {
			password: value('password'),
			privateKey: value('private-key'),
			passphrase: value('passphrase'),
			agent: value('agent'),
			enable: value('enable'),
			token: value('token'),
		};
		return username === null ? null : { name, username, ownUsername: false, ...rest };
	};

	const readOnce = (name: string): Credentials | null => {
		const known = cache.get(name);
		if (known !== undefined) return known;
		const credentials = Object.hasOwn(draft.credentials ?? {}, name) ? readNew(name) : null;
		cache.set(name, credentials);
		return credentials;
	};

	/** Devices of the same login share one object: its private key is read once. */
	const renamed = new Map<string, Credentials>();
	return {
		read(name, username = null) {
			const credentials = readOnce(name);
			if (credentials === null || username === null) return credentials;
			const key = `${name} ${username}`;
			const known = renamed.get(key) ?? { ...credentials, username, ownUsername: true };
			renamed.set(key, known);
			return known;
		},
		secrets: () => [...secrets],
	};
}
