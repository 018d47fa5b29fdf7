import { describe, expect, it } from 'vitest';
import type { RestRequest } from '../../../../src/domain/platform/rest-rules.ts';
import { readAs } from '../../../../src/domain/platform/text-form.ts';
import { platforms } from '../../../../src/platforms/index.ts';
import { platformOf } from '../../../support/platform-of.ts';

const all = platforms.names.map(platformOf);

/** Words that only a request which changes something has. */
const WRITES = /\b(?:set|edit|delete|commit|configure|conf|write|copy|reload|clear|load|save|erase|request)\b/i;

describe.each(
	all.flatMap((platform) =>
		platform.rest === undefined ? [] : [{ name: platform.name, platform, rest: platform.rest }],
	),
)('REST of $name', ({ platform, rest }) => {
	const shows: readonly RestRequest[] = [...rest.showRunning, ...(rest.showVdom ?? [])];
	const reads: readonly RestRequest[] = [...shows, ...(rest.task === undefined ? [] : [rest.task.ask])];
	const requests: readonly RestRequest[] = [
		...reads,
		...rest.logins.flatMap((login) =>
			login.kind === 'session' ? [login.open, ...(login.close === null ? [] : [login.close])] : [],
		),
	];

	it('says how what it yields is read', () => {
		expect(readAs(platform, 'rest').syntax.style).toBe(rest.yields);
	});

	it('lists at least one way in and one request, and says what switches it on', () => {
		expect(rest.logins.length).toBeGreaterThan(0);
		expect(rest.showRunning.length).toBeGreaterThan(0);
		expect(rest.enabledBy).not.toBe('');
	});

	it('reads and never writes', () => {
		for (const request of reads) {
			expect(request.method).not.toBe('DELETE');
			expect(JSON.stringify([request.query, request.body])).not.toMatch(WRITES);
		}
	});

	it('shows no secret in a path, and no query of its own there', () => {
		for (const { path } of requests) expect(path).toMatch(/^\/[\w./:%@=,-]*$/);
	});

	it('keeps secrets out of URLs', () => {
		for (const { query } of requests) expect(JSON.stringify(query ?? {})).not.toMatch(/\{(?:password|enable)\}/);
	});

	it('names places that there can be', () => {
		const { answer } = rest;
		const texts = typeof answer.text === 'string' ? [answer.text] : answer.text;
		const places = [...texts, ...answer.complaints, ...(answer.requires ?? []).map(({ at }) => at)];
		for (const place of places) expect(place).toMatch(/^(?:\/[^/]+)*$/);
	});
});

describe.each(
	all.flatMap((platform) =>
		platform.netconf === undefined ? [] : [{ name: platform.name, platform, netconf: platform.netconf }],
	),
)('NETCONF of $name', ({ platform, netconf }) => {
	it('says how what it yields is read', () => {
		expect(readAs(platform, 'netconf').syntax.style).toBe(netconf.yields);
	});

	it('reads what runs, never the candidate', () => {
		expect(netconf.request).toMatch(
			/^<get-config>\s*<source>\s*<running\s*\/>\s*<\/source>|^<get-configuration [^>]*\bdatabase="committed"/,
		);
	});

	it('says where the text stands and what switches it on', () => {
		expect(netconf.text).toMatch(/^\/rpc-reply\/[\w-]+/);
		expect(netconf.enabledBy).not.toBe('');
	});
});
