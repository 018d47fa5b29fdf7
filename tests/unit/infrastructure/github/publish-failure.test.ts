import { describe, expect, it } from 'vitest';
import { asPublishError, translateFailure } from '../../../../src/infrastructure/github/publish-failure.ts';

/** As the client makes it; without an answer it has the status 500 all the same. */
function requestError(message: string, status: number, response?: object): Error {
	return Object.assign(new Error(message), { status, ...(response && { response }) });
}

function told(error: unknown): string {
	return translateFailure({ sink: 'comment', permission: 'pull-requests: write', error }).message;
}

describe('translateFailure', () => {
	it('says with what GitHub has refused', () => {
		expect(told(requestError('Body is too long', 422, { status: 422 }))).toBe(
			'GitHub refused the comment with 422: Body is too long',
		);
		expect(told(requestError('Server Error', 500, { status: 500 }))).toBe(
			'GitHub refused the comment with 500: Server Error',
		);
	});

	it('does not call a connection that failed a refusal', () => {
		expect(told(requestError('connect ECONNREFUSED 127.0.0.1:1', 500))).toBe(
			'the comment failed: connect ECONNREFUSED 127.0.0.1:1',
		);
		expect(told(new Error('GitHub did not answer in time'))).toBe('the comment failed: GitHub did not answer in time');
	});

	it('names the permission of a token that may not', () => {
		expect(told(requestError('Resource not accessible by integration', 403, { status: 403 }))).toBe(
			"GitHub refused the comment: the job's token needs `pull-requests: write`",
		);
	});

	it.each(['Resource not accessible by personal access token', 'You must authenticate via a GitHub App.'])(
		'does not ask for permissions of the job where a person’s token is refused: %s',
		(message) => {
			expect(told(requestError(message, 403, { status: 403 }))).toBe(
				"GitHub does not take the comment from this personal access token: leave github-token out and give the job `pull-requests: write`, or use an app's token",
			);
		},
	);

	it('says that what a token may not see is not found', () => {
		expect(told(requestError('Not Found', 404, { status: 404 }))).toBe(
			'GitHub refused the comment with 404: Not Found. A token without `pull-requests: write` may get this answer, too',
		);
	});

	it('tells no whole page that a server or a proxy answers with, but its title', () => {
		const page = `<!DOCTYPE html>\n<html>\n<style>${'p {}\n'.repeat(5000)}</style>\n<title>Unicorn! · GitHub</title></html>`;

		expect(told(requestError(page, 502, { status: 502 }))).toBe(
			'GitHub refused the comment with 502: a page with the title "Unicorn! · GitHub"',
		);
		expect(told(requestError(`Unknown error: "<html>${'x'.repeat(50_000)}`, 503, { status: 503 })).length).toBeLessThan(
			500,
		);
		expect(told(requestError('x'.repeat(50_000), 422, { status: 422 })).length).toBeLessThan(500);
		expect(asPublishError('comment', new Error('x'.repeat(50_000))).message.length).toBeLessThan(500);
	});
});
