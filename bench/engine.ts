/** What masking and comparing cost beside git and bare libraries: `npm run bench:engine`. */
import { engineRows } from './engine/engine-rows.ts';
import { printTable } from './support/print-table.ts';

printTable(engineRows());
