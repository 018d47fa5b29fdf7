/** One figure and what it was to be. */
export interface GoalLine {
	readonly what: string;
	readonly value: number;
	readonly goal: { readonly kind: 'at-most' | 'at-least'; readonly bound: number };
	/** Behind both numbers: ` s`, ` ×`. */
	readonly unit: string;
}

export function renderGoals(lines: readonly GoalLine[]): string {
	const width = Math.max(...lines.map(({ what }) => what.length));
	return lines
		.map(({ what, value, goal, unit }) => {
			const bound = `${goal.kind === 'at-most' ? '≤' : '≥'} ${goal.bound.toFixed(2)}${unit}`;
			const reached = goal.kind === 'at-most' ? value <= goal.bound : value >= goal.bound;
			return `  ${what.padEnd(width)}  ${value.toFixed(2)}${unit}, goal ${bound}: ${reached ? 'reached' : 'NOT REACHED'}\n`;
		})
		.join('');
}
