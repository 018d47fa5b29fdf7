import type { z } from 'zod';
import { knownKeys } from '../schema/known-keys.ts';
import type { Path } from '../yaml/yaml-index.ts';
import { closest, didYouMean } from './closest.ts';
import { label, quote } from './path-label.ts';
import type { Finding } from './problem-list.ts';

type Issue = z.core.$ZodIssue;

/** A key that the schema does not know there. */
export function unknownKey(path: Path, key: string): Finding {
	const known = knownKeys(path);
	const keys = `${didYouMean(key, known)}Keys here: ${known.join(', ')}`;
	// Text that slipped out of its place under credentials may be a secret.
	if (path[0] === 'credentials') return { message: `unknown key in ${label(path)}`, fix: keys };
	const message = `unknown key ${quote(key)}${path.length === 0 ? '' : ` in ${label(path)}`}`;
	if (key === '<<') return { message, fix: 'Merge keys are not read; put what devices share into defaults' };
	if (knownKeys(['credentials', '*']).includes(key)) {
		return {
			message,
			fix: 'Logins go under the top-level key credentials; here goes only the name of one: credentials: NAME',
		};
	}
	return { message, fix: keys };
}

/** The known key that an unknown one was most likely meant to be; null where its fix is another than to write it right. */
export function meantKey(path: Path, key: string): string | null {
	if (key === '<<' || (path[0] !== 'credentials' && knownKeys(['credentials', '*']).includes(key))) return null;
	return closest(key, knownKeys(path));
}

/** A name, chosen by the user, that the schema refuses. */
export function badName(path: Path, fix: string): Finding {
	const section = label(path.slice(0, -1));
	if (path[0] === 'credentials') return { message: `a name in ${section} is not usable`, fix };
	return { message: `${quote(String(path.at(-1)))} cannot be a name in ${section}`, fix };
}

/** A key that has to be there. */
export function missing(path: Path, issue: Issue): Finding {
	const key = String(path.at(-1));
	const owner = path.length === 1 ? 'the file' : label(path.slice(0, -1));
	return { message: `${owner} has no ${key}`, fix: `Add ${key}. ${fixOf(issue)}` };
}

/** A value that the schema refuses. */
export function badValue(path: Path, issue: Issue): Finding {
	const where = path.length === 0 ? 'the file' : label(path);
	const fix = fixOf(issue);
	if (issue.input === null) return { message: `${where} has no value`, fix: `${fix}, or delete the line` };
	if (issue.code === 'invalid_type' && isContainer(issue.expected)) {
		return { message: `${where} is not a ${issue.expected === 'array' ? 'list' : 'mapping'}`, fix };
	}
	if (issue.code === 'custom' && typeof issue.input === 'object') return { message: `${where} is empty`, fix };
	if (issue.code === 'too_small' && Array.isArray(issue.input)) return { message: `${where} is empty`, fix };
	if (path[0] === 'credentials' || path.at(-1) === 'token') {
		const isLogin = path.at(-1) === 'username';
		return { message: isLogin ? `${where} is not a login name` : `${where} is not a reference but a value`, fix };
	}
	// `user:password@host` and `https://host/?token=…` are what people paste.
	const shown = typeof issue.input === 'string' && /@|\?.*=/su.test(issue.input) ? 'this value' : shortly(issue.input);
	return { message: `${where} cannot be ${shown}`, fix: isQuotedNumber(issue) ? `${fix}, without quotes` : fix };
}

/** `port: "22"`, which reads like what is asked for. */
function isQuotedNumber(issue: Issue): boolean {
	if (typeof issue.input !== 'string' || !/^\d+$/.test(issue.input)) return false;
	if (issue.code === 'invalid_value') return issue.values.includes(Number(issue.input));
	return issue.code === 'invalid_type' && ['number', 'int'].includes(issue.expected);
}

function fixOf(issue: Issue): string {
	if (issue.code === 'invalid_type' && issue.expected === 'array') return 'Write a list, such as [a, b]';
	if (issue.code === 'invalid_type' && isContainer(issue.expected)) {
		return `Write "key: value" lines below it. Keys: ${knownKeys(issue.path.map(String)).join(', ') || 'names of your choice'}`;
	}
	return issue.message;
}

function isContainer(expected: string): boolean {
	return ['object', 'record', 'array'].includes(expected);
}

function shortly(value: unknown): string {
	if (typeof value === 'string') return quote(value);
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' ? 'a mapping' : String(value);
}
