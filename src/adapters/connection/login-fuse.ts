import type { Credentials } from '../../domain/connection.ts';
import { abortable } from './abortable.ts';

/**
 * How many devices may refuse a login that none has taken yet. An AAA server that locks accounts does so after five, as a
 * rule.
 */
export const REFUSALS_AT_MOST = 3;

/**
 * How long the others wait for a device that is trying a login. A server that refuses often takes two seconds for it; one whose
 * AAA server is out of reach takes many more, and three of these must not be what a pre-flight check waits for.
 */
const PATIENCE_MS = 3_000;

/** What a device answered to a login; `nothing`: nothing that tells whether it is right. */
export type LoginAnswer = 'taken' | 'refused' | 'nothing';

/** What is known of one login in this run. */
interface Tries {
	taken: boolean;
	refused: number;
	open: number;
	/** Settled when one of them ends. */
	changed: PromiseWithResolvers<void>;
}

/**
 * Keeps a wrong login from being tried on a whole fleet: hundreds of devices may have one account behind them, and an AAA
 * server that locks it. A login is tried on a few of them, and on all at once when one has taken it; when these refuse it, it
 * is tried on no other.
 */
export class LoginFuse {
	readonly #logins = new Map<string, Tries>();
	readonly #patienceMs: number;

	constructor({ patienceMs = PATIENCE_MS }: { readonly patienceMs?: number } = {}) {
		this.#patienceMs = patienceMs;
	}

	/** Of one connection. The signal ends its waiting. */
	turnFor({ name, username }: Credentials, signal: AbortSignal): LoginTurn {
		const login = `${name}\n${username}`;
		const tries = this.#logins.get(login) ?? { taken: false, refused: 0, open: 0, changed: Promise.withResolvers() };
		this.#logins.set(login, tries);
		return new LoginTurn({ tries, signal, patienceMs: this.#patienceMs });
	}
}

interface TurnOptions {
	readonly tries: Tries;
	readonly signal: AbortSignal;
	readonly patienceMs: number;
}

/** One for all turns: an error of its own would be made for every connection, and hardly ever reach anybody. */
const OVER = new Error('the turn is over');

/** The turn of one connection to try a login. */
export class LoginTurn {
	readonly #tries: Tries;
	readonly #signal: AbortSignal;
	readonly #patienceMs: number;
	readonly #ending = new AbortController();
	#isGiven = false;
	#patience: NodeJS.Timeout | null = null;

	constructor({ tries, signal, patienceMs }: TurnOptions) {
		this.#tries = tries;
		this.#signal = signal;
		this.#patienceMs = patienceMs;
	}

	get isGiven(): boolean {
		return this.#isGiven;
	}

	/** Waits until the login may be tried. False: it must not be any more. Rejects when the turn is over before. */
	async given(): Promise<boolean> {
		const tries = this.#tries;
		while (!tries.taken && tries.refused + tries.open >= REFUSALS_AT_MOST) {
			if (tries.refused >= REFUSALS_AT_MOST) return false;
			await abortable(tries.changed.promise, AbortSignal.any([this.#signal, this.#ending.signal]));
		}
		this.#ending.signal.throwIfAborted();
		this.#isGiven = true;
		if (tries.taken) return true;
		tries.open += 1;
		this.#patience = setTimeout(() => this.#leave(), this.#patienceMs);
		return true;
	}

	/** Lets the others know. Only the first call counts. */
	end(answer: LoginAnswer): void {
		if (this.#ending.signal.aborted) return;
		this.#ending.abort(OVER);
		if (!this.#isGiven) return;
		if (answer === 'taken') this.#tries.taken = true;
		if (answer === 'refused') this.#tries.refused += 1;
		this.#leave();
	}

	/** Holds nobody back any longer, and has those look again that wait. */
	#leave(): void {
		const tries = this.#tries;
		if (this.#patience !== null) tries.open -= 1;
		clearTimeout(this.#patience ?? undefined);
		this.#patience = null;
		tries.changed.resolve();
		tries.changed = Promise.withResolvers();
	}
}
