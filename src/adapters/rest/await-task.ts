import { setTimeout as sleep } from 'node:timers/promises';
import type { RestAnswer, RestTask } from '../../domain/platform/rest-rules.ts';
import type { Phase } from '../connection/phase.ts';
import { type HttpReply, nameOf } from './http-message.ts';
import { readDocument } from './read-document.ts';

/** Between two questions; the first is asked soon, because most tasks are short. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/** What the device took on, and how to ask for it. */
export interface AwaitTaskOptions {
	readonly task: RestTask;
	readonly type: RestAnswer['type'];
	readonly where: string;
	/** Of the request that `taken` answers: `POST /gaia_api/run-script`. */
	readonly name: string;
	/** Asks how far a task is. Throws a `ConnectionFailure` where the device refuses that. */
	readonly ask: (id: string) => Promise<HttpReply>;
	/** That of the request and all that comes of it. */
	readonly phase: Phase;
	readonly signal: AbortSignal;
}

/**
 * Waits until the device has done what it took on, and returns the answer that holds the outcome. An answer that names no task
 * is the outcome itself.
 */
export async function awaitTask(taken: HttpReply, options: AwaitTaskOptions): Promise<HttpReply> {
	const { task, type, where, name, ask, phase, signal } = options;
	const id = readDocument(taken, { type, where, name })(task.at);
	if (id === null) return taken;
	const context = { type, where, name: nameOf(task.ask) };
	for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
		await sleep(pauseMs, undefined, { signal });
		const reply = await ask(id);
		const state = readDocument(reply, context)(task.state.at);
		if (state === null || !task.state.pending.includes(state)) return reply;
		if (phase.leftMs === 0) throw phase.overdue('whole', { where, what: name });
	}
}
