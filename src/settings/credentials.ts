import type { Credentials } from '../use-cases/ports.ts';
import type { FleetSource } from './fleet-draft.ts';
import type { Path } from './yaml-index.ts';

/** Values of the environment by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the credentials that are needed, each once. */
export interface CredentialReader {
	/** null: it is not usable, and the problem has been told. */
	read(name: string): Credentials | null;
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
		const variable = /^\$\{(\w+)\}$/.exec(text)?.[1];
		if (variable === undefined) return text;
		const value = Object.hasOwn(env, variable) ? env[variable] : undefined;
		const finding = value === undefined ? missingVariable(variable) : unusable(variable, value, path);
		if (finding !== null) problems.add(path, finding);
		return finding === null && value !== undefined ? value : null;
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
		return username === null ? null : { username, ...rest };
	};

	return {
		read(name) {
			const known = cache.get(name);
			if (known !== undefined) return known;
			const credentials = Object.hasOwn(draft.credentials ?? {}, name) ? readNew(name) : null;
			cache.set(name, credentials);
			return credentials;
		},
		secrets: () => [...secrets],
	};
}

function missingVariable(variable: string): { readonly message: string; readonly fix: string } {
	return {
		message: `environment variable ${variable} is not set`,
		fix: `Set it; in a workflow: env: { ${variable}: "\${{ secrets.${variable} }}" }`,
	};
}

function unusable(
	variable: string,
	value: string,
	path: Path,
): { readonly message: string; readonly fix: string } | null {
	if (value === '') {
		return {
			message: `environment variable ${variable} is empty`,
			fix:
				path.at(-1) === 'agent'
					? 'Start an agent before this step, and pass its socket on: eval "$(ssh-agent)", ssh-add'
					: 'Check that the secret exists and that this event may read it: pull requests from forks may not',
		};
	}
	if (path.at(-1) === 'private-key') {
		if (/^-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(value.trimStart())) return null;
		return {
			message: `environment variable ${variable} does not hold a private key`,
			fix: 'Store the whole file, from "-----BEGIN" to the last line, with its line breaks',
		};
	}
	if (/[\r\n\0]/.test(value)) {
		return {
			message: `environment variable ${variable} holds a line break`,
			fix: 'Store the value without one: printf %s "$value" | gh secret set NAME',
		};
	}
	return null;
}
