import { describe, expect, it } from 'vitest';
import { compileLinearPattern } from '../../../../src/domain/masking/linear-pattern.ts';
import type { MaskingPattern } from '../../../../src/domain/masking/pattern.ts';
import { compileMasks, createMaskRegistry } from '../../../../src/domain/masking/registry.ts';
import { LinearRegExp } from '../../../../src/domain/text/linear-reg-exp.ts';
import { platforms } from '../../../../src/platforms/index.ts';
import { aFleetDevice } from '../../../support/a-fleet-device.ts';
import { aPlatform } from '../../../support/a-platform.ts';

const aMask = (platform: string, source: string): MaskingPattern => ({
	id: source,
	platform,
	kind: 'volatile',
	action: 'drop-line',
	pattern: compileLinearPattern(source),
	reason: 'a test',
	matches: [],
	spares: [],
});

describe('compileMasks', () => {
	it("puts the platform's own masks first and leaves out those of other platforms", () => {
		const { lineMasks, blockMasks } = compileMasks(aPlatform(), {
			fingerprintKey: '',
			userMasks: [aMask('a_platform', 'one'), aMask('*', 'two'), aMask('cisco_ios', 'three')],
		});

		expect(lineMasks.map(({ id }) => id)).toEqual(['volatile/clock', 'secret/user', 'secret/sealed', 'one', 'two']);
		expect(blockMasks.map(({ id }) => id)).toEqual(['secret/key']);
	});

	it('asks no mask about a line that none can match, and every mask about one that some can', () => {
		const { mayMatch } = compileMasks(aPlatform(), { fingerprintKey: '', userMasks: [aMask('*', 'foo \\d+$')] });

		for (const line of ['clock 1', 'user a auth b', 'sealed x', 'a foo 12']) expect(mayMatch(line), line).toBe(true);
		for (const line of ['', 'hostname a', ' clock 1', 'foo 12 bar']) expect(mayMatch(line), line).toBe(false);
	});

	it('leaves what a user wrote to the engine of users, in whatever form it comes', () => {
		const pattern = new LinearRegExp('^(?P<volatile>odd) (?i:words)');
		const { mayMatch } = compileMasks(aPlatform(), {
			fingerprintKey: '',
			userMasks: [{ ...aMask('*', 'any'), pattern }],
		});

		expect([mayMatch('odd WORDS'), mayMatch('clock 1'), mayMatch('even words')]).toEqual([true, true, false]);
	});
});

describe('createMaskRegistry', () => {
	it('compiles the masks of a platform once', () => {
		const masksOf = createMaskRegistry(platforms, { fingerprintKey: '' });

		const of = (name: string, platform: string) => masksOf(aFleetDevice({ name, platform }));

		expect(of('one', 'cisco_ios')).toBe(of('two', 'cisco_ios'));
		expect(of('one', 'cisco_ios')).not.toBe(of('one', 'arista_eos'));
	});

	it.each([
		['of all', () => []],
		['less what a device ignores', () => ['secret/*']],
	])('tells the forms of a platform apart that transports give: the masks %s', (_, ignoredSecretsOf) => {
		const masksOf = createMaskRegistry(platforms, { fingerprintKey: '', ignoredSecretsOf });

		const styles = (['ssh', 'netconf', 'ssh'] as const).map(
			(transport) => masksOf({ name: 'one', platform: 'cisco_xr', transport }).platform.syntax.style,
		);

		expect(styles).toEqual(['indented', 'xml', 'indented']);
	});

	it('refuses a platform that it does not know', () => {
		expect(() =>
			createMaskRegistry(platforms, { fingerprintKey: '' })(aFleetDevice({ platform: 'cisco_oss' })),
		).toThrow('unknown platform "cisco_oss"');
	});
});
