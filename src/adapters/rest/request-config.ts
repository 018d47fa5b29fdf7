import type { Timeouts } from '../../domain/connection.ts';
import type { RestRequest, RestRules } from '../../domain/platform/rest-rules.ts';
import type { FetchListener } from '../../use-cases/ports.ts';
import { Phase } from '../connection/phase.ts';
import { awaitTask } from './await-task.ts';
import { type HttpReply, nameOf } from './http-message.ts';
import { readAnswer } from './read-answer.ts';
import { type RefusalContext, refusalOf } from './refusal.ts';
import type { RestSession } from './rest-session.ts';
import { sendRead } from './send-read.ts';
import { isUnknown } from './status-failure.ts';

/** A session, and which of the requests of its platform are sent. */
export interface RequestConfigOptions {
	readonly session: RestSession;
	readonly rules: RestRules;
	/** Only this part of a divided device; null: all of it. */
	readonly vdom: string | null;
	readonly where: string;
	readonly timeouts: Timeouts;
	readonly now: () => number;
	readonly signal: AbortSignal;
	readonly asked?: FetchListener['asked'];
}

/** Asks for the running-config in the form that this release of the system knows. Throws a `ConnectionFailure`. */
export async function requestConfig(options: RequestConfigOptions): Promise<string> {
	const { session, rules, vdom, where, timeouts, signal } = options;
	const { task, answer } = rules;
	const phase = new Phase('command', timeouts);
	const requests = vdom === null ? rules.showRunning : (rules.showVdom ?? []);
	const { request, reply } = await sendFirstKnown(requests, options);
	const name = nameOf(request);
	if (task === undefined) return readAnswer(reply, { where, name, answer });
	const ask = async (id: string): Promise<HttpReply> => {
		const asked = await sendRead(() => session.send(task.ask, { values: { task: id } }), options);
		return served(asked, { where, name: nameOf(task.ask), rules });
	};
	const outcome = await awaitTask(reply, { task, type: answer.type, where, name, ask, phase, signal });
	return readAnswer(outcome, { where, name, answer });
}

/** Tries the forms of a request over the releases of a system. */
async function sendFirstKnown(
	requests: readonly RestRequest[],
	options: RequestConfigOptions,
): Promise<{ readonly request: RestRequest; readonly reply: HttpReply }> {
	const { session, rules, where, asked } = options;
	const [first, ...others] = requests;
	if (first === undefined) throw new Error('the platform lists no request for what is asked of it');
	let request = first;
	let reply = await sendRead(() => session.send(first, { sent: asked }), options);
	for (const other of others) {
		if (!isUnknown(reply.status)) break;
		request = other;
		reply = await sendRead(() => session.send(other), options);
	}
	return { request, reply: served(reply, { where, name: nameOf(request), rules }) };
}

/** The reply where it is a success. Throws a `ConnectionFailure` for any other. */
function served(reply: HttpReply, context: RefusalContext): HttpReply {
	const refusal = refusalOf(reply, context);
	if (refusal !== null) throw refusal;
	return reply;
}
