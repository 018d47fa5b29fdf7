import { MAX_LINES } from '../../domain/config/size-limits.ts';

/** What counts a value, and what hides such characters. */
const SIGNS = /["[{,]/g;

/**
 * Whether a JSON text has more values than a config has lines: `[],` is three bytes as text and fifty as a value. Of a
 * text that is shorter than that nothing is looked at.
 */
export function hasTooManyValues(text: string): boolean {
	if (text.length <= MAX_LINES) return false;
	let values = 0;
	SIGNS.lastIndex = 0;
	for (let sign = SIGNS.exec(text); sign !== null; sign = SIGNS.exec(text)) {
		if (sign[0] === '"') {
			SIGNS.lastIndex = endOfString(text, sign.index);
			continue;
		}
		values += 1;
		if (values > MAX_LINES) return true;
	}
	return false;
}

/** Behind the string that begins there; the end of the text where it has none. */
function endOfString(text: string, start: number): number {
	for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
		let before = end;
		while (text[before - 1] === '\\') before -= 1;
		if ((end - before) % 2 === 0) return end + 1;
	}
	return text.length;
}
