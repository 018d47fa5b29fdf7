import type { RestRules } from '../../domain/platform/rest-rules.ts';
import type { ConnectionFailure } from '../connection/connection-failure.ts';
import type { HttpReply } from './http-message.ts';
import { complaintIn, refused } from './read-answer.ts';
import { statusFailure } from './status-failure.ts';

/** Whose answer it is, to which request. */
export interface RefusalContext {
	/** The device in messages: `192.0.2.1:443`. */
	readonly where: string;
	/** `POST /command-api` */
	readonly name: string;
	readonly rules: RestRules;
}

/** Why a request was not served, in the device's own words where it has any; null where its status is a success. */
export function refusalOf(reply: HttpReply, { where, name, rules }: RefusalContext): ConnectionFailure | null {
	const { answer, enabledBy } = rules;
	if (reply.status >= 200 && reply.status < 300) return null;
	const said = complaintIn(reply, { where, name, answer });
	const failure = statusFailure(reply.status, { where, name, enabledBy, said });
	return said === null || failure.code === 'ERR_AUTHENTICATION' ? failure : refused(said, { where, name, answer });
}
