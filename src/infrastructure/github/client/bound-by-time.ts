import type { getOctokit } from '@actions/github';
import { messageOf } from '../../../errors.ts';
import { LAST_WORD_MS, type RequestTime } from './request-time.ts';
import { statusOf } from './status-of.ts';

type Plugin = NonNullable<Parameters<typeof getOctokit>[2]>;

/** A connection that hung twice will hang again. */
const MAX_HANGS = 2;

/**
 * Ends every try of a request in time, and lets nothing be tried again that could not be done in time. A request with
 * `request: { lastWord: true }` may take a little longer.
 */
export function boundByTime(time: RequestTime): Plugin {
	return (octokit) => {
		octokit.hook.wrap('request', async (request, options) => {
			const beyondMs = options.request.lastWord === true ? LAST_WORD_MS : 0;
			if (time.left(beyondMs) <= 0) throw notAgain('there was no time left to ask GitHub', undefined);
			using attempt = time.startAttempt(beyondMs);
			// Hooks further in were given these very options.
			options.request = { ...options.request, signal: attempt.signal };
			try {
				return await request(options);
			} catch (error) {
				const tries = Number(options.request.retryCount ?? 0) + 1;
				// What GitHub has answered is for others to judge.
				const isAnswered = (statusOf(error) ?? 500) < 500;
				const isHopeless = (attempt.signal.aborted && tries >= MAX_HANGS) || time.left(beyondMs) < waitAfter(tries);
				throw isAnswered || !isHopeless ? error : notAgain(reasonOf(error, attempt.signal), error);
			}
		});
		return {};
	};
}

/** Milliseconds that the client waits before it tries again. */
function waitAfter(tries: number): number {
	return tries ** 2 * 1000;
}

function reasonOf(error: unknown, { aborted }: AbortSignal): string {
	if (aborted) return 'GitHub did not answer in time';
	return messageOf(error);
}

/** An error without a status, which nobody tries again. */
function notAgain(message: string, cause: unknown): Error {
	return Object.assign(new Error(message, { cause }), { request: { request: { retries: 0 } } });
}
