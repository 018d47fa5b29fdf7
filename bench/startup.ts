/** How soon the Action is at work: `npm run bench:startup -- [--runs 10]`. */
import { parseArgs } from 'node:util';
import { startupRows } from './startup/startup-rows.ts';
import { printTable } from './support/print-table.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '10' } } });
printTable(await startupRows({ runs: Number(values.runs) }));
