import { describe, expect, it } from 'vitest';
import { maskContent } from '../../src/domain/masking/mask-content.ts';
import type { MaskingPattern } from '../../src/domain/masking/pattern.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import { platforms } from '../../src/platforms/index.ts';
import { skimMasks } from '../support/at-once.ts';
import { platformOf } from '../support/platform-of.ts';

/** Commands as people write them, where a device takes them so and shows them in full and in small letters. */
describe.each(platforms.names.filter((name) => platformOf(name).syntax.takesCapitals === true))('%s', (name) => {
	const masks = compileMasks(platformOf(name), { fingerprintKey: 'written' });

	it.each(masks.lineMasks.flatMap(inCapitals))('hides the secret of a command in capitals: %s%s', (command, secret) => {
		const text = `hostname a\n${command}${secret}\nvlan 7\n`;

		expect(maskContent(text, masks).text).not.toContain(secret);
		expect(skimMasks(text, masks)?.hits).not.toEqual([]);
	});
});

it('takes no sentence of a banner for a command in capitals', () => {
	const banner = 'banner motd #\nUsername and password are yours\nKey of the room: see the guard\n#\n';
	const masks = compileMasks(platformOf('cisco_ios'), { fingerprintKey: 'written' });

	expect(maskContent(banner, masks).text).toBe(banner);
});

/** The examples of a mask of commands, up to the secret in capitals. */
function inCapitals({ id, within, pattern, matches }: MaskingPattern): readonly (readonly [string, string])[] {
	if (!id.startsWith('secret/') || within !== undefined || !pattern.source.startsWith('^')) return [];
	return matches.flatMap((line) => {
		const spans = Object.entries(pattern.exec(line)?.indices?.groups ?? {});
		const [start, end] = spans.find(([group]) => group.startsWith('secret'))?.[1] ?? [0, 0];
		const isCommand = /^[a-z]/.test(line) && end - start > 3;
		return isCommand ? [[line.slice(0, start).toUpperCase(), line.slice(start)] as const] : [];
	});
}
