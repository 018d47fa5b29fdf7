import { diffLines } from 'diff';
import { calculateDiff } from '../../src/domain/compare/calculate-diff.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import { platforms } from '../../src/platforms/index.ts';
import type { NoiseCase } from './noise-case.ts';

/** How many changes each way of comparing reports. */
export interface NoiseCount {
	readonly plain: number;
	readonly sets: number;
	readonly ours: number;
	/** Lines of our changes, without their indentation. */
	readonly found: readonly string[];
}

export function countChanges({ platform: name, intended, running }: NoiseCase): NoiseCount {
	const platform = platforms.resolve(name);
	if (platform === null) throw new Error(`there is no platform ${name}`);
	const { changes } = calculateDiff(running, intended, compileMasks(platform, { fingerprintKey: 'key of the bench' }));
	const found = changes.map(({ line, runningText }) => (runningText ?? line).trim());
	return { plain: plainDiff(intended, running), sets: setCompare(intended, running), ours: changes.length, found };
}

/** As diff(1) counts: lines that came, and lines that went. */
function plainDiff(intended: string, running: string): number {
	return diffLines(intended, running)
		.filter(({ added, removed }) => added || removed)
		.reduce((sum, { count }) => sum + count, 0);
}

/**
 * As compliance checks of the kind of netutils count: a configuration is a set of lines under their parents, comments and
 * blank lines left out, and each side is searched for what the other lacks. Knows neither order nor masks.
 */
function setCompare(intended: string, running: string): number {
	return pathsOf(intended).symmetricDifference(pathsOf(running)).size;
}

function pathsOf(text: string): Set<string> {
	const parents: { readonly depth: number; readonly line: string }[] = [];
	const paths = text.split('\n').flatMap((raw) => {
		const line = raw.trim();
		if (line === '' || /^[!#}]/.test(line)) return [];
		const depth = raw.length - raw.trimStart().length;
		while ((parents.at(-1)?.depth ?? -1) >= depth) parents.pop();
		parents.push({ depth, line });
		return [parents.map((parent) => parent.line).join(' > ')];
	});
	return new Set(paths);
}
