/**
 * A name for selecting and for paths out of one that people wrote.
 *
 * @example
 * asSlug('Amsterdam DC 1 (old)') //=> 'Amsterdam-DC-1-old'
 */
export function asSlug(text: string): string {
	return text
		.normalize('NFKD')
		.replaceAll(/\p{M}/gu, '')
		.replaceAll(/[^A-Za-z0-9._]+/g, '-')
		.replaceAll(/\.{2,}/g, '.')
		.replaceAll(/^[^A-Za-z0-9]+|-+$/g, '');
}
