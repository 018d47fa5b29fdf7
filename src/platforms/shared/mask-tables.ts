import type { ReversibleForm } from '../../domain/masking/decode-secret.ts';
import type { MaskingPattern } from '../../domain/masking/pattern.ts';

/** What a row of a table says; the table says the rest. */
type Row = Pick<MaskingPattern, 'id' | 'pattern' | 'within' | 'keeping' | 'inTexts' | 'reason' | 'matches' | 'spares'>;

type SecretRow = Row & { readonly pattern: RegExp };

/**
 * Rules whose named groups `secret`, `secret2`… are values that nobody may see. A line that takes a secret back
 * (`no snmp-server community public`), is commented out or stands in a script still holds it: what a rule reads from the start
 * of a line, it also reads behind these.
 */
export function secretsOf(platform: string, rows: readonly SecretRow[]): readonly MaskingPattern[] {
	return rows.map((row) => ({
		...row,
		platform,
		kind: 'secret',
		action: 'replace',
		pattern: alsoTakenBack(row.pattern),
	}));
}

/**
 * The same for values that tell nothing: encrypted anew at every show, or shown as stars. They are hidden on both sides and
 * never compared.
 */
export function volatileSecretsOf(platform: string, rows: readonly SecretRow[]): readonly MaskingPattern[] {
	return secretsOf(platform, rows).map((mask) => ({ ...mask, kind: 'volatile-secret' }));
}

/** The same where the platform also writes secrets in a form that can be read back; see MaskingPattern.decode. */
export function reversibleSecretsOf(
	platform: string,
	decode: ReversibleForm,
	rows: readonly SecretRow[],
): readonly MaskingPattern[] {
	return secretsOf(platform, rows).map((mask) => ({ ...mask, decode }));
}

/** Lines that the device writes by itself. */
export function volatileLinesOf(platform: string, rows: readonly Row[]): readonly MaskingPattern[] {
	return rows.map((row) => ({ ...row, platform, kind: 'volatile', action: 'drop-line' }));
}

/** Volatile lines whose named groups are worth telling: who changed the device last, and when. */
export function surfacedLinesOf(platform: string, rows: readonly Row[]): readonly MaskingPattern[] {
	return rows.map((row) => ({ ...row, platform, kind: 'volatile', action: 'drop-line', surface: 'metadata' }));
}

/** What makes a command a comment, and what makes it one of a script: the event manager, schedules, jobs and aliases. */
const IN_FRONT = String.raw`[!#:]{1,3} ?|action \S+ cli command "|action \S+ cli "?|cli |alias exec \S+ |alias configure \S+ |alias \S+ "|\d+ cli "|job \S+ at \S+ "|execute \S+ command `;

function alsoTakenBack({ source, flags }: RegExp): RegExp {
	return new RegExp(source.replace(/^\^/, `^(?:${IN_FRONT})?(?:no |undo |delete |unset |default )?`), flags);
}
