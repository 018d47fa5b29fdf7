import { describe, expect, it } from 'vitest';
import { ownNodes } from '../../../src/infrastructure/github/own-nodes.ts';
import { connect } from '../../support/github/publish-fixtures.ts';
import { startGitHubServer } from '../../support/github/server.ts';

describe('ownNodes', () => {
	it('does without one that was deleted since it was listed', async () => {
		await using server = await startGitHubServer();
		const { id } = server.state.addComment({ issueNumber: 5, author: 'github-actions[bot]', body: 'x' });
		const others = server.state.addComment({ issueNumber: 5, author: 'anna', body: 'x' });

		const own = await ownNodes(await connect(server), [`IC_${id}`, 'IC_999', `IC_${others.id}`]);

		expect([...own.keys()]).toEqual([`IC_${id}`]);
	});

	it('takes no other refusal for an answer', async () => {
		await using server = await startGitHubServer();
		const errors = [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }];
		server.failNext(/^POST \/graphql$/u, { status: 200, body: { data: { nodes: [null] }, errors } });

		await expect(ownNodes(await connect(server), ['IC_1'])).rejects.toThrow('Resource not accessible');
	});

	it('tells why there is no answer at all', async () => {
		await using server = await startGitHubServer();
		server.failNext(/^POST \/graphql$/u, { status: 403, body: { message: 'Forbidden here' } });

		await expect(ownNodes(await connect(server), ['IC_1'])).rejects.toThrow('Forbidden here');
	});
});
