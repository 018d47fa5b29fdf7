import type { ListRule } from '../../domain/platform/list-rules.ts';

/**
 * `statement [ a b ]`: a set of values, but for the statements whose values are tried one after the other.
 *
 * @param ordered - matches what stands in front of the bracket of a list whose order counts
 */
export function bracketLists(ordered: RegExp): readonly ListRule[] {
	return [
		{
			pattern: /^(?<head>\S[^[\]]* )\[ ?(?<values>[^[\]\s](?:[^[\]]*[^[\]\s])?) ?\]$/,
			ordered,
			form: 'brackets',
			writing: 'adds',
			source:
				'every value is set and deleted by itself, and shown in the order in which it was entered (batfish JuniperListPaths)',
			matches: ['protocol [ bgp direct ]', 'member ["a" "b"]', 'layer3 [ ethernet1/1 ethernet1/2]'],
			spares: ['description "[ a b ]"', 'protocol bgp', 'members [ ]'],
		},
	];
}
