import { describe, expect, it } from 'vitest';
import { openJsonClient } from '../../../src/adapters/inventory/json-client.ts';
import { answerEndlessly } from '../../support/faults/answer-endlessly.ts';
import { fleetWith, type LoadedWithFiles, loadWithFiles } from '../../support/inventory/load-with-files.ts';
import { type NetBoxDevice, type NetBoxOptions, startNetBox } from '../../support/inventory/netbox-server.ts';
import { makeAuthority } from '../../support/rest/certificates.ts';
import { json, type RestServer, startRestServer, testAuthority } from '../../support/rest/rest-server.ts';

const EXPIRED = { from: new Date(Date.now() - 7_200_000), to: new Date(Date.now() - 3_600_000) };
const TOKEN = '0123456789abcdef0123456789abcdef01234567';

const device = (name: string, more: Partial<NetBoxDevice> = {}): NetBoxDevice => ({
	name,
	address: '192.0.2.1/24',
	platform: 'cisco-ios',
	site: 'ams',
	role: 'edge',
	...more,
});

const DEVICES: readonly NetBoxDevice[] = [
	device('edge-01', { tags: ['prod'] }),
	device('edge 02 (new)', { address: '2001:db8::2/64', platform: 'juniper-junos', site: 'fra' }),
	device('patch-panel', { address: null, platform: null, role: 'panel' }),
	device('later', { status: 'planned' }),
	device('vm-01', { isVirtual: true, platform: 'vyos' }),
];

/** Loads a fleet.yml whose only devices are NetBox's. */
async function load(
	server: RestServer,
	{ more = '', token = TOKEN }: { readonly more?: string; readonly token?: string } = {},
): Promise<LoadedWithFiles> {
	const url = `https://127.0.0.1:${server.port}`;
	const entry = `[{ from: netbox, url: "${url}", token: "\${NETBOX_TOKEN}", ca-file: ca.pem${more} }]`;
	return loadWithFiles(fleetWith(entry), { 'ca.pem': testAuthority }, { env: { NETBOX_TOKEN: token } });
}

const start = (more: Partial<NetBoxOptions> = {}) =>
	startNetBox({ devices: DEVICES, authorization: `Token ${TOKEN}`, ...more });

