import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { platforms } from '../../../../src/platforms/index.ts';
import { loadFleet } from '../../../../src/settings/load-fleet.ts';
import { fleetJsonSchema } from '../../../../src/settings/schema/fleet-json-schema.ts';
import { type StarterFleet, starterFleet } from '../../../../src/settings/starter/starter-fleet.ts';
import {
	NOT_OF_A_FORK,
	readmeWorkflow,
	starterWorkflow,
	variablesIn,
} from '../../../../src/settings/starter/starter-workflow.ts';
import { readWorkflow } from '../../../support/docs/workflow.ts';

const DEVICES: StarterFleet['devices'] = [
	{ name: 'edge-01', host: '192.0.2.1', platform: 'cisco_ios' },
	{
		name: 'edge.02',
		host: '2001:db8::1',
		platform: 'juniper_junos',
		port: 2022,
		site: 'ams',
		role: 'no',
		tags: ['1', 'a:b'],
	},
	{ name: '007', host: 'on', platform: 'juniper_junos', transport: 'netconf' },
];
const VARIANTS: readonly StarterFleet[] = (['password', 'private-key'] as const).flatMap((login) =>
	[null, 'frr'].flatMap((platform): readonly StarterFleet[] => [
		{
			intended: 'intended/{device}.cfg',
			platform,
			transport: 'ssh',
			login,
			enable: 'hint',
			inventory: null,
			devices: DEVICES,
		},
		{
			intended: 'a b/{device}.cfg',
			platform,
			transport: 'ssh',
			login,
			enable: 'reference',
			inventory: { from: 'csv', file: 'my devices: all.csv' },
			devices: [],
		},
	]),
);
/** Devices behind an API. */
const BEHIND_API = (
	[
		['fortinet', 'rest', 'token'],
		['paloalto_panos', 'rest', 'password'],
		['arista_eos', 'rest', 'password'],
		['juniper_junos', 'netconf', 'private-key'],
	] as const
).map(([platform, transport, login]): StarterFleet => {
	const devices = [{ name: 'edge-01', host: '192.0.2.1', platform: null }];
	return { intended: 'intended/{device}.cfg', platform, transport, login, enable: 'none', inventory: null, devices };
});
const env = {
	FLEET_TOKEN: 'open token',
	FLEET_USERNAME: 'audit',
	FLEET_PASSWORD: 'open sesame',
	FLEET_ENABLE: 'open wider',
	FLEET_PRIVATE_KEY: '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n',
};

describe('starterFleet', () => {
	const isValid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(fleetJsonSchema()));

	it.each([...VARIANTS, ...BEHIND_API])('passes the schema and is taken by the tool: %j', (starter) => {
		const text = starterFleet(starter);
		const { fleet, warnings } = loadFleet({ file: 'fleet.yml', text, env, today: '2026-11-27', platforms });

		expect(isValid(parse(text)), JSON.stringify(isValid.errors)).toBe(true);
		expect(warnings).toEqual([]);
		expect(fleet.devices.map(({ name, host }) => ({ name, host }))).toEqual(
			starter.devices.map(({ name, host }) => ({ name, host })),
		);
		expect(parse(text).inventory).toEqual(starter.inventory === null ? undefined : [starter.inventory]);
	});

	it.each(BEHIND_API)('has what $transport of $platform takes, and what it is verified by', (starter) => {
		const text = starterFleet(starter);
		const { defaults, credentials, 'known-hosts': knownHosts } = parse(text);

		expect(defaults).toEqual({ platform: starter.platform, transport: starter.transport, credentials: 'audit' });
		expect(Object.keys(credentials.audit).at(-1)).toBe(starter.login);
		expect([knownHosts, text.includes('ca-file')]).toEqual(
			starter.transport === 'rest' ? [undefined, true] : ['known_hosts', false],
		);
	});

	it('says above each part what it is for', () => {
		const text = starterFleet(VARIANTS[0] as StarterFleet);

		expect(text.split('\n\n').filter((part) => !part.startsWith('# '))).toEqual([]);
		expect(text).toContain('  edge-01: { host: 192.0.2.1, platform: cisco_ios }\n');
		expect(text).toContain(`  audit: { username: "\${FLEET_USERNAME}", password: "\${FLEET_PASSWORD}" }\n`);
	});

	it.each([
		['reference', `, enable: "\${FLEET_ENABLE}" }\n`, true],
		['hint', `# Does "enable" ask for another password? Then add enable: "\${FLEET_ENABLE}"\n`, false],
		['none', 'FLEET_PASSWORD', false],
	] as const)('has the password of the privileged mode as a %s', (enable, part, isNeeded) => {
		const text = starterFleet({ ...(VARIANTS[0] as StarterFleet), enable });

		expect(text).toContain(part);
		expect(text.includes('FLEET_ENABLE')).toBe(enable !== 'none');
		expect(variablesIn(text).includes('FLEET_ENABLE')).toBe(isNeeded);
	});
});

describe('starterWorkflow', () => {
	it('can be started by hand: nobody waits for the night to see whether it works', () => {
		expect(Object.keys(parse(starterWorkflow([])).on)).toEqual(['pull_request', 'workflow_dispatch', 'schedule']);
	});

	it('keeps pull requests of forks away from the network, and every right to the job that needs it', () => {
		const { permissions, jobs } = parse(starterWorkflow(['FLEET_USERNAME']));

		expect(permissions).toEqual({});
		expect(jobs.drift.if).toBe(NOT_OF_A_FORK);
		expect(NOT_OF_A_FORK).toContain('head.repo.full_name == github.repository');
	});

	it('ends the check of an older push, and no audit', () => {
		const { concurrency } = parse(starterWorkflow([])).jobs.drift;

		expect(concurrency).toEqual({
			group: `fleet-drift-\${{ github.event.number || github.ref }}`,
			'cancel-in-progress': `\${{ github.event_name == 'pull_request' }}`,
		});
	});

	it.each(['password', 'private-key'] as const)('keeps the rules for workflows, with a %s', (login) => {
		expect(readWorkflow(starterWorkflow([login])).faults).toEqual([]);
	});
});

describe('readmeWorkflow', () => {
	it.each(['password', 'private-key'] as const)('keeps the rules for workflows on few lines, with a %s', (login) => {
		const text = readmeWorkflow([login]);

		expect(readWorkflow(text).faults).toEqual([]);
		expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(15);
	});
});
