import { describe, expect, it } from 'vitest';
import { secretsNotCompared } from '../../../../../src/domain/compare/secrets-not-compared.ts';
import { fitsUnseen } from '../../../../../src/domain/compare/siblings/unseen-secrets.ts';
import { prepareLines } from '../../../../../src/domain/config/prepare-config.ts';
import { scanLines } from '../../../../../src/domain/config/scan-lines.ts';
import { UNSEEN_SECRET } from '../../../../../src/domain/masking/fingerprint.ts';
import { compileMasks } from '../../../../../src/domain/masking/registry.ts';
import { atOnce } from '../../../../../src/domain/steps.ts';
import { differences } from '../../../../support/compare-texts.ts';
import { cpuTime } from '../../../../support/cpu-time.ts';
import { platformOf } from '../../../../support/platform-of.ts';

const platform = platformOf('juniper_junos');
const UNSEEN = '/* SECRET-DATA */';

const intended = `system {
    host-name mx-1;
    root-authentication {
        encrypted-password "$6$fictive1"; ## SECRET-DATA
        ssh-rsa "ssh-rsa AAAAfictive1 anna@example.net"; ## SECRET-DATA
        ssh-rsa "ssh-rsa AAAAfictive2 bea@example.net"; ## SECRET-DATA
    }
    radius-server {
        192.0.2.7 secret "$9$fictive2"; ## SECRET-DATA
        192.0.2.8 secret <removed>;
    }
}
`;

/** What an account is shown that may not see secrets. */
const unseen = (text: string): string =>
	text
		.replaceAll(/"[^"]*"; ## SECRET-DATA/g, `${UNSEEN}; ## SECRET-DATA`)
		.replaceAll(/ssh-rsa .*/g, `ssh-rsa ${UNSEEN};`)
		.replaceAll('<removed>', UNSEEN);

const setLines = [
	'set system root-authentication encrypted-password "$6$fictive1"',
	'set system login user anna authentication ssh-rsa "ssh-rsa AAAAfictive1 anna@example.net"',
	'set system login user bea authentication ssh-rsa "ssh-rsa AAAAfictive2 bea@example.net"',
	'set snmp community fictive3 authorization read-only',
];
const unseenLines = setLines.map((line) => line.replace(/ (?:"[^"]*"|fictive3)/, ` ${UNSEEN}`));

describe('a secret that the device does not show to the account', () => {
	it.each([
		['in braces', intended, unseen(intended)],
		['as set lines', setLines.join('\n'), unseenLines.join('\n')],
	])('equals any secret in that place, %s', (_form, whole, running) => {
		expect(differences({ platform, intended: whole, running })).toEqual([]);
		expect(differences({ platform, intended: running, running })).toEqual([]);
	});

	it('is a placeholder where the intended config says so', () => {
		const [line = '', seen = ''] = [unseenLines[0], setLines[0]];

		expect(differences({ platform, intended: [line], running: [seen] })).toEqual([]);
	});

	it('is drift where the intended config has none, or one more', () => {
		const running = unseen(intended);

		expect(differences({ platform, intended: intended.replace(/ +ssh-rsa .*bea.*\n/, ''), running })).toEqual([
			`extra system > root-authentication > ssh-rsa ${UNSEEN_SECRET}`,
		]);
		expect(differences({ platform, intended, running: running.replace(/ +ssh-rsa .*\n/, '') })).toHaveLength(1);
		expect(differences({ platform, intended, running: running.replace('192.0.2.7', '192.0.2.9') })).not.toEqual([]);
	});

	it('equals one line, whichever placeholder that one is', () => {
		const community = (secret: string): string => `set snmp community ${secret} authorization read-only`;
		const differ = (lines: readonly string[], running: readonly string[]): readonly string[] =>
			differences({ platform, intended: lines.map(community), running: running.map(community) });

		expect(differ(['<removed>', 'fictive3'], [UNSEEN])).toEqual([expect.stringContaining('missing ')]);
		expect(differ(['<removed>'], ['fictive9', UNSEEN])).toEqual([expect.stringContaining('extra ')]);
	});

	it('is counted among those that say nothing of the device', () => {
		const masks = compileMasks(platform, { fingerprintKey: 'test' });
		const read = (text: string) => atOnce(prepareLines(scanLines(text, platform.syntax), masks));
		const configs = { intended: read(intended.replace('<removed>', '"$9$x"')), running: read(unseen(intended)) };

		expect(secretsNotCompared(configs)).toBe(5);
	});

	it.each([
		['in quotes', 'set system host-name mx-1', `set system host-name "${UNSEEN_SECRET}"`],
		['in a text', 'set system location "row 7"', `set system location "row \\" ${UNSEEN} \\" 9"`],
		['in a description', 'set interfaces ae0 description x', `set interfaces ae0 description "${UNSEEN}"`],
		['as a quoted secret', setLines[0] ?? '', `set system root-authentication encrypted-password "${UNSEEN_SECRET}"`],
	])('is not what somebody wrote %s', (_where, line, running) => {
		expect(differences({ platform, intended: line, running })).not.toEqual([]);
	});

	it('stands for one value, and for nothing behind it', () => {
		const [, line = ''] = setLines;

		expect(differences({ platform, intended: `${line} from 192.0.2.0/24`, running: unseenLines[1] ?? '' })).not.toEqual(
			[],
		);
	});

	it.each([
		['cisco_ios', 'interface Gi1', ' ip access-group MGMT in', ` ip access-group ${UNSEEN_SECRET} in`],
		[
			'cisco_ios',
			'snmp-server location x',
			'snmp-server community fictive RO',
			`snmp-server community ${UNSEEN_SECRET} RO`,
		],
		['huawei_vrp', 'sysname a', 'acl name MGMT', `acl name ${UNSEEN_SECRET}`],
		['vyos', 'set a b', "set system login banner 'x'", `set system login banner '${UNSEEN_SECRET}'`],
	])('is nothing but a text on %s, which shows every secret', (name, above, line, running) => {
		const found = differences({
			platform: platformOf(name),
			intended: `${above}\n${line}`,
			running: `${above}\n${running}`,
		});

		expect(found).not.toEqual([]);
	});

	it('stands for something, once for each place', () => {
		expect(fitsUnseen('a "x" b "y" c', `a ${UNSEEN_SECRET} b ${UNSEEN_SECRET} c`)).toBe(true);
		expect(fitsUnseen('a  b y c', `a ${UNSEEN_SECRET} b ${UNSEEN_SECRET} c`)).toBe(false);
		expect(fitsUnseen('a b', `a ${UNSEEN_SECRET} b`)).toBe(false);
		expect(fitsUnseen('a x', `a ${UNSEEN_SECRET} b`)).toBe(false);
		expect(fitsUnseen('a x', 'a x')).toBe(false);
	});

	it('takes time in proportion to the lines, whatever a device sends', () => {
		const many = (line: (index: number) => string) => Array.from({ length: 20_000 }, (_, index) => line(index));
		const cpuMs = cpuTime();

		const found = differences({
			platform,
			intended: many((index) => `set a ${index} x`),
			running: many((index) => `set a ${UNSEEN} y ${index}`),
		});

		expect(found.length).toBeGreaterThan(20_000);
		expect(cpuMs()).toBeLessThan(10_000);
	});
});