describe('NetBox', () => {
	it('gives active devices that have an address, with platform, site, role and tags', async () => {
		await using server = await start();

		const { fleet, problems, warnings } = await load(server);

		expect(problems).toEqual([]);
		expect(fleet.devices).toMatchObject([
			{ name: 'edge-01', host: '192.0.2.1', platform: 'cisco_ios', site: 'ams', role: 'edge', tags: ['prod'] },
			{ name: 'edge-02-new', host: '2001:db8::2', platform: 'juniper_junos', site: 'fra' },
		]);
		expect(warnings).toEqual([
			`https://127.0.0.1:${server.port}: 1 without a primary address were left out: patch-panel`,
		]);
	});

	it('is asked with a filter, and for virtual machines where that is wanted', async () => {
		await using server = await start();
		const more = ', filter: { site: [ams], status: [active, planned], role: edge }, virtual-machines: true';

		const { fleet } = await load(server, { more });

		expect(fleet.devices.map(({ name }) => name)).toEqual(['edge-01', 'later', 'vm-01']);
	});

	it('is read page by page, and the token goes to no other address', async () => {
		const many = Array.from({ length: 1_234 }, (_, index) => device(`edge-${index}`));
		await using server = await start({ devices: many, maxPageSize: 300 });

		const { fleet, problems } = await load(server);

		expect(problems).toEqual([]);
		expect(fleet.devices.map(({ name }) => name)).toEqual(many.map(({ name }) => name));
		expect(server.requests).toHaveLength(5);
	});

	it('is not asked for config contexts, which it would have to work out', async () => {
		await using server = await start();

		await load(server, { more: ', filter: { exclude: tags }' });

		expect(new URL(server.requests[0]?.url ?? '', 'https://netbox.invalid').searchParams.getAll('exclude')).toEqual([
			'tags',
			'config_context',
		]);
	});

	it('is read anew when its list changes between two pages: a device between them would be missed', async () => {
		const many = Array.from({ length: 700 }, (_, index) => device(`edge-${index}`));
		let asked = 0;
		await using server = await startRestServer((request, response) => {
			asked += 1;
			const left = asked === 1 ? many : many.slice(1);
			const offset = Number(new URL(request.url, 'https://netbox.invalid').searchParams.get('offset'));
			const results = left.slice(offset, offset + 500).map(({ name, address }, id) => ({
				id,
				name,
				platform: { slug: 'cisco-ios' },
				primary_ip: { address },
			}));
			const next = offset + 500 < left.length ? 'https://netbox.invalid/' : null;
			json(response, { count: left.length, next, results });
		});

		const { fleet, problems } = await load(server);

		expect(problems).toEqual([]);
		expect(fleet.devices.map(({ name }) => name)).toEqual(many.slice(1).map(({ name }) => name));
		expect(asked).toBe(4);
	});

	it('is not believed when it never gives as many devices as it counts', async () => {
		await using server = await startRestServer((_, response) =>
			json(response, { count: 2, next: null, results: [{}] }),
		);

		const { problems } = await load(server);

		expect(problems).toEqual([
			expect.stringMatching(/ gives another number of devices than it counts, 3 times in a row/),
		]);
		expect(server.requests).toHaveLength(3);
	});

	it('that gives no device is named in a warning', async () => {
		await using server = await start({ devices: [] });

		const { warnings } = await load(server);

		expect(warnings).toEqual([
			`https://127.0.0.1:${server.port}: gave no device. Check filter, and what its token may view`,
		]);
	});

	it('is logged in to with a token of version 2 as such', async () => {
		await using server = await start({ authorization: 'Bearer nbt_abc.def' });

		expect((await load(server, { token: 'nbt_abc.def' })).fleet.devices).toHaveLength(2);
	});

	it('is asked again when it is busy', async () => {
		await using server = await start({ failures: [503, 429] });

		expect((await load(server)).problems).toEqual([]);
		expect(server.requests).toHaveLength(3);
	});

	it.each([
		[
			'a token that it refuses',
			{ authorization: 'Token other' },
			'',
			/refused the token \(403\): Invalid token\. Check that it is valid/,
		],
		[
			'a filter that it does not take',
			{},
			', filter: { site: nowhere }',
			/rejected the filter \(400\): site: Select a valid choice\. /,
		],
	])('tells %s in one sentence, at the entry of fleet.yml', async (_, options, more, expected) => {
		await using server = await start(options);

		const { problems } = await load(server, { more });

		expect(problems).toHaveLength(1);
		expect(problems[0]).toMatch(/^fleet\.yml:6:13: https:\/\/127\.0\.0\.1:\d+\/api\/dcim\/devices\/ /);
		expect(problems[0]).toMatch(expected);
		expect(problems[0]).not.toContain(TOKEN);
		expect(server.requests).toHaveLength(1);
	});

	it.each([
		['something else than JSON', (_: unknown, response) => response.end('<html>'), /does not answer with JSON/],
		['something else than a list', (_: unknown, response) => json(response, { ok: true }), /is not a list of NetBox/],
		[
			'a refusal without a word',
			(_: unknown, response) => response.writeHead(403).end(),
			/ refused the token \(403\)\. Check that it is valid/,
		],
		[
			'a redirect',
			(_: unknown, response) => response.writeHead(302, { location: 'https://elsewhere.invalid/' }).end(),
			/which is a redirect/,
		],
	] satisfies readonly (readonly [string, Parameters<typeof startRestServer>[0], RegExp])[])(
		'tells %s',
		async (_, reply, expected) => {
			await using server = await startRestServer(reply);

			const { problems } = await load(server);

			expect(problems).toHaveLength(1);
			expect(problems[0]).toMatch(expected);
		},
	);

	it('is hung up on when its answer has no end', async () => {
		await using server = await startRestServer((_, response) => answerEndlessly(response, '[0,'.repeat(20_000)));

		const { problems } = await load(server);

		expect(problems).toEqual([expect.stringMatching(/ answers with more than 64 MiB\. Narrow the filter$/)]);
		expect(server.requests).toHaveLength(1);
		await expect.poll(() => server.open).toBe(0);
	});

	it('is not trusted without its certificate, whatever the environment says', async () => {
		await using server = await start();
		const entry = `[{ from: netbox, url: "https://127.0.0.1:${server.port}", token: "\${NETBOX_TOKEN}" }]`;

		const { problems } = await loadWithFiles(fleetWith(entry), {}, { env: { NETBOX_TOKEN: TOKEN } });

		expect(problems[0]).toMatch(/presented a certificate that is not trusted \(\w+\)\. Write ca-file: PATH beside url/);
		expect(server.requests).toEqual([]);
	});

	it('is not asked where its ca-file is missing, and that is told at the file', async () => {
		await using server = await start();
		const entry = `[{ from: netbox, url: "https://127.0.0.1:${server.port}", token: "\${NETBOX_TOKEN}", ca-file: nowhere.pem }]`;

		const { problems } = await loadWithFiles(fleetWith(entry), {}, { env: { NETBOX_TOKEN: TOKEN } });

		expect(problems).toEqual([
			'nowhere.pem: there is no such file, and a ca-file of fleet.yml names it. Put the certificates in PEM there',
		]);
		expect(server.requests).toEqual([]);
	});

	it.each([
		['for another name', ['netbox.example.net'], undefined, /certificate for another name\. Set url to a name/],
		['that has expired', ['127.0.0.1'], EXPIRED, /certificate that has expired\. Renew it there/],
	])('with a certificate %s is told so, and not to write a ca-file', async (_, names, validity, expected) => {
		const authority = makeAuthority();
		await using server = await startRestServer((__, response) => response.end(), authority.issue(names, validity));
		const url = `https://127.0.0.1:${server.port}`;
		const text = fleetWith(`[{ from: netbox, url: "${url}", token: "\${NETBOX_TOKEN}", ca-file: ca.pem }]`);

		const { problems } = await loadWithFiles(text, { 'ca.pem': authority.cert }, { env: { NETBOX_TOKEN: TOKEN } });

		expect(problems).toEqual([expect.stringMatching(expected)]);
		expect(server.requests).toEqual([]);
	});

	it('is asked once where it keeps silent', async () => {
		await using server = await startRestServer(() => {});
		const url = new URL(`https://127.0.0.1:${server.port}/api/dcim/devices/`);
		const signal = AbortSignal.timeout(20_000);
		const getJson = openJsonClient({ signal, authority: async () => testAuthority, answerMs: 500 });

		await expect(getJson({ url, authorization: null, caFile: 'ca.pem' })).rejects.toThrow(
			/ did not answer within 0\.5 s\. Check that it is up, or narrow the filter$/,
		);

		expect(server.requests).toHaveLength(1);
	});

	it('that wants patience for longer than a run has says so', async () => {
		await using server = await startRestServer((_, response) => response.writeHead(429, { 'retry-after': '60' }).end());

		const { problems } = await load(server);

		expect(problems).toEqual([expect.stringMatching(/ is asked too often \(429\)\. Try again later$/)]);
		expect(server.requests).toHaveLength(1);
	});

	it('is not asked where nobody may be asked', async () => {
		await using server = await start();
		const url = `https://127.0.0.1:${server.port}`;
		const text = fleetWith(`[{ from: netbox, url: "${url}", token: "\${NETBOX_TOKEN}" }]`);

		const { problems, warnings } = await loadWithFiles(text, {}, { online: false });

		expect(problems).toEqual([]);
		expect(warnings).toEqual([
			`fleet.yml:6:13: ${url} is not asked for its devices in this run, because it has no credentials`,
		]);
		expect(server.requests).toEqual([]);
	});

	it('is not reached where nothing listens', async () => {
		const server = await start();
		await server[Symbol.asyncDispose]();

		const { problems } = await load(server);

		expect(problems).toEqual([
			expect.stringMatching(/^fleet\.yml:6:13: https:\S+ refused the connection\. Check the port/),
		]);
	});
});
