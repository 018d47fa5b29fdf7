import type { PastState } from '../run-history.ts';

const STEP = 5;
const HEIGHT = 16;

/** The last runs of one device as a row of bars, oldest on the left. */
export function stateStrip(states: readonly PastState[]): string {
	const bars = (wanted: PastState): string => {
		const path = states
			.map((state, index) => (state === wanted ? `M${index * STEP} 0h${STEP - 2}v${HEIGHT}h${2 - STEP}z` : ''))
			.join('');
		return path === '' ? '' : `<path class="fill-${wanted}" d="${path}"/>`;
	};
	const count = (wanted: PastState): number => states.filter((state) => state === wanted).length;
	const label = `of the last ${states.length} runs: ${count('in-sync')} in sync, ${count('drifted')} drifted, ${count('unknown')} unknown`;
	return `<svg class="strip" width="${Math.max(1, states.length * STEP)}" height="${HEIGHT}" role="img" aria-label="${label}">${bars('in-sync')}${bars('drifted')}${bars('unknown')}</svg>`;
}
