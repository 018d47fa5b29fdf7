import { describe, expect, it } from 'vitest';
import { answerEndlessly } from '../../support/faults/answer-endlessly.ts';
import { fleetWith, type LoadedWithFiles, loadWithFiles } from '../../support/inventory/load-with-files.ts';
import { type NetBoxDevice, type NetBoxOptions, startNetBox } from '../../support/inventory/netbox-server.ts';
import { json, type RestServer, startRestServer, testAuthority } from '../../support/rest/rest-server.ts';

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
			/refused the token \(403\)\. Check that it is valid/,
		],
		['a filter that it does not take', {}, ', filter: { site: nowhere }', /rejected the filter \(400\)/],
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
