import { describe, expect, it } from 'vitest';
import { type EventContext, readEventContext } from '../../../../../src/infrastructure/github/event/event-context.ts';
import { WEBHOOK_EXAMPLES, type WebhookExample } from '../../../../support/github/webhook-examples.ts';

const GITHUB_SHA = '1'.repeat(40);

function read({ event, payload }: WebhookExample): Promise<EventContext> {
	const env = {
		GITHUB_EVENT_NAME: event,
		GITHUB_EVENT_PATH: '/event.json',
		GITHUB_REPOSITORY: 'Codertocat/Hello-World',
		GITHUB_SHA,
		GITHUB_RUN_ID: '9000',
		GITHUB_RUN_NUMBER: '7',
		GITHUB_WORKSPACE: '/home/runner/work',
	};
	return readEventContext(env, async () => JSON.stringify(payload));
}

const of = (wanted: WebhookExample['event']): WebhookExample[] =>
	WEBHOOK_EXAMPLES.filter(({ event }) => event === wanted);

describe('readEventContext on payloads that GitHub has sent', () => {
	it('has some of every event', () => {
		const counts = Object.entries(Object.groupBy(WEBHOOK_EXAMPLES, ({ event }) => event));

		expect(counts.map(([event, { length }]) => [event, length])).toEqual([
			['pull_request', 29],
			['merge_group', 2],
			['push', 7],
			['workflow_dispatch', 2],
		]);
	});

	it.each(of('pull_request'))('understands $name', async (example) => {
		const { number, head, base } = example.payload.pull_request ?? {};

		expect(await read(example)).toMatchObject({
			mode: 'preflight',
			headSha: head?.sha,
			baseSha: base?.sha,
			baseRef: base?.ref,
			pullRequest: { number, fork: false, restricted: false },
		});
	});

	it.each(of('merge_group'))('understands $name', async (example) => {
		const { head_sha: headSha, base_sha: baseSha } = example.payload.merge_group ?? {};

		expect(await read(example)).toMatchObject({
			mode: 'preflight',
			headSha,
			baseSha,
			baseRef: 'main',
			pullRequest: null,
		});
	});

	it.each(of('push'))('understands $name', async (example) => {
		const before = example.payload.before ?? '';
		const baseSha = before === '0'.repeat(40) ? null : before;

		expect(await read(example)).toMatchObject({ mode: 'audit', headSha: GITHUB_SHA, baseSha, pullRequest: null });
	});

	it.each(of('workflow_dispatch'))('understands $name', async (example) => {
		expect(await read(example)).toMatchObject({ mode: 'audit', headSha: GITHUB_SHA, baseSha: null, pullRequest: null });
	});
});
