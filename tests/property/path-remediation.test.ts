import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareConfigs } from '../../src/domain/compare/calculate-diff.ts';
import type { ConfigNode } from '../../src/domain/config/tree.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import { prepareConfig } from '../../src/domain/prepare-config.ts';
import { remediate } from '../../src/domain/remediation/remediate.ts';
import { platformOf } from '../support/platform-of.ts';

/** Ports with leaves, of which each may be there, and with what value. */
type Ports = ReadonlyMap<string, ReadonlyMap<string, string>>;

const ports: fc.Arbitrary<Ports> = fc
	.dictionary(
		fc.constantFrom('1/1/c1', '1/1/c2', '1/1/c3'),
		fc.dictionary(fc.constantFrom('admin-state', 'mtu', 'description'), fc.constantFrom('a', 'b', 'c'), { minKeys: 1 }),
		{ minKeys: 1 },
	)
	.map(
		(dictionary) =>
			new Map(Object.entries(dictionary).map(([port, leaves]) => [port, new Map(Object.entries(leaves))])),
	);

function print(all: Ports): string {
	const inside = [...all].flatMap(([port, leaves]) => [
		`    port ${port} {`,
		...[...leaves].map(([name, value]) => `        ${name} ${value}`),
		'    }',
	]);
	return ['configure {', ...inside, '}', ''].join('\n');
}

/** Every leaf as its path and its value. */
function leavesOf(nodes: readonly ConfigNode[], path = ''): readonly (readonly [string, string])[] {
	return nodes.flatMap((node) => {
		const [name = '', value = ''] = node.text.split(' ');
		return node.children.length === 0
			? [[`${path}/${name}`, value] as const]
			: leavesOf(node.children, `${path}/${node.text}`);
	});
}

/** What a candidate of MD-CLI makes of commands. */
function applied(running: readonly ConfigNode[], commands: readonly string[]): ReadonlyMap<string, string> {
	const leaves = new Map(leavesOf(running));
	for (const command of commands) {
		const [, verb = '', port = '', name, value] =
			/^(delete )?\/configure port (\S+)(?: (\S+))?(?: (\S+))?$/.exec(command) ?? [];
		const path = `/configure/port ${port}${name === undefined ? '' : `/${name}`}`;
		if (verb === '') leaves.set(path, value ?? '');
		else
			for (const known of [...leaves.keys()]) if (known === path || known.startsWith(`${path}/`)) leaves.delete(known);
	}
	return leaves;
}

describe('pathCommands', () => {
	it('bring any running config to any intended one', () => {
		const platform = platformOf('nokia_srosmd');
		const masks = compileMasks(platform, { fingerprintKey: 'property' });
		fc.assert(
			fc.property(ports, ports, (one, other) => {
				const configs = { intended: prepareConfig(print(one), masks), running: prepareConfig(print(other), masks) };
				const { changes } = compareConfigs(configs, masks);

				const commands = remediate(configs, changes, platform);

				const sorted = (leaves: Iterable<readonly [string, string]>) => [...leaves].toSorted();
				expect(sorted(applied(configs.running.tree, commands)), commands.join('\n')).toEqual(
					sorted(leavesOf(configs.intended.tree)),
				);
			}),
			{ numRuns: 500 },
		);
	});
});
