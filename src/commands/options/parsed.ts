import { InvalidArgumentError } from 'commander';
import type { Parser } from '../../settings/input-parsers.ts';

/** An option that is read like the input of the same name. */
export function parsed<Value>(parse: Parser<Value>): (text: string) => Value {
	return (text) => {
		const result = parse(text);
		if (result.status === 'valid') return result.value;
		throw new InvalidArgumentError(result.fix);
	};
}
