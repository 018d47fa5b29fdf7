/**
 * The statements on one printed line: `system { host-name a; services { ssh; } }` says the same as six lines. null where the
 * line holds one statement, as devices print it.
 *
 * @example statementsOn('system { host-name a; }') //=> ['system {', 'host-name a;', '}']
 */
export function statementsOn(raw: string): readonly string[] | null {
	const first = raw.search(/[{};]/);
	const isRemarked = raw.startsWith('/*', raw.length - raw.trimStart().length);
	if (first === -1 || (first === raw.length - 1 && !isRemarked)) return null;
	const indent = raw.slice(0, raw.length - raw.trimStart().length);
	const statements: string[] = [];
	let start = 0;
	/** Whether the statement at hand has begun: a remark in front of one stands for itself. */
	let begun = false;
	const cut = (end: number): void => {
		const text = raw.slice(start, end).trim();
		if (text !== '') statements.push(indent + text);
		start = end;
		begun = false;
	};
	for (let at = 0; at < raw.length; at += 1) {
		const character = raw[at];
		if (character === '"') {
			at = endOfString(raw, at);
		} else if (character === '{' && isTemplate(raw, at)) {
			at = raw.indexOf('}', at) + (raw[at + 1] === '{' ? 1 : 0);
		} else if (character === '#') {
			break;
		} else if (raw.startsWith('/*', at)) {
			const end = raw.indexOf('*/', at + 2);
			at = end === -1 ? raw.length : end + 1;
			if (!begun) cut(at + 1);
		} else if (character === ';') {
			cut(at + 1);
		} else if (character === '{') {
			const empty = /^\s*\};?/.exec(raw.slice(at + 1, at + 200))?.[0] ?? '';
			at += empty.length;
			cut(at + 1);
		} else if (character === '}') {
			cut(at);
			cut(at + 1);
		}
		begun ||= start <= at && character !== ' ';
	}
	const rest = raw.slice(start).trim();
	if (rest.startsWith('#') && statements.length > 0) statements.push(`${statements.pop()} ${rest}`);
	else cut(raw.length);
	return statements.length > 1 ? statements : null;
}

/** Whether braces are those of a placeholder: `{{ snmp_ro }}`, `${SNMP_RO}`. */
function isTemplate(raw: string, at: number): boolean {
	return raw[at - 1] === '$'
		? /^\{[^{}]*\}/.test(raw.slice(at, at + LONGEST_TEMPLATE))
		: raw.startsWith('{{', at) && /^\{\{[^{}]*\}\}/.test(raw.slice(at, at + LONGEST_TEMPLATE));
}

const LONGEST_TEMPLATE = 500;

/** Where a quoted text ends; the end of the line where it goes on in the next one. */
function endOfString(raw: string, start: number): number {
	for (let at = start + 1; at < raw.length; at += 1) {
		if (raw[at] === '\\') at += 1;
		else if (raw[at] === '"') return at;
	}
	return raw.length;
}
