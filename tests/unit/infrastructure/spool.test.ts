import { describe, expect, it } from 'vitest';
import { Spool } from '../../../src/infrastructure/spool.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const UNCOMMON = 'banner ^C\r\n\u{1F6A7} \u00FC\u0000\r\n^C\n';

describe('Spool', () => {
	it('gives texts back letter for letter, in whatever order they are asked for', async () => {
		await using folder = await temporaryFolder('spool-');
		using spool = new Spool({ folder: folder.path, what: 'this', warn: () => {}, memoryBytes: 0 });
		const texts = [UNCOMMON, '', 'hostname a\n'.repeat(100_000)];

		const asides = texts.map(spool.putAside);

		expect(asides.toReversed().map((read) => read())).toEqual(texts.toReversed());
	});

	it('keeps in memory what a disk refuses, and says so once', () => {
		const warnings: string[] = [];
		const warn = (sentence: string): unknown => warnings.push(sentence);
		using spool = new Spool({ folder: '/proc/nope', what: 'this', warn, memoryBytes: 0 });

		expect([spool.putAside('one')(), spool.putAside('two')(), spool.isRefused]).toEqual(['one', 'two', true]);
		expect(warnings).toHaveLength(1);
	});

	it('says what cannot be read any more', async () => {
		await using folder = await temporaryFolder('spool-');
		const spool = new Spool({ folder: folder.path, what: 'this', warn: () => {}, memoryBytes: 0 });
		const read = spool.putAside('one');
		spool[Symbol.dispose]();

		expect(read).toThrow('after its end');
	});
});
