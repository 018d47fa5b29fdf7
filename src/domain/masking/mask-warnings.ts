import type { DeviceReport } from '../fleet-report.ts';
import type { MaskingPattern } from './pattern.ts';

/** A pattern that takes more of a config than this probably takes what it should not. */
const LARGE_SHARE = 0.2;

/** In a config of a few lines every share is large. */
const MIN_LINES = 20;

/**
 * What the masks did to the fleet that somebody should look at: masks of the user's that hit nothing, and any mask that eats
 * a large share of a config. Sentences for the report's warnings.
 */
export function maskWarnings(
	devices: readonly DeviceReport[],
	userMasks: readonly MaskingPattern[],
): readonly string[] {
	const judged = devices.filter(({ status }) => status !== 'unknown');
	return [...neverHit(judged, userMasks), ...greedy(judged)];
}

/** The masks that take a large share of one config: more than a fifth of its lines. */
export function greedyMasks({
	total = 0,
	patterns,
}: {
	readonly total?: number;
	readonly patterns: Readonly<Record<string, number>>;
}): readonly { readonly id: string; readonly share: number }[] {
	if (total < MIN_LINES) return [];
	return Object.entries(patterns)
		.map(([id, count]) => ({ id, share: count / total }))
		.filter(({ share }) => share > LARGE_SHARE);
}

/** Masks that ship are for what may be there; a mask that somebody wrote is for what is there. */
function neverHit(judged: readonly DeviceReport[], userMasks: readonly MaskingPattern[]): readonly string[] {
	return [...Map.groupBy(userMasks, ({ id }) => id)].flatMap(([id, masks]) => {
		const platforms = new Set(masks.map(({ platform }) => platform));
		const asked = judged.filter(({ platform }) => platforms.has('*') || platforms.has(platform));
		if (asked.length === 0 || asked.some(({ masked }) => Object.hasOwn(masked.patterns, id))) return [];
		const where = asked.length === 1 ? 'the one device' : `any of the ${asked.length} devices`;
		return [`the mask ${id} hit nothing on ${where} that it applies to: fix its pattern, or remove it from fleet.yml`];
	});
}

function greedy(judged: readonly DeviceReport[]): readonly string[] {
	const large = judged.flatMap(({ name, masked }) => greedyMasks(masked).map((hit) => ({ ...hit, name })));
	return [...Map.groupBy(large, ({ id }) => id)].map(([id, found]) => {
		const worst = found.reduce((most, hit) => (hit.share > most.share ? hit : most));
		const others = found.length === 1 ? '' : ` and a large share of ${found.length - 1} more`;
		return `the mask ${id} takes ${Math.round(worst.share * 100)} % of the lines of ${worst.name}${others}: check whether its pattern is too wide`;
	});
}
