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
	const lines = commands.flatMap(({ id, pattern, matches }) =>
		matches.flatMap((line) => {
			const values = Object.values(pattern.exec(line)?.groups ?? {}).filter((value) => value !== undefined);
			// A shorter one is also part of other words.
			const secrets = values.filter(({ length }) => length > 5);
			return secrets.length === 0 ? [] : [{ id, line, secrets }];
		}),
	);

	it.each(lines)('shows no more than the command by itself: $id', ({ line, secrets }) => {
		const { text } = maskContent(`${front}${line}${behind}\n`, masks);

		expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
	});
});
