import { describe, expect, it } from 'vitest';
import type { IssueState } from '../../../src/domain/issues/issue-state.ts';
import { devicesOfIssue } from '../../../src/infrastructure/github/issues/devices-of-issue.ts';
import { printIssueMarker } from '../../../src/infrastructure/github/issues/issue-marker.ts';
import { connect } from '../../support/github/publish-fixtures.ts';
import { type GitHubServer, startGitHubServer } from '../../support/github/server.ts';

const BOT = 'github-actions[bot]';
const TIME = '2026-11-23T07:30:00.000Z';

function markerOf(key: string): string {
	const state: IssueState = {
		kind: 'device',
		key,
		device: 'edge-01',
		since: TIME,
		writtenAt: TIME,
		fingerprint: 'f',
		changes: ['c'],
	};
	return printIssueMarker(state);
}

async function devicesOf(server: GitHubServer, number: number): Promise<readonly string[]> {
	const isOfAudit = (key: string): boolean => key.endsWith('/fleet');
	return devicesOfIssue(await connect(server), { repository: server.repository, number, isOfAudit });
}

describe('devicesOfIssue', () => {
	it('believes an issue of this audit, whatever the workflow that opened it', async () => {
		await using server = await startGitHubServer();
		const { number } = server.state.addIssue({ author: BOT, title: 'x', body: markerOf('nightly/fleet') });

		expect(await devicesOf(server, number)).toEqual(['edge-01']);
	});

	it.each([
		['of another audit', BOT, markerOf('nightly/lab')],
		['that somebody else wrote', 'mallory', markerOf('nightly/fleet')],
		['without a marker', BOT, 'edge-01 drifted'],
		['whose marker does not come first', BOT, `hello\n${markerOf('nightly/fleet')}`],
	])('refuses an issue %s', async (_, author, body) => {
		await using server = await startGitHubServer();
		const { number } = server.state.addIssue({ author, title: 'x', body });

		await expect(devicesOf(server, number)).rejects.toThrow(`issue ${number} was not opened by this audit`);
	});

	it('refuses an issue that is not there', async () => {
		await using server = await startGitHubServer();

		await expect(devicesOf(server, 4711)).rejects.toThrow('issue 4711 was not opened by this audit');
	});
});
