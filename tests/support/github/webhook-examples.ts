import { createRequire } from 'node:module';

/** The events that the Action is made for and that GitHub sends; the runner makes up `schedule` by itself. */
const EVENTS = ['pull_request', 'merge_group', 'push', 'workflow_dispatch'] as const;

export interface WebhookExample {
	readonly event: (typeof EVENTS)[number];
	/** `pull_request 8 labeled` */
	readonly name: string;
	readonly payload: Payload;
}

/** As far as tests compare it; everything else is there as well. */
interface Payload {
	readonly action?: string;
	readonly before?: string;
	readonly pull_request?: {
		readonly number: number;
		readonly head: { readonly sha: string };
		readonly base: { readonly sha: string; readonly ref: string };
	};
	readonly merge_group?: { readonly head_sha: string; readonly base_sha: string };
}

interface Definition {
	readonly name: string;
	readonly examples: readonly Payload[];
}

const require = createRequire(import.meta.url);
const definitions: readonly Definition[] = require('@octokit/webhooks-examples');

/** Payloads that GitHub has sent, as Octokit gathered them. */
export const WEBHOOK_EXAMPLES: readonly WebhookExample[] = EVENTS.flatMap((event) => {
	const payloads = definitions.find(({ name }) => name === event)?.examples ?? [];
	return payloads.map((payload, index) => ({
		event,
		name: `${event} ${index} ${payload.action ?? ''}`.trimEnd(),
		payload,
	}));
});
