import { expect, it } from 'vitest';
import { seededRandom } from '../../../src/simulator/faults/random.ts';
import { startNetconfServer } from '../../support/netconf/fetch-netconf.ts';
import { ncclientMissing, runNcclient } from '../../support/netconf/ncclient.ts';
import { randomPieces } from '../../support/ssh/pieces.ts';

const missing = ncclientMissing();
const CONFIG = 'system {\n    host-name edge-01;\n    message "a & b <c> ä";\n}\n';
const ESCAPED = CONFIG.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const ASKED = {
	request: '<get-configuration database="committed" format="text"/>',
	print: `reply._root.xpath('//*[local-name()="configuration-text"]')[0].text`,
};

/** The simulated server of the other tests is only worth something if a client that others wrote can talk to it. */
it.skipIf(missing !== null).each([
	['1.0', { versions: ['1.0'] as const }],
	['1.1', { versions: ['1.0', '1.1'] as const, chunkSize: 11, split: randomPieces(seededRandom(11), 9) }],
])(
	`ncclient fetches from our NETCONF server, version %s${missing === null ? '' : ` (${missing})`}`,
	async (_, script) => {
		const replies = { 'get-configuration': `<configuration-text>${ESCAPED}</configuration-text>` };
		await using server = await startNetconfServer({ replies, ...script });

		expect(await runNcclient(server.port, ASKED)).toBe(CONFIG);
		expect(server.logs[0]?.operations).toEqual(['get-configuration', 'close-session']);
	},
);
