import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareConfigs } from '../../src/domain/compare/calculate-diff.ts';
import { prepareConfig } from '../../src/domain/config/prepare-config.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import { remediate } from '../../src/domain/remediation/remediate.ts';
import { platformOf } from '../support/platform-of.ts';

const numbers = fc.uniqueArray(fc.integer({ min: 2, max: 60 }), { minLength: 1, maxLength: 30 });

/** One set of numbers, written in any order, with any runs collapsed, on any number of lines. */
const writings = (values: readonly number[]): fc.Arbitrary<readonly string[]> =>
	fc
		.tuple(fc.shuffledSubarray([...values], { minLength: values.length }), fc.boolean(), fc.integer({ min: 1, max: 9 }))
		.map(([shuffled, collapse, perLine]) => {
			const ranges = collapse ? rangesOf(values) : shuffled.map((value) => `${value}`);
			return Array.from({ length: Math.ceil(ranges.length / perLine) }, (_, line) =>
				ranges.slice(line * perLine, (line + 1) * perLine).join(','),
			);
		});

function rangesOf(values: readonly number[]): readonly string[] {
	const ranges: [number, number][] = [];
	for (const value of values.toSorted((one, other) => one - other)) {
		const last = ranges.at(-1);
		if (last?.[1] === value - 1) last[1] = value;
		else ranges.push([value, value]);
	}
	return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`));
}

function valuesIn(lists: readonly string[]): readonly number[] {
	const parts = lists.flatMap((list) => list.split(','));
	const all = parts.flatMap((part) => {
		const [from = 0, to = from] = part.split('-').map(Number);
		return Array.from({ length: to - from + 1 }, (_, index) => from + index);
	});
	return [...new Set(all)].toSorted((one, other) => one - other);
}

/** What a switch makes of commands about the VLANs of one port. */
function allowedAfter(values: readonly number[], commands: readonly string[]): readonly number[] {
	let allowed = new Set(values);
	for (const command of commands) {
		const { keyword, list = '' } =
			/^ switchport trunk allowed vlan (?<keyword>add |remove )?(?<list>[\d,-]+)$/.exec(command)?.groups ?? {};
		if (list === '') continue;
		const named = valuesIn([list]);
		if (keyword === 'remove ') for (const value of named) allowed.delete(value);
		else allowed = new Set([...(keyword === 'add ' ? allowed : []), ...named]);
	}
	return [...allowed].toSorted((one, other) => one - other);
}

const port = (lists: readonly string[]): string =>
	[
		'interface GigabitEthernet1/0/1',
		...lists.map((list, index) => ` switchport trunk allowed vlan ${index === 0 ? '' : 'add '}${list}`),
		'',
	].join('\n');

describe('lists of values', () => {
	const platform = platformOf('cisco_ios');
	const masks = compileMasks(platform, { fingerprintKey: 'property' });

	it('are equal however one set is written', () => {
		const pair = numbers.chain((values) => fc.tuple(writings(values), writings(values)));
		fc.assert(
			fc.property(pair, ([one, other]) => {
				const configs = { intended: prepareConfig(port(one), masks), running: prepareConfig(port(other), masks) };

				expect(compareConfigs(configs, masks).changes).toEqual([]);
			}),
			{ numRuns: 500 },
		);
	});

	it('differ in exactly the values that differ, and the commands bring just these', () => {
		const changed = numbers.chain((values) =>
			fc.tuple(fc.constant(values), fc.subarray(values), fc.subarray([61, 62, 63])).map(([all, kept, added]) => {
				const other = [...kept, ...added];
				return [all, other.length === 0 ? all : other] as const;
			}),
		);
		const pair = fc
			.oneof(changed, fc.tuple(numbers, numbers))
			.chain(([one, other]) => fc.tuple(writings(one), writings(other)));
		fc.assert(
			fc.property(pair, ([intended, running]) => {
				const configs = {
					intended: prepareConfig(port(intended), masks),
					running: prepareConfig(port(running), masks),
				};
				const [wanted, are] = [valuesIn(intended), valuesIn(running)];

				const { changes } = compareConfigs(configs, masks);

				const told = (kind: string): readonly number[] =>
					valuesIn(changes.filter((change) => change.kind === kind).map(({ line }) => line.replace(/^\D+/, ''))).filter(
						(value) => value > 0,
					);
				expect(told('missing')).toEqual(wanted.filter((value) => !are.includes(value)));
				expect(told('extra')).toEqual(are.filter((value) => !wanted.includes(value)));
				expect(allowedAfter(are, remediate(configs, changes, platform))).toEqual(wanted);
			}),
			{ numRuns: 500 },
		);
	});
});
