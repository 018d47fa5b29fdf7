import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { makeAuthority, selfSigned } from '../../support/rest/certificates.ts';
import { fetchRest } from '../../support/rest/fetch-rest.ts';
import { type Answer, json, startRestServer, testAuthority } from '../../support/rest/rest-server.ts';

const CONFIG = 'hostname edge-01\nend\n';
const served: Answer = (_, response) => json(response, { config: CONFIG });
const LOOPBACK = ['127.0.0.1'];
const hour = (from: number): Date => new Date(Date.now() + from * 3_600_000);
const untrusted = (says: string) => ({
	code: 'ERR_HOST_KEY',
	reason: 'host-key-mismatch',
	reachable: false,
	message: expect.stringContaining(says),
});

describe('a certificate', () => {
	it('of nobody is not trusted, and the message names ca-file', async () => {
		await using server = await startRestServer(served, selfSigned(LOOPBACK));

		await expect(fetchRest(server, { authority: null })).rejects.toMatchObject(
			untrusted('Write ca-file: PATH under devices.edge-01 in fleet.yml'),
		);
		expect(server.requests).toEqual([]);
		await expect.poll(() => server.open).toBe(0);
	});

	it('that the device signed itself is to be pinned, and compared before', async () => {
		await using server = await startRestServer(served, selfSigned(LOOPBACK));

		await expect(fetchRest(server, { authority: null })).rejects.toMatchObject(
			untrusted('the certificate itself, in PEM and alone in its file'),
		);
	});

	it('of an authority that is not in the ca-file is not trusted', async () => {
		await using server = await startRestServer(served, makeAuthority('Other CA').issue(LOOPBACK));

		await expect(fetchRest(server)).rejects.toMatchObject(untrusted('the ca-file of devices.edge-01 does not vouch'));
	});

	it('of another name is not trusted', async () => {
		const authority = makeAuthority();
		await using server = await startRestServer(served, authority.issue(['sw1.example.net', '192.0.2.1']));

		await expect(fetchRest(server, { authority: authority.cert })).rejects.toMatchObject(untrusted('for another name'));
	});

	it('is judged by the name in fleet.yml', async () => {
		const authority = makeAuthority();
		await using server = await startRestServer(served, authority.issue(['localhost']));

		expect((await fetchRest(server, { authority: authority.cert, host: 'localhost' })).text).toBe(CONFIG);
	});

	it.each([
		['that has expired', { from: hour(-2), to: hour(-1) }, 'Renew it on the device'],
		['of tomorrow', { from: hour(1), to: hour(2) }, 'Check the clock of the device'],
	])('%s is not trusted', async (_, validity, says) => {
		const authority = makeAuthority();
		await using server = await startRestServer(served, authority.issue(LOOPBACK, validity));

		await expect(fetchRest(server, { authority: authority.cert })).rejects.toMatchObject(untrusted(says));
	});

	it('that the ca-file holds alone is pinned: its names say nothing more', async () => {
		const own = selfSigned(['self.signed']);
		await using server = await startRestServer(served, own);

		expect((await fetchRest(server, { authority: own.cert })).text).toBe(CONFIG);
	});

	it('that stands in the ca-file among others has to have the right name', async () => {
		const own = selfSigned(['self.signed']);
		await using server = await startRestServer(served, own);

		await expect(fetchRest(server, { authority: `${own.cert}${testAuthority}` })).rejects.toMatchObject(
			untrusted('for another name'),
		);
	});

	it('is verified whatever the environment says', async () => {
		vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
		onTestFinished(() => void vi.unstubAllEnvs());
		await using server = await startRestServer(served, selfSigned(LOOPBACK));

		await expect(fetchRest(server)).rejects.toMatchObject({ code: 'ERR_HOST_KEY' });
	});
});
