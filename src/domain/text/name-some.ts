import { formatCount } from './count-words.ts';

/**
 * `edge-01, edge-02 and 1,204 more`: for a sentence that need not hold all of them.
 *
 * @param options.most - how many are named
 * @param options.write - how the place that shows a name writes it: escaped, in bold
 */
export function nameSome(
	names: readonly string[],
	{ most, write = (name) => name }: { readonly most: number; readonly write?: (name: string) => string },
): string {
	const shown = names.slice(0, most).map(write).join(', ');
	return names.length > most ? `${shown} and ${formatCount(names.length - most)} more` : shown;
}
