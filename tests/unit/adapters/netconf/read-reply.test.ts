import { describe, expect, it } from 'vitest';
import { readReply } from '../../../../src/adapters/netconf/read-reply.ts';
import type { NetconfRules } from '../../../../src/domain/platform/netconf-rules.ts';

const rules = { text: '/rpc-reply/data', yields: 'xml' } as NetconfRules;
const read = (reply: string): string => readReply(reply, { rules, where: 'edge-01' });
const DATA = '<data><system>a</system></data>';

/** An error beside a config, as severe as it says. */
const replyWith = (severity: string): string =>
	`<rpc-reply><rpc-error><error-tag>partial</error-tag>${severity}</rpc-error>${DATA}</rpc-reply>`;

describe('readReply', () => {
	it('takes the config beside a warning', () => {
		expect(read(replyWith('<error-severity>warning</error-severity>'))).toBe(`${DATA}\n`);
	});

	it.each([
		['says so', replyWith('<error-severity>error</error-severity>')],
		['does not say how severe it is', replyWith('')],
		['is all that came', '<rpc-error><error-tag>partial</error-tag></rpc-error>'],
	])('believes no config beside an error that %s', (_, reply) => {
		expect(() => read(reply)).toThrow('edge-01 refused the request with partial. Check the log of the device');
	});
});
