import { describeMachine } from './machine.ts';
import { type ResultRow, renderRows, renderVerdict } from './result-row.ts';

/** Taken before the first measurement: afterwards the load is that of the bench itself. */
const machine = describeMachine();

/**
 * The last thing that a bench prints: where it ran, every figure (ours and theirs as least – median – most over the repeats, the
 * ratio that of the medians), and how many goals are reached.
 */
export function printTable(rows: readonly ResultRow[]): void {
	process.stdout.write(`\n${machine}\n\n${renderRows(rows)}\n${renderVerdict(rows)}`);
}
