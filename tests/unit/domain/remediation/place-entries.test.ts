import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movesBetween, placedEntries } from '../../../../src/domain/remediation/place-entries.ts';

/** Of ASA. */
const RULES = { placing: [/^(access-list \S+ )(?=(?:extended|remark) )/, '$1line {place} '], negation: 'no ' } as const;

/** What is intended, what runs of it in any order, and what else runs. */
const lists: fc.Arbitrary<Record<'intended' | 'running', readonly string[]>> = fc
	.tuple(
		fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 }),
		fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'x', 'y', 'z')),
	)
	.map(([intended, running]) => ({ intended, running }));

describe('placedEntries', () => {
	it('brings a list to what is intended, and never empties it', () => {
		const acl = (names: readonly string[]): readonly string[] => names.map((name) => `access-list A extended ${name}`);
		fc.assert(
			fc.property(lists, ({ intended, running }) => {
				const device = [...running];
				const commands = placedEntries({ intended: acl(intended), running: acl(running) }, RULES) ?? [];
				for (const command of commands) {
					const [, line, added] = /^access-list A line (\d+) extended (\w)$/.exec(command) ?? [];
					if (added !== undefined) device.splice(Number(line) - 1, 0, added);
					else device.splice(device.indexOf(command.slice(-1)), 1);
					expect(device.length, commands.join(', ')).toBeGreaterThan(0);
				}

				expect(device.filter((name) => intended.includes(name))).toEqual(intended);
				expect(device.filter((name) => !intended.includes(name))).toEqual(
					running.filter((name) => !intended.includes(name)),
				);
			}),
		);
	});

	it('is null where an entry cannot be put in a place', () => {
		const standard = ['access-list A remark a', 'access-list A standard permit any4'];

		expect(placedEntries({ intended: standard, running: [] }, RULES)).toBeNull();
	});
});

describe('movesBetween', () => {
	it('brings a list in order, once what it lacks stands at its end', () => {
		fc.assert(
			fc.property(lists, ({ intended, running }) => {
				const device = [...running, ...intended.filter((name) => !running.includes(name))];
				const moves = movesBetween({ intended, running });
				for (const { entry, place, other } of moves) {
					device.splice(device.indexOf(entry), 1);
					device.splice(device.indexOf(other) + (place === 'after' ? 1 : 0), 0, entry);
				}

				expect(device.filter((name) => intended.includes(name))).toEqual(intended);
				expect(moves.length).toBeLessThan(intended.length);
			}),
		);
	});
});
