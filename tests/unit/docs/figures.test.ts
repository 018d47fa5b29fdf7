import { describe, expect, it } from 'vitest';
import { type Document, documents, readFile } from '../../support/docs/documents.ts';

/** A figure that was measured. Settings are written `30s`, and nobody sets a tenth of a second. */
const MEASURED = /\d (?:ms|µs|MB|kB|MB\/s|devices\/s)(?!\w)|\d\.\d s(?!\w)/u;
/** Limits and paces that look like it. */
const LIMITS = ['fit into 20 kB', 'every 0.1 s', 'after 0.2 s'];

const DATE = /\b20\d\d-\d\d-\d\d\b/u;
const MACHINE = /\b\d+ (?:busy |quiet )?cores\b/u;
/** Of ours, or of the program that was measured. */
const COMMAND = /`(?:npm run [\w:-]+|(?:node )?dist\/cli\.js|fleet-drift) ?[^`]*`/u;

interface Passage {
	readonly where: string;
	readonly text: string;
}

/** What stands below one heading. A decision is one page about one thing, and is read as a whole. */
function passagesOf({ path, text }: Document): readonly Passage[] {
	if (path.startsWith('docs/adr/')) return [{ where: path, text }];
	return text.split(/^(?=#{1,6} )/mu).map((section) => ({
		where: `${path}: ${/^#+ (.*)/u.exec(section)?.[1] ?? 'top'}`,
		text: section,
	}));
}

function lacksOf({ where, text }: Passage): readonly string[] {
	const said = LIMITS.reduce((rest, limit) => rest.replaceAll(limit, ''), text.replaceAll(/^```.*?^```$/gmsu, ''));
	if (!MEASURED.test(said)) return [];
	const isDecision = where.startsWith('docs/adr/');
	return [
		DATE.test(said) ? [] : [`${where} has figures and no date`],
		MACHINE.test(said) ? [] : [`${where} has figures and does not say on how many cores`],
		isDecision || COMMAND.test(said) ? [] : [`${where} has figures and no command`],
		...rowsOf(said).map((row) =>
			COMMAND.test(row) || row.includes('the same') ? [] : [`${where}: no command in ${row}`],
		),
	].flat();
}

/** Rows of tables that have a column for the command. */
function rowsOf(text: string): readonly string[] {
	const tables = text.match(/(?:^\|.*\n)+/gmu) ?? [];
	return tables
		.map((table) => table.trimEnd().split('\n'))
		.filter(([headings = '']) => headings.includes('| Command |'))
		.flatMap((rows) => rows.slice(2).filter((row) => MEASURED.test(row)));
}

describe('figures in the documents', () => {
	it('are found where they lack what makes them worth something', () => {
		const of = (text: string): readonly string[] => lacksOf({ where: 'x', text });

		expect(of('It waits 30s, at most 5 minutes, for 20 devices.')).toEqual([]);
		expect(of('It takes 12 ms.')).toHaveLength(3);
		expect(of('It takes 1.2 s (`npm run bench`, 2 cores, 2026-11-28).')).toEqual([]);
		expect(
			of(
				'2 cores, 2026-11-28, `npm run bench`.\n\n| What | Figure | Command |\n| --- | --- | --- |\n| it | 2 ms | |\n',
			),
		).toEqual(['x: no command in | it | 2 ms | |']);
	});

	it('name the command, the machine and the date', () => {
		// A change log tells of what is, and has limits only.
		const read = documents().filter(({ path }) => path !== 'CHANGELOG.md');

		expect(read.flatMap(passagesOf).flatMap(lacksOf)).toEqual([]);
	});

	it('come from commands that there are', () => {
		const { scripts } = JSON.parse(readFile('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
		const named = documents().flatMap(({ text }) =>
			[...text.matchAll(/`npm run ([\w:-]+)/gu)].map(([, name = '']) => name),
		);

		expect(named.length).toBeGreaterThan(20);
		expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
	});
});
