import { RE2JS } from 're2js';
import { compileLinearPattern } from '../masking/linear-pattern.ts';

/**
 * A regular expression that a user wrote, wherever a built-in one is expected: whatever is asked of it is answered by the
 * engine of `compileLinearPattern`, in time that grows linearly with the text. Methods of strings that take a RegExp
 * (`search`, `replace`) go through `exec` too (ECMA-262, RegExpExec).
 *
 * @throws DriftAuditError `ERR_CONFIGURATION` with the engine's reason
 */
export class LinearRegExp extends RegExp {
	readonly #source: string;
	readonly #compiled: RE2JS;
	readonly #groupNames: readonly string[];

	constructor(source: string) {
		super('(?:)');
		this.#groupNames = compileLinearPattern(source).groupNames;
		this.#source = source;
		this.#compiled = RE2JS.compile(source);
	}

	override get source(): string {
		return this.#source;
	}

	override test(text: string): boolean {
		return this.#compiled.test(text);
	}

	override exec(text: string): RegExpExecArray | null {
		const matcher = this.#compiled.matcher(text);
		if (!matcher.find()) return null;
		const captures = Array.from({ length: matcher.groupCount() + 1 }, (_, at) => matcher.group(at) ?? undefined);
		const names = this.#groupNames.map((name) => [name, matcher.group(name) ?? undefined] as const);
		return Object.assign(captures as [string, ...string[]], {
			index: matcher.start(),
			input: text,
			groups: names.length === 0 ? undefined : (Object.fromEntries(names) as Record<string, string>),
		});
	}
}
