import { availableParallelism, cpus, totalmem } from 'node:os';
import { compareRows } from './engine/compare-rows.ts';
import { compileRow, maskingRows } from './engine/masking-rows.ts';
import { isReached, renderRows } from './engine/result-row.ts';

/** What comparing and masking cost, beside git and the bare libraries on the same input in the same run. */
const compiling = compileRow();
const rows = [...compareRows(), ...maskingRows(), compiling];

const [cpu] = cpus();
const machine = `${availableParallelism()} × ${cpu?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
console.log(
	`${new Date().toISOString().slice(0, 10)}, ${machine}, Node ${process.version}, ${process.platform} ${process.arch}\n`,
);
console.log(renderRows(rows));

const missed = rows.filter((row) => !isReached(row));
console.log(missed.length === 0 ? 'Every goal is reached.' : `${missed.length} goals are not reached.`);
