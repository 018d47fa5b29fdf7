import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { startNetconfServer } from '../../support/netconf/fetch-netconf.ts';
import { randomPieces, seededRandom } from '../../support/ssh/pieces.ts';

const PYTHON = '/usr/bin/python3';

/** Why ncclient cannot be asked; null when it can. */
function ncclientMissing(): string | null {
	try {
		execFileSync(PYTHON, ['-c', 'import ncclient'], { stdio: 'ignore' });
		return null;
	} catch (error) {
		if (error instanceof Error) return 'Debian package python3-ncclient is not installed';
		throw error;
	}
}

const missing = ncclientMissing();
const CONFIG = 'system {\n    host-name edge-01;\n    message "a & b <c> ä";\n}\n';
const ESCAPED = CONFIG.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const CLIENT = `
import sys
from ncclient import manager
from ncclient.xml_ import to_ele
with manager.connect(host='127.0.0.1', port=int(sys.argv[1]), username='audit', password='open sesame',
                     hostkey_verify=False, allow_agent=False, look_for_keys=False, timeout=20) as session:
    reply = session.dispatch(to_ele('<get-configuration database="committed" format="text"/>'))
    text = reply._root.xpath('//*[local-name()="configuration-text"]')[0].text
    sys.stdout.buffer.write(text.encode())
`;

/** The simulated server of the other tests is only worth something if a client that others wrote can talk to it. */
it.skipIf(missing !== null).each([
	['1.0', { versions: ['1.0'] as const }],
	['1.1', { versions: ['1.0', '1.1'] as const, chunkSize: 11, split: randomPieces(seededRandom(11), 9) }],
])(
	`ncclient fetches from our NETCONF server, version %s${missing === null ? '' : ` (${missing})`}`,
	async (_, script) => {
		const replies = { 'get-configuration': `<configuration-text>${ESCAPED}</configuration-text>` };
		await using server = await startNetconfServer({ replies, ...script });

		const { stdout } = await promisify(execFile)(PYTHON, ['-c', CLIENT, String(server.port)], { timeout: 30_000 });

		expect(stdout).toBe(CONFIG);
		expect(server.logs[0]?.operations).toEqual(['get-configuration', 'close-session']);
	},
);
