import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { transportsOf } from '../../src/domain/platform/transports.ts';
import { platforms } from '../../src/platforms/index.ts';
import { type Evidence, evidenceOf } from '../../src/platforms/shared/evidence.ts';
import { simulatedPlatforms } from '../../src/simulator/personalities.ts';
import { corpusIsMissing } from '../support/corpus.ts';
import { platformOf } from '../support/platform-of.ts';
import { restApis } from '../support/rest/rest-apis.ts';
import { platformSessions } from '../support/ssh/platform-sessions.ts';
import { recordedByExec, recordedInShell } from '../support/ssh/recorded-systems.ts';
import { scrapliMachines } from '../support/ssh/scrapli-machines.ts';
import { uniconMachines } from '../support/ssh/unicon-machines.ts';

const contract = (file: string): string =>
	readFileSync(new URL(`../contract/adapters/${file}.test.ts`, import.meta.url), 'utf8');

/** Which platforms a test of the contract takes from their files. */
const namedIn = (file: string): readonly string[] =>
	[...contract(file).matchAll(/src\/platforms\/([\w-]+)\.ts/g)].map(([, name = '']) => name.replaceAll('-', '_'));

const recordedLogins = [...uniconMachines(), ...scrapliMachines()].map(({ platform }) => platform);

/** What the tests that there are have to do with, over SSH. */
const OVER_SSH: readonly (readonly [Evidence, readonly string[]])[] = [
	['real server', namedIn('real-router')],
	['recorded sessions', [...Object.values(recordedInShell), ...Object.values(recordedByExec)]],
	['recorded logins', recordedLogins],
	['simulated device', [...simulatedPlatforms, ...Object.keys(platformSessions)]],
];

/** IOS XE is IOS at the command line: what was tried with one was tried with the other. */
function overSsh(name: string): readonly Evidence[] {
	const { cli } = platformOf(name);
	const sharing = platforms.names.filter((other) => platformOf(other).cli === cli);
	const found = OVER_SSH.filter(([, names]) => sharing.some((other) => names.includes(other)));
	return found.length === 0 ? ['fixtures'] : found.map(([kind]) => kind);
}

describe('what platforms were tested with', () => {
	it.skipIf(corpusIsMissing).each(platforms.names)('is what the tests do: %s', (name) => {
		expect(evidenceOf(name, 'ssh')).toEqual(overSsh(name));
	});

	it('is a simulated API for REST, and a server that ncclient talks to for NETCONF', () => {
		const over = (transport: 'rest' | 'netconf'): readonly string[] =>
			platforms.names.filter((name) => transportsOf(platformOf(name)).includes(transport));
		const byNetconf = over('netconf');

		expect(over('rest')).toEqual(Object.keys(restApis).toSorted());
		for (const name of over('rest')) expect(evidenceOf(name, 'rest')).toEqual(['simulated API']);
		for (const name of byNetconf) expect(evidenceOf(name, 'netconf')).toEqual(['simulated device', 'ncclient']);
		// The others are read by ncclient there for every platform whose NETCONF gives a model.
		expect(byNetconf.filter((name) => platformOf(name).netconf?.yields !== 'xml')).toEqual(['juniper_junos']);
		expect(contract('netconf-ncclient')).toContain('database="committed"');
		expect(contract('netconf-platforms')).toContain('runNcclient');
	});
});
