import { RE2JS, RE2JSException, RE2Set } from 're2js';
import { DriftAuditError } from '../../errors.ts';
import type { LineMatch, LinePattern } from './pattern.ts';

/** A pattern that also knows what it captures. */
export interface LinearPattern extends LinePattern {
	/** Named groups, in the order in which they stand. */
	readonly groupNames: readonly string[];
}

/** Longer than any pattern for one line of a configuration; keeps compiling cheap. */
const MAX_SOURCE_LENGTH = 2000;

/**
 * Compiles a regular expression that a user wrote, on an engine whose time grows linearly with the line, whatever the
 * expression: no back-references, no look-around. Throws a `DriftAuditError` (`ERR_CONFIGURATION`) whose message is the
 * engine's reason.
 *
 * @example
 * compileLinearPattern('^key (?<secret>\\S+)').exec('key hunter2')?.indices?.groups //=> { secret: [4, 11] }
 */
export function compileLinearPattern(source: string): LinearPattern {
	const compiled = compile(source);
	const groupNames = Object.keys(compiled.namedGroups());
	return {
		source,
		groupNames,
		test: (line) => compiled.test(line),
		exec(line): LineMatch | null {
			const matcher = compiled.matcher(line);
			if (!matcher.find()) return null;
			const groups: Record<string, string | undefined> = {};
			const spans: Record<string, readonly [number, number] | undefined> = {};
			for (const name of groupNames) {
				const start = matcher.start(name);
				groups[name] = start < 0 ? undefined : (matcher.group(name) ?? undefined);
				spans[name] = start < 0 ? undefined : [start, matcher.end(name)];
			}
			return { groups, indices: { groups: spans } };
		},
	};
}

/** Asks patterns that compile, all in one pass over the line, whether one of them matches. */
export function anyOfLinear(sources: readonly string[]): (line: string) => boolean {
	const set = new RE2Set();
	for (const source of sources) set.add(source);
	set.compile();
	return (line) => set.match(line).length > 0;
}

function compile(source: string): RE2JS {
	if (source.length > MAX_SOURCE_LENGTH) {
		throw new DriftAuditError('ERR_CONFIGURATION', `it is longer than ${MAX_SOURCE_LENGTH} characters`);
	}
	try {
		return RE2JS.compile(source);
	} catch (error) {
		if (!(error instanceof RE2JSException)) throw error;
		const reason = error.message.replace(/^error parsing regexp: /, '');
		throw new DriftAuditError('ERR_CONFIGURATION', reason, { cause: error });
	}
}
