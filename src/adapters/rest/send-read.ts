import { setTimeout as sleep } from 'node:timers/promises';
import type { Timeouts } from '../../domain/connection.ts';
import type { HttpReply } from './http-message.ts';

const PAUSE_MS = 250;
const JITTER_MS = 500;
const OVERLOADED_MS = 1_000;

/**
 * Sends a request that only reads, and sends it once more where the device could not serve it just now (5xx) or asks for
 * patience (429), after the pause that it asks for. Nothing else is repeated, a refused login least of all.
 */
export async function sendRead(
	send: () => Promise<HttpReply>,
	{ timeouts, now, signal }: { readonly timeouts: Timeouts; readonly now: () => number; readonly signal: AbortSignal },
): Promise<HttpReply> {
	const reply = await send();
	const pauseMs = pauseBefore(reply, now());
	// A device that asks for more than all of its time will not be served in time.
	if (pauseMs === null || pauseMs > timeouts.deviceMs) return reply;
	await sleep(pauseMs, undefined, { signal });
	return send();
}

function pauseBefore({ status, headers }: HttpReply, now: number): number | null {
	if (status !== 429 && status < 500) return null;
	const asked = retryAfter(headers['retry-after'], now);
	if (asked !== null) return asked;
	// Many devices fail together when something that they share does; they should not come back together.
	return (status === 429 ? OVERLOADED_MS : PAUSE_MS) + Math.random() * JITTER_MS;
}

/** Seconds or a date (RFC 9110, section 10.2.3). */
function retryAfter(value: string | undefined, now: number): number | null {
	if (value === undefined) return null;
	if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1_000;
	const date = Date.parse(value);
	return Number.isNaN(date) ? null : Math.max(date - now, 0);
}
