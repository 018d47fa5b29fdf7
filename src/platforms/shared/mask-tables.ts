import type { MaskingPattern } from '../../domain/masking/pattern.ts';

/** What a row of a table says; the table says the rest. */
type Row = Pick<MaskingPattern, 'id' | 'pattern' | 'within' | 'reason' | 'matches' | 'spares'>;

/** Rules whose named groups `secret`, `secret2`… are values that nobody may see. */
export function secretsOf(platform: string, rows: readonly Row[]): readonly MaskingPattern[] {
	return rows.map((row) => ({ ...row, platform, kind: 'secret', action: 'replace' }));
}

/** Lines that the device writes by itself. */
export function volatileLinesOf(platform: string, rows: readonly Row[]): readonly MaskingPattern[] {
	return rows.map((row) => ({ ...row, platform, kind: 'volatile', action: 'drop-line' }));
}

/** Volatile lines whose named groups are worth telling: who changed the device last, and when. */
export function surfacedLinesOf(platform: string, rows: readonly Row[]): readonly MaskingPattern[] {
	return rows.map((row) => ({ ...row, platform, kind: 'volatile', action: 'drop-line', surface: 'metadata' }));
}
