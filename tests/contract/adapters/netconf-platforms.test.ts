import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scanLines } from '../../../src/domain/config/scan-lines.ts';
import { readAs } from '../../../src/domain/platform/text-form.ts';
import { platforms } from '../../../src/platforms/index.ts';
import { seededRandom } from '../../../src/simulator/faults/random.ts';
import { findIncompleteness } from '../../support/at-once.ts';
import { fetchNetconf, startNetconfServer } from '../../support/netconf/fetch-netconf.ts';
import { ncclientMissing, runNcclient } from '../../support/netconf/ncclient.ts';
import { platformOf } from '../../support/platform-of.ts';
import { randomPieces } from '../../support/ssh/pieces.ts';
import { load } from '../../unit/settings/sample-fleet.ts';

const missing = ncclientMissing();
const byModel = platforms.names.filter((name) => platformOf(name).netconf?.yields === 'xml');

it('is told of every platform whose NETCONF gives a model', () => {
	expect(byModel).toEqual(['cisco_nxos', 'cisco_xe', 'cisco_xr', 'nokia_srosmd']);
});

describe.each(byModel)('NETCONF of %s', (name) => {
	const platform = readAs(platformOf(name), 'netconf');
	const fixture = readFileSync(new URL(`../../platforms/${name}/netconf/in-sync/running.xml`, import.meta.url), 'utf8');
	const data = fixture.slice(fixture.indexOf('<data>')).trim();
	const request = platform.netconf?.request ?? '';
	const lines = (text: string): readonly string[] => scanLines(text, platform.syntax).map(({ raw }) => raw);

	it('is asked for what runs, in chunks cut anywhere, and its session is closed', async () => {
		const split = randomPieces(seededRandom(5), 40);
		await using server = await startNetconfServer({ replies: { 'get-config': data }, chunkSize: 23, split });

		const { text, session } = await fetchNetconf(server, { platform });

		expect(text).toBe(`${data}\n`);
		expect(session).toEqual({ handshakes: 1, commands: 1 });
		expect(findIncompleteness(text, platform)).toBeNull();
		expect(server.logs[0]?.operations).toEqual(['get-config', 'close-session']);
		expect(server.logs[0]?.messages[1]).toContain('<source><running/></source>');
	});

	it('that gives an account nothing to read is not taken for an empty config', async () => {
		await using server = await startNetconfServer({ replies: { 'get-config': '<data/>' } });

		const { text } = await fetchNetconf(server, { platform });

		expect(findIncompleteness(text, platform)).not.toBeNull();
	});

	it('that refuses is quoted, and asked once', async () => {
		const denied =
			'<rpc-error><error-tag>access-denied</error-tag><error-severity>error</error-severity><error-message>no</error-message></rpc-error>';
		await using server = await startNetconfServer({ replies: { 'get-config': denied } });

		await expect(fetchNetconf(server, { platform })).rejects.toMatchObject({
			code: 'ERR_COMMAND_REJECTED',
			message: expect.stringContaining('access-denied: no'),
		});
		expect(server.logs[0]?.operations).toEqual(['get-config', 'close-session']);
	});

	it.skipIf(missing !== null)(`is read by ncclient as by us${missing === null ? '' : ` (${missing})`}`, async () => {
		await using server = await startNetconfServer({ replies: { 'get-config': data }, chunkSize: 31 });

		const ours = (await fetchNetconf(server, { platform })).text;
		const theirs = await runNcclient(server.port, {
			request,
			print: "ElementTree.tostring(reply._root.find('{*}data'), encoding='unicode')",
		});

		// Both say in their own way where the namespace of NETCONF begins and ends.
		const models = (text: string): readonly string[] =>
			lines(text).map((line) => line.replace(/^<data .*>$/, '<data>'));
		expect(models(theirs)).toEqual(models(ours));
		expect(server.logs.map(({ operations }) => operations)).toEqual([
			['get-config', 'close-session'],
			['get-config', 'close-session'],
		]);
	});
});

it('a platform of fleet.yml is asked for nothing but what runs', async () => {
	const text = `version: 1
intended: "{device}.xml"
devices: { a: { host: 192.0.2.1, platform: acme_os, transport: netconf } }
platforms: { acme_os: { netconf: { element: '<native xmlns="urn:acme"/>' } } }
`;
	const platform = load(text, { logins: 'unused' }).fleet.platforms.resolve('acme_os');
	if (platform === null) throw new Error('it is not known');
	await using server = await startNetconfServer({
		replies: { 'get-config': '<data><native><mtu>1500</mtu></native></data>' },
	});

	const fetched = await fetchNetconf(server, { platform });

	expect(fetched.text).toContain('<mtu>1500</mtu>');
	expect(findIncompleteness(fetched.text, readAs(platform, 'netconf'))).toBeNull();
	expect(server.logs[0]?.operations).toEqual(['get-config', 'close-session']);
	expect(server.logs[0]?.messages[1]).toContain('<filter type="subtree"><native xmlns="urn:acme"/></filter>');
});
