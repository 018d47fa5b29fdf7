import ssh2, { type AuthContext, type AuthenticationType } from 'ssh2';
import type { TestKey } from './test-keys.ts';

/** Decides about one try to log in. */
export type Login = (context: AuthContext) => void;

/** Takes one password, as `password`. */
export function passwordLogin(password: string, methods: AuthenticationType[] = ['password']): Login {
	return (context) => {
		if (context.method === 'password' && context.password === password) context.accept();
		else context.reject(methods);
	};
}

/** Takes one key. */
export function keyLogin(key: TestKey): Login {
	const trusted = ssh2.utils.parseKey(key.publicKey);
	if (trusted instanceof Error) throw trusted;
	return (context) => {
		if (context.method !== 'publickey' || !context.key.data.equals(key.blob)) return context.reject(['publickey']);
		const { signature, blob, hashAlgo } = context;
		if (signature === undefined || blob === undefined || trusted.verify(blob, signature, hashAlgo)) context.accept();
		else context.reject(['publickey']);
	};
}

/** Asks questions and takes one answer to all of them; asks again, as IOS does, when the answer is wrong. */
export function interactiveLogin(options: {
	readonly password: string;
	readonly questions?: readonly string[];
	/** How often it asks within one try. */
	readonly rounds?: number;
	/** Told each answer. */
	readonly answered?: (answer: string) => void;
}): Login {
	const { password, questions = ['Password: '], rounds = 3, answered } = options;
	return (context) => {
		if (context.method !== 'keyboard-interactive') return context.reject(['keyboard-interactive']);
		const ask = (left: number): void => {
			context.prompt(
				questions.map((prompt) => ({ prompt, echo: false })),
				(answers) => {
					for (const answer of answers) answered?.(answer);
					if (answers.every((answer) => answer === password)) context.accept();
					else if (left > 1) ask(left - 1);
					else context.reject(['keyboard-interactive']);
				},
			);
		};
		ask(rounds);
	};
}

/** Lets everybody in who gives anything at all. */
export const openLogin: Login = (context) => {
	if (context.method === 'none') context.reject(['password', 'publickey']);
	else context.accept();
};
