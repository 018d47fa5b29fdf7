import type { Finding } from '../findings/problem-list.ts';

/** Values of the environment by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What a reference stands for, or why it stands for nothing that can be used. */
export type LookedUp =
	| { readonly status: 'found'; readonly value: string }
	| { readonly status: 'unusable'; readonly finding: Finding };

/** A private key is many lines, everything else is one; the socket of an agent is missing for reasons of its own. */
export type SecretKind = 'line' | 'private-key' | 'agent';

/**
 * Looks up `${NAME}`; a text that is no reference stands for itself.
 */
export function lookUpReference(
	text: string,
	{ env, kind }: { readonly env: Environment; readonly kind: SecretKind },
): LookedUp {
	const variable = /^\$\{(\w+)\}$/.exec(text)?.[1];
	if (variable === undefined) return { status: 'found', value: text };
	const value = Object.hasOwn(env, variable) ? env[variable] : undefined;
	if (value === undefined) return { status: 'unusable', finding: missingVariable(variable, kind) };
	const finding = unusable(variable, value, kind);
	return finding === null ? { status: 'found', value } : { status: 'unusable', finding };
}

const START_AGENT = 'Start an agent before this step, and pass its socket on: eval "$(ssh-agent)", ssh-add';

function missingVariable(variable: string, kind: SecretKind): Finding {
	const fix = `Set it; in a workflow: env: { ${variable}: "\${{ secrets.${variable} }}" }`;
	return { message: `environment variable ${variable} is not set`, fix: kind === 'agent' ? START_AGENT : fix };
}

function unusable(variable: string, value: string, kind: SecretKind): Finding | null {
	if (value === '') {
		return {
			message: `environment variable ${variable} is empty`,
			fix:
				kind === 'agent'
					? START_AGENT
					: 'Check that the secret exists and that this event may read it: pull requests from forks may not',
		};
	}
	if (kind === 'private-key') {
		if (/^-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(value.trimStart())) return null;
		return {
			message: `environment variable ${variable} does not hold a private key`,
			fix: `Store the whole file, from "-----BEGIN" to the last line, with its line breaks; in a shell: export ${variable}="$(cat FILE)"`,
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
