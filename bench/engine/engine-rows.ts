import type { ResultRow } from '../support/result-row.ts';
import { compareRows } from './compare-rows.ts';
import { compileRow, maskingRows } from './masking-rows.ts';

/** What comparing and masking cost, beside git and the bare libraries on the same input in the same run. */
export function engineRows(): readonly ResultRow[] {
	// Compiling is dear the first time only, so that it goes first.
	const compiling = compileRow();
	return [...compareRows(), ...maskingRows(), compiling];
}
