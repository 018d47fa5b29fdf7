/**
 * How long the main thread goes on before timers and sockets have their turn, while one device is judged and while a large fleet
 * is read: `npm run bench:pauses -- [--lines 3000,20000,50000] [--shapes 50000] [--repeats 5]`; `--shapes 0` leaves out the
 * platforms other than IOS. In processor time of that thread, so that other work of the machine does not count.
 */
import { parseArgs } from 'node:util';
import { pauseRows, shapeRows } from './pauses/pause-rows.ts';
import { readingRows } from './pauses/reading-rows.ts';
import { printTable } from './support/print-table.ts';

const { values } = parseArgs({
	options: {
		lines: { type: 'string', default: '3000,20000,50000' },
		shapes: { type: 'string', default: '50000' },
		repeats: { type: 'string', default: '5' },
	},
});
const repeats = Number(values.repeats);
const reading = await readingRows(repeats);
const sizes = values.lines.split(',').filter((size) => size !== '');
const judging = await pauseRows(sizes.map(Number), repeats);
const shapes = values.shapes === '0' ? [] : await shapeRows(Number(values.shapes), repeats);
printTable([...reading, ...judging, ...shapes]);
