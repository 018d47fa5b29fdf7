/**
 * What a run adds to a results branch, by fleet and by what changed: `npm run bench:history-growth -- [--runs 50]`. Every run is
 * recorded the way the Action does it, through a real `git http-backend`. Sizes, not times: a busy machine does no harm.
 */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Growth, measureGrowth } from './history/measure-growth.ts';
import { type GoalLine, renderGoals } from './support/goals.ts';
import { makeFolder } from './support/make-folder.ts';

/** Devices whose state changes from one run to the next. */
const CHANGES = [0, 2, 20];
/** The largest fleet beside the smallest: what a run adds is what changed, and not the fleet. */
const GOAL = { kind: 'at-most', bound: 1.25 } as const;

const { values } = parseArgs({
	options: {
		runs: { type: 'string', default: '50' },
		devices: { type: 'string', multiple: true, default: ['100', '1000', '5000'] },
	},
});

const tempDir = makeFolder('bench-history-growth-');
try {
	console.log(`kB per run, over ${values.runs} runs after the first ten`);
	console.log('devices  changes   packed  closely   pushed  fetched     read    loose');
	const measured: Growth[][] = [];
	for (const devices of values.devices.map(Number)) {
		const rows: Growth[] = [];
		measured.push(rows);
		for (const changes of CHANGES) {
			const growth = await measureGrowth({ runs: Number(values.runs), devices, changes, tempDir });
			rows.push(growth);
			const { packed, closelyPacked, pushed, fetched, read, loose } = growth;
			const sizes = [packed, closelyPacked, pushed, fetched, read, loose].map((bytes) => kb(bytes).padStart(9));
			console.log(`${String(devices).padStart(7)}${String(changes).padStart(9)}${sizes.join('')}`);
		}
		const [none, few, many] = rows.map(({ packed }) => packed);
		if (none === undefined || few === undefined || many === undefined) continue;
		console.log(
			`         a change: ${kb((few - none) / 2)} of the first two, ${kb((many - few) / 18)} of the next eighteen`,
		);
	}
	process.stdout.write(renderGoals(goalsOf(measured)));
} finally {
	rmSync(tempDir, { recursive: true, maxRetries: 5 });
}

function goalsOf(fleets: readonly (readonly Growth[])[]): readonly GoalLine[] {
	const [smallest = [], largest = []] = [fleets[0], fleets.at(-1)];
	return CHANGES.map((changes, row) => ({
		what: `packed, ${values.devices.at(-1)} ÷ ${values.devices[0]} devices, ${changes} changed per run`,
		value: (largest[row]?.packed ?? Number.NaN) / (smallest[row]?.packed ?? Number.NaN),
		goal: GOAL,
		unit: ' ×',
	}));
}

function kb(bytes: number): string {
	return (bytes / 1000).toFixed(2);
}
