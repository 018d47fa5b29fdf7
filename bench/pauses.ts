/**
 * How long the main thread goes on before timers and sockets have their turn, while one device is judged:
 * `npm run bench:pauses -- [--lines 3000,20000,50000] [--repeats 5]`. In processor time of that thread, so that other work of the
 * machine does not count.
 */
import { parseArgs } from 'node:util';
import { pauseRows } from './pauses/pause-rows.ts';
import { printTable } from './support/print-table.ts';

const { values } = parseArgs({
	options: { lines: { type: 'string', default: '3000,20000,50000' }, repeats: { type: 'string', default: '5' } },
});
printTable(await pauseRows(values.lines.split(',').map(Number), Number(values.repeats)));
