import { describe, expect, it } from 'vitest';
import type { HttpReply } from '../../../../src/adapters/rest/http-message.ts';
import { readDocument } from '../../../../src/adapters/rest/read-document.ts';

/** What an answer to a request for a config as text is read as. */
function readText(body: string, mediaType: string): string | null {
	const reply: HttpReply = {
		status: 200,
		headers: { 'content-type': mediaType },
		body: Buffer.from(body),
		isFramed: true,
	};
	return readDocument(reply, { type: 'text', where: 'edge-01', name: 'GET /config' })('');
}

describe('readDocument', () => {
	it('takes a text for the config', () => {
		expect(readText('hostname a\n', 'text/plain')).toBe('hostname a\n');
	});

	it.each([
		['application/json', '["denied"]'],
		['application/problem+json', '"denied"'],
		['text/plain', '{ "error": "denied" }'],
	])('takes no JSON for a text: %s, %s', (mediaType, body) => {
		expect(() => readText(body, mediaType)).toThrow('edge-01 answered GET /config with JSON instead of the config');
	});
});
