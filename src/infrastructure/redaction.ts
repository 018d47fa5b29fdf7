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

/** A redaction that knows these values, and learns those that are registered later. */
export function createRedaction(values: Iterable<string> = []): Redaction {
	const forms: FormIndex = { byStart: new Map(), mayStart: new Uint8Array(TRACES) };
	const register = (added: Iterable<string>): void => {
		for (const value of added) for (const form of formsOf(value)) remember(forms, form);
	};
	register(values);
	return { register, redact: (text) => (forms.byStart.size === 0 ? text : cover(text, occurrences(text, forms))) };
}

/** Forms by their first characters: a text is read once, however many secrets there are. */
interface FormIndex {
	readonly byStart: Map<string, Set<string>>;
	/** 1 at the trace of every start. At most places of a text there is none, and nothing to be looked up. */
	readonly mayStart: Uint8Array;
}

function remember({ byStart, mayStart }: FormIndex, form: string): void {
	const start = form.slice(0, SHORTEST_SECRET);
	byStart.set(start, (byStart.get(start) ?? new Set()).add(form));
	let last = 0;
	for (let at = 0; at < start.length; at += 1) last = followedBy(last, start.charCodeAt(at));
	mayStart[traceOf(last)] = 1;
}

const TRACES = 2 ** 16;

/** The last four characters, a byte of each; other characters may have the same ones. */
function followedBy(last: number, character: number): number {
	return (last << 8) | (character & 0xff);
}

/** Spread over all traces by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
function traceOf(last: number): number {
	return Math.imul(last, 0x9e37_79b1) >>> 16;
}

/**
 * The value, each line of a multi-line value, and what encoders make of both: base64 at its three alignments (so that
 * `Basic` headers are found too), URL, JSON and HTML escapes.
 */
export function formsOf(value: string): string[] {
	const lines = value.split(/\r\n|[\n\r]/u).map((line) => line.trim());
	// Messages and configs are shown with single blanks.
	const oneLine = value.trim().replaceAll(/\s+/gu, ' ');
	const plain = [value, value.trim(), oneLine, ...lines].filter((part) => part.length >= SHORTEST_SECRET);
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
function occurrences(text: string, { byStart, mayStart }: FormIndex): [start: number, end: number][] {
	const found: [number, number][] = [];
	let last = 0;
	for (let end = 0; end < text.length; end += 1) {
		last = followedBy(last, text.charCodeAt(end));
		const at = end + 1 - SHORTEST_SECRET;
		if (at < 0 || mayStart[traceOf(last)] === 0) continue;
		for (const form of byStart.get(text.slice(at, end + 1)) ?? []) {
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
