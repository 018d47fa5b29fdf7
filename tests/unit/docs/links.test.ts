import { existsSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { anchorsOf, documents, linksOf, readFile } from '../../support/docs/documents.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PICTURE_BYTES = 200_000;

/** Path from the root and anchor; null for an address elsewhere. */
function resolve(from: string, link: string): { readonly path: string; readonly anchor: string | null } | null {
	if (/^https?:/.test(link)) return null;
	const [path = '', anchor = null] = link.split('#');
	return { path: path === '' ? from : posix.join(posix.dirname(from), path), anchor };
}

describe.each(documents())('links of $path', (document) => {
	const targets = linksOf(document).flatMap((link) => {
		const target = resolve(document.path, link);
		return target === null ? [] : [{ ...target, link }];
	});

	it('lead to files that are there', () => {
		expect(targets.filter(({ path }) => !existsSync(ROOT + path)).map(({ link }) => link)).toEqual([]);
	});

	it('lead to headings that are there', () => {
		const lost = targets.filter(({ path, anchor }) => anchor !== null && !anchorsOf(readFile(path)).includes(anchor));

		expect(lost.map(({ link }) => link)).toEqual([]);
	});

	it('show pictures that load quickly', () => {
		const large = targets.filter(({ path }) => path.endsWith('.png') && statSync(ROOT + path).size >= PICTURE_BYTES);

		expect(large).toEqual([]);
	});
});
