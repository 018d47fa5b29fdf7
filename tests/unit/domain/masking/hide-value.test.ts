import { describe, expect, it } from 'vitest';
import { hideValue, hideValueAt } from '../../../../src/domain/masking/hide-value.ts';
import type { MaskingPattern } from '../../../../src/domain/masking/pattern.ts';
import { compileMasks } from '../../../../src/domain/masking/registry.ts';
import { platformOf } from '../../../support/platform-of.ts';

const masks = compileMasks(platformOf('juniper_junos'), { fingerprintKey: 'test' });
const maskOf = (kind: MaskingPattern['kind']): MaskingPattern => ({
	id: 'a-mask',
	platform: '*',
	kind,
	action: 'replace',
	pattern: /x/,
	reason: 'a test',
	matches: [],
	spares: [],
});
const FINGERPRINT = /^<secret:[0-9a-f]{6}>$/;

describe('hideValue', () => {
	it('shows of a secret what changes with it, and of one that is encrypted anew nothing', () => {
		const [one, other] = ['hunter2', 'hunter3'].map((value) => hideValue(value, maskOf('secret'), masks));

		expect(one).toMatch(FINGERPRINT);
		expect(other).not.toBe(one);
		expect(hideValue('hunter2', maskOf('volatile-secret'), masks)).toBe('<secret>');
		expect(hideValue('03:12:45', maskOf('volatile'), masks)).toBe('<volatile>');
	});

	it('leaves what is hidden already, and hides a placeholder as one', () => {
		expect(hideValue('<secret:1f3a9c>', maskOf('secret'), masks)).toBe('<secret:1f3a9c>');
		expect(hideValue('<removed>', maskOf('secret'), masks)).toBe('<secret>');
	});
});

describe('hideValueAt', () => {
	const hiddenIn = (line: string, value: string): string => {
		const start = line.indexOf(value);
		return hideValueAt({ line, span: [start, start + value.length] }, maskOf('secret'), masks);
	};

	it('believes that a secret is not shown where the device says so, and not where somebody wrote it', () => {
		const unseen = '/* SECRET-DATA */';

		expect(hiddenIn(`secret ${unseen}; ## x`, unseen)).toBe('<secret:000000>');
		expect(hiddenIn(`secret "${unseen}"; ## x`, unseen)).toMatch(FINGERPRINT);
		expect(hiddenIn(`secret "${unseen}"; ## x`, unseen)).not.toBe('<secret:000000>');
	});
});
