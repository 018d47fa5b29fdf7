import { describe, expect, it } from 'vitest';
import { maskContent } from '../../src/domain/masking/mask-content.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import { platformOf } from '../support/platform-of.ts';

/** How a command stands in a script, a schedule or an alias. */
const SCRIPTS: readonly (readonly [platform: string, front: string, behind: string])[] = [
	['cisco_ios', 'action 1.0 cli command "', '"'],
	['cisco_ios', 'cli ', ''],
	['cisco_ios', 'alias exec k ', ''],
	['cisco_nxos', 'action 1.0 cli ', ''],
	['cisco_asa', 'action 1 cli command "', '"'],
];

describe.each(SCRIPTS)('a command of %s behind %j', (name, front, behind) => {
	const platform = platformOf(name);
	const masks = compileMasks(platform, { fingerprintKey: 'scripts' });
	const commands = platform.masks.filter(
		({ id, action, pattern, within }) =>
			action === 'replace' && within === undefined && pattern.source.startsWith('^') && !id.includes('script'),
	);

	it.each(commands)('shows no more than the command by itself: $id', ({ pattern, matches }) => {
		for (const line of matches) {
			const secrets = Object.values(pattern.exec(line)?.groups ?? {}).filter((value) => value !== undefined);
			const { text } = maskContent(`${front}${line}${behind}\n`, masks);

			for (const secret of secrets.filter(({ length }) => length > 5)) expect(text).not.toContain(secret);
		}
	});
});
