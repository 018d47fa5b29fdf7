/** Shorter values are left alone: masking "1" or "ab" wrecks every text and protects nothing. */
const SHORTEST_SECRET = 4;
const MASK = '***';

/** Takes registered secrets, in every form they may travel in, out of text. */
export interface Redaction {
	/** Values shorter than four characters are ignored. Registering twice is harmless. */
	register(values: Iterable<string>): void;
	/** Every character that belongs to an occurrence of a secret is gone from the result. */
	redact(text: string): string;
}

export function createRedaction(values: Iterable<string> = []): Redaction {
	const forms: FormIndex = new Map();
	const register = (added: Iterable<string>): void => {
		for (const value of added) for (const form of formsOf(value)) remember(forms, form);
	};
	register(values);
	return { register, redact: (text) => (forms.size === 0 ? text : cover(text, occurrences(text, forms))) };
}

/** Forms by their first characters: a text is read once, however many secrets there are. */
type FormIndex = Map<string, Set<string>>;

function remember(forms: FormIndex, form: string): void {
	const start = form.slice(0, SHORTEST_SECRET);
	forms.set(start, (forms.get(start) ?? new Set()).add(form));
}

/**
 * The value, each line of a multi-line value, and what encoders make of both: base64 at its three alignments (so that
 * `Basic` headers are found too), URL, JSON and HTML escapes.
 */
export function formsOf(value: string): string[] {
	const lines = value.split(/\r\n|[\n\r]/u).map((line) => line.trim());
	const plain = [value, value.trim(), ...lines].filter((part) => part.length >= SHORTEST_SECRET);
	return [...new Set(plain.flatMap((part) => [part, ...encodedForms(part)]))];
}

function encodedForms(value: string): string[] {
	const url = encodeURIComponent(value.toWellFormed());
	const json = JSON.stringify(value).slice(1, -1);
	const html = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
	return [
		...[0, 1, 2].flatMap((shift) => base64Forms(value, shift)),
		url,
		url.replace(/%[0-9A-F]{2}/gu, (digits) => digits.toLowerCase()),
		url.replaceAll('%20', '+'),
		json,
		html,
		html.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
	];
}

/** What base64 of any text that holds the value at this offset (modulo 3) must contain. */
function base64Forms(value: string, shift: number): string[] {
	const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(value)]);
	const whole = bytes.toString('base64').replaceAll('=', '');
	// A digit that also carries bits of a neighbouring byte differs from text to text.
	const start = shift === 0 ? 0 : shift + 1;
	const end = bytes.length % 3 === 0 ? whole.length : whole.length - 1;
	const sure = whole.slice(start, end);
	return [sure, sure.replaceAll('+', '-').replaceAll('/', '_')];
}

/** Half-open ranges, sorted by start. */
function occurrences(text: string, forms: FormIndex): [start: number, end: number][] {
	const found: [number, number][] = [];
	for (let at = 0; at + SHORTEST_SECRET <= text.length; at += 1) {
		for (const form of forms.get(text.slice(at, at + SHORTEST_SECRET)) ?? []) {
			if (text.startsWith(form, at)) found.push([at, at + form.length]);
		}
	}
	return found;
}

/** Overlapping occurrences are one: replacing them in turn would leave the tail of the second. */
function cover(text: string, ranges: readonly [start: number, end: number][]): string {
	let covered = '';
	let done = 0;
	for (const [start, end] of ranges) {
		if (start >= done) covered += text.slice(done, start) + MASK;
		done = Math.max(done, end);
	}
	return covered + text.slice(done);
}
