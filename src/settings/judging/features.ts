import type { Feature } from '../../domain/features/feature.ts';
import type { FleetSource } from '../findings/fleet-draft.ts';
import { quote } from '../findings/path-label.ts';
import { readPattern } from './patterns.ts';

/** Reads `features`. */
export function readFeatures({ draft, document, problems }: FleetSource): readonly Feature[] {
	const lineOf = new Map<string, number | null>();
	return (draft.features ?? []).flatMap((feature, index) => {
		if (feature?.name === undefined) return [];
		const path = ['features', index];
		const known = lineOf.get(feature.name);
		if (known === undefined) lineOf.set(feature.name, document.placeOf([...path, 'name']).line);
		else {
			problems.add([...path, 'name'], {
				message: `the feature ${quote(feature.name)} is already in line ${known}`,
				fix: 'Give it another name, or join the two: (?:^ntp |^clock )',
			});
		}
		if (!document.has([...path, 'within']) && !document.has([...path, 'pattern'])) {
			problems.addAtKey(path, {
				message: `the feature ${quote(feature.name)} does not say which lines it is made of`,
				fix: "Add within: ['^router bgp '] for a section, or pattern: '^ntp ' for lines",
			});
		}
		const within = (feature.within ?? []).map((text, at) => readPattern(problems, text, [...path, 'within', at]));
		return [
			{
				name: feature.name,
				within: within.filter((header) => header !== null),
				pattern: readPattern(problems, feature.pattern, [...path, 'pattern']),
				ordered: feature.ordered ?? null,
			},
		];
	});
}
