import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { adoptConfig } from '../../src/domain/adopt/adopt-config.ts';
import { calculateDiff } from '../../src/domain/compare/calculate-diff.ts';
import { parseValues } from '../../src/domain/compare/lists/value-set.ts';
import { rangedReader, rulesIn } from '../../src/domain/compare/ranges/ranged-line.ts';
import { spellerOf } from '../../src/domain/compare/spellings/spelling.ts';
import { statedDefaults } from '../../src/domain/compare/spellings/stated-defaults.ts';
import { prepareConfig } from '../../src/domain/config/prepare-config.ts';
import { withHiddenSecrets } from '../../src/domain/masking/fingerprint.ts';
import { withIgnoredSecrets } from '../../src/domain/masking/ignored-secrets.ts';
import { maskContent } from '../../src/domain/masking/mask-content.ts';
import type { MaskingPattern } from '../../src/domain/masking/pattern.ts';
import { redactedText } from '../../src/domain/masking/redacted-text.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import { secretsOnly } from '../../src/domain/masking/secrets-only.ts';
import type { Platform } from '../../src/domain/platform/platform.ts';
import type { Syntax } from '../../src/domain/platform/syntax.ts';
import { masksInAllForms } from '../../src/domain/platform/text-form.ts';
import { remediate } from '../../src/domain/remediation/remediate.ts';
import { platforms } from '../../src/platforms/index.ts';
import { findIncompleteness } from '../support/at-once.ts';
import { platformOf } from '../support/platform-of.ts';
import { documentFolders, readings } from '../support/readings.ts';

const fixtures = new URL('./', import.meta.url);
const sources = new URL('../../src/platforms/', import.meta.url);

/** Goldens hold fingerprints, and those depend on the key. */
const FINGERPRINT_KEY = 'fixtures';

const fixtureFiles = (extension: string): readonly string[] => [
	`in-sync/intended.${extension}`,
	`in-sync/running.${extension}`,
	`drift/intended.${extension}`,
	`drift/running.${extension}`,
	'drift/changes.json',
	'masked.cfg',
	'must-not-appear.txt',
];

const EMPTY = { intended: [], running: [] };

const read = (path: string): string => readFileSync(new URL(path, fixtures), 'utf8');

describe('the registry', () => {
	it('knows every platform file and nothing else', () => {
		const files = readdirSync(sources).filter((file) => file.endsWith('.ts') && file !== 'index.ts');
		const names = files.map((file) => file.replace(/\.ts$/, '').replaceAll('-', '_'));

		expect(names.toSorted()).toEqual(platforms.names);
	});

	it('has a folder of fixtures for every platform and nothing else', () => {
		const folders = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory());

		expect(folders.map(({ name }) => name).toSorted()).toEqual(platforms.names);
		const documents = readings.map(({ folder }) => folder).filter((folder) => folder.includes('/'));
		expect(documentFolders(fixtures).toSorted()).toEqual(documents.toSorted());
	});

	it('gives no two platforms the same name or alias', () => {
		const known = platforms.names.map(platformOf).flatMap(({ name, aliases }) => [name, ...aliases]);

		expect(known).toEqual([...new Set(known)]);
		for (const name of known) expect(platforms.resolve(name)).not.toBeNull();
	});

	it('resolves an alias in any case and refuses what it does not know', () => {
		expect(platforms.resolve('IOS')?.name).toBe('cisco_ios');
		expect(platforms.resolve('IOS-XE')?.name).toBe('cisco_xe');
		expect(platforms.resolve('cisco_oss')).toBeNull();
	});

	it('gives no two patterns the same id', () => {
		const patterns = new Set(platforms.names.map(platformOf).flatMap(masksInAllForms));
		const ids = [...patterns].map(({ id }) => id);

		expect(ids).toEqual([...new Set(ids)]);
	});
});

describe.each(readings.map((reading) => [reading.folder, reading] as const))('%s', (name, { platform, extension }) => {
	const text = (file: string): string => read(`${name}/${file}.${extension}`);
	const masks = compileMasks(platform, { fingerprintKey: FINGERPRINT_KEY });
	const inSync = () => ({
		intended: text('in-sync/intended'),
		running: text('in-sync/running'),
	});
	const drift = () => ({ intended: text('drift/intended'), running: text('drift/running') });

	it('has every fixture', () => {
		expect(fixtureFiles(extension).filter((file) => !existsSync(new URL(`${name}/${file}`, fixtures)))).toEqual([]);
	});

	it('sees no drift in volatile lines, placeholders and another order of unordered lines', () => {
		const { intended, running } = inSync();

		expect(calculateDiff(running, intended, masks).diff).toBe('');
	});

	it('sees exactly the drift that is there', () => {
		const { intended, running } = drift();

		const changes = calculateDiff(running, intended, masks).changes.map(
			({ class: _, nearLine: __, ...change }) => change,
		);

		expect(changes).toEqual(JSON.parse(read(`${name}/drift/changes.json`)));
	});

	it('masks as the golden file says', async () => {
		const { text } = maskContent(inSync().running, masks);

		await expect(text).toMatchFileSnapshot(new URL(`${name}/masked.cfg`, fixtures).pathname);
	});

	it('lets no secret of the fixtures through', () => {
		const secrets = read(`${name}/must-not-appear.txt`).trim().split('\n');
		const texts = [inSync(), drift()].flatMap(({ intended, running }) => [
			maskContent(intended, masks).text,
			maskContent(running, masks).text,
			JSON.stringify(calculateDiff(running, intended, masks)),
		]);
		const raw = [inSync(), drift()].flatMap(({ intended, running }) => [intended, running]).join('\n');

		expect(secrets.filter((secret) => texts.some((text) => text.includes(secret)))).toEqual([]);
		expect(secrets.filter((secret) => !raw.includes(secret))).toEqual([]);
	});

	it('is in sync with an intended config that adopts its drift, and writes no secret', () => {
		const { intended, running } = drift();

		const { text: adopted, refused } = adoptConfig({ text: intended, running: prepareConfig(running, masks), masks });

		expect(refused).toEqual([]);
		expect(calculateDiff(running, adopted, masks).diff, adopted).toBe('');
		const secrets = read(`${name}/must-not-appear.txt`).trim().split('\n');
		expect(secrets.filter((secret) => adopted.includes(secret) && !intended.includes(secret))).toEqual([]);
	});

	it('adopts its drift into a file with other line ends as well, and keeps these', () => {
		const { intended, running } = drift();
		const device = prepareConfig(running, masks);
		const adopted = (text: string): string => adoptConfig({ text, running: device, masks }).text;
		const forms: readonly ((text: string) => string)[] = [
			(text) => text.replaceAll('\n', '\r\n'),
			(text) => text.trimEnd(),
			(text) => text.trimEnd().replaceAll('\n', '\r\n'),
		];

		const plain = adopted(intended);

		for (const inForm of forms) expect(adopted(inForm(intended))).toBe(inForm(plain));
	});

	it('says the commands that would mend its drift, where it is mended by commands', () => {
		const { intended, running } = drift();
		const both = { intended: prepareConfig(intended, masks), running: prepareConfig(running, masks) };

		const commands = remediate(both, calculateDiff(running, intended, masks).changes, platform);

		// Documents of an API and the config.xml of the firewalls are edited.
		const isEdited = platform.syntax.style === 'xml' || name.includes('/');
		expect(commands.length > 0).toBe(!isEdited);
		const secrets = read(`${name}/must-not-appear.txt`).trim().split('\n');
		expect(secrets.filter((secret) => commands.join('\n').includes(secret))).toEqual([]);
	});

	it.each([['in-sync'], ['drift']])('is in sync with an intended config that is fetched from %s', (folder) => {
		const running = withSecretsKnownByForm(text(`${folder}/running`), platform.syntax);

		const written = redactedText(prepareConfig(running, masks), platform);

		expect(calculateDiff(running, written, masks).diff, written).toBe('');
		// So that it can stand for the device in --running-dir.
		expect(findIncompleteness(written, platform), written).toBeNull();
		const secrets = [...FORM_SECRETS, ...read(`${name}/must-not-appear.txt`).trim().split('\n')];
		expect(secrets.filter((secret) => written.includes(secret))).toEqual([]);
		for (const secret of FORM_SECRETS) expect(running).toContain(secret);
		if (platform.syntax.style === 'json' && running.startsWith('{')) expect(() => JSON.parse(written)).not.toThrow();
	});

	it('takes the whole config for whole', () => {
		expect(findIncompleteness(inSync().running, platform)).toBeNull();
		expect(findIncompleteness(drift().running, platform)).toBeNull();
	});

	it('keeps a config without its secrets that is still whole, and still the same', () => {
		const { intended, running } = inSync();
		const kept = withHiddenSecrets(maskContent(running, secretsOnly(masks)).text);
		const secrets = read(`${name}/must-not-appear.txt`).trim().split('\n');

		expect(findIncompleteness(kept, platform)).toBeNull();
		expect(calculateDiff(kept, intended, withIgnoredSecrets(masks, ['*'])).diff).toBe('');
		expect(secrets.filter((secret) => kept.includes(secret))).toEqual([]);
	});

	it('takes no cut config for whole', () => {
		const lines = inSync().running.trimEnd().split('\n');

		const wrong = cutsThatShow(platform, lines).filter(
			(cut) => findIncompleteness(lines.slice(0, cut).join('\n'), platform) === null,
		);

		expect(wrong).toEqual([]);
	});

	it.each(platform.lists ?? [])(
		'reads the lists that $pattern is for, and no others',
		({ pattern, form, matches, spares, source }) => {
			const valuesOf = (line: string): unknown => {
				const values = pattern.exec(line)?.groups?.values;
				return values === undefined ? null : parseValues(values, form);
			};

			expect([matches.length > 0, spares.length > 0, source.length > 5]).toEqual([true, true, true]);
			for (const line of matches) expect(valuesOf(line), line).not.toBeNull();
			for (const line of spares) expect(valuesOf(line), line).toBeNull();
		},
	);

	it.each(platform.sequences ?? [])(
		'reads the sequences that $pattern is for, and no others',
		({ pattern, matches, spares, source }) => {
			expect([matches.length > 0, spares.length > 0, source.length > 5]).toEqual([true, true, true]);
			for (const line of matches) expect(pattern.exec(line)?.groups?.values, line).toBeDefined();
			for (const line of spares) expect(pattern.test(line), line).toBe(false);
		},
	);

	it.each(platform.ranges ?? [])(
		'reads the things that $pattern is for, and no others',
		({ matches, spares, source, ...rule }) => {
			const within = (rule.within ?? []).map(({ source: header }) => header.replaceAll(/[$^]/g, ''));
			const read = rangedReader(rulesIn(within, [{ ...rule, matches, spares, source }]), spellerOf(platform));

			expect([matches.length > 0, spares.length > 0, source.length > 5]).toEqual([true, true, true]);
			for (const line of matches) expect(read?.(line), line).not.toBeNull();
			for (const line of spares) expect(read?.(line), line).toBeNull();
		},
	);

	it.each(platform.shorthands ?? [])(
		'reads $pattern as what it stands for, and no others',
		({ pattern, section = '', lines, matches, spares, source }) => {
			expect([matches.length > 0, spares.length > 0, source.length > 5]).toEqual([true, true, true]);
			for (const line of matches) {
				const shown = [section, ...lines].map((text) => line.replace(pattern, text));

				expect([pattern.test(line), ...shown]).toEqual([true, ...shown.map(() => expect.not.stringMatching(/\$/))]);
				expect(shown.slice(1)).not.toContain('');
			}
			for (const line of spares) expect(pattern.test(line), line).toBe(false);
		},
	);

	it.each(platform.clearing ?? [])(
		'takes $pattern for a command that clears, and no others',
		({ pattern, takes, matches, spares, source }) => {
			expect([matches.length > 0, spares.length > 0, source.length > 5]).toEqual([true, true, true]);
			for (const line of matches)
				for (const taken of takes)
					expect([pattern.test(line), line.replace(pattern, taken)]).toEqual([true, expect.not.stringMatching(/\$/)]);
			for (const line of spares) expect(pattern.test(line), line).toBe(false);
		},
	);

	it.each(platform.defaults ?? [])(
		'takes $line for a default, and no other value',
		({ line, command, matches, spares, source }) => {
			expect([matches.length > 0, spares.length > 0, source.length > 5]).toEqual([true, true, true]);
			for (const text of matches) expect(line.test(text), text).toBe(true);
			for (const text of spares) expect(line.test(text), text).toBe(false);
			expect(command.source.startsWith('^')).toBe(true);
		},
	);

	it.each(platform.ports ?? [])(
		'takes what $header is for as it came, and no interface that somebody created',
		({ header, matches, spares, source }) => {
			expect([matches.length > 0, spares.length > 0, source.length > 5]).toEqual([true, true, true]);
			expect(header.source).toMatch(/^\^.*\$$/);
			for (const line of matches) expect(header.test(line), line).toBe(true);
			for (const line of spares) expect(header.test(line), line).toBe(false);
		},
	);

	it.each((platform.defaults ?? []).flatMap(({ line, matches }) => matches.map((text) => ({ text, line }))))(
		'takes no other statement for the default $text, and none in a section that no rule names',
		({ text, line }) => {
			const states = statedDefaults(EMPTY, { rules: platform.defaults ?? [], facts: EMPTY });
			const node = { text, lineNumber: 1, children: [], body: null };

			expect([line.test(`${text} more`), line.test(`more ${text}`)]).toEqual([false, false]);
			for (const leftOutBy of ['intended', 'running'] as const) {
				expect(states(node, { leftOutBy, others: [], lineage: ['more'] })).toBe(false);
			}
		},
	);

	it('reads whole statements, in sections that begin with their words', () => {
		const {
			clearing = [],
			defaults = [],
			lists = [],
			numbers = [],
			order,
			ranges = [],
			sequences = [],
			shorthands = [],
		} = platform;
		const whole = [...clearing, ...lists, ...ranges, ...sequences, ...shorthands].map(({ pattern }) => pattern);
		const entries = numbers.flatMap(({ numbered, plain }) => [numbered, plain]);
		const parents = [clearing, defaults, lists, numbers, order, ranges, sequences, shorthands]
			.flat()
			.flatMap(({ within = [] }) => within);
		const members = order.flatMap((rule) => (rule.kind === 'siblings' ? [rule.pattern] : []));

		expect([...whole, ...entries].filter(({ source }) => !/^\^.*\$$/.test(source))).toEqual([]);
		expect([...parents, ...members].filter(({ source }) => !/^(?:\^|\(\?:\^\|)/.test(source))).toEqual([]);
	});

	it('says where every other spelling comes from', () => {
		const { spellings = [] } = platform;

		expect(spellings.filter(({ source }) => source.length <= 5)).toEqual([]);
	});

	describe.each(platform.masks)('$id', (mask) => {
		it('matches what it is for', () => {
			expect(mask.matches.length).toBeGreaterThan(0);
			for (const line of mask.matches) expect(mask.pattern.exec(line)?.[0 as never], line).toBeDefined();
		});

		it('spares its look-alikes', () => {
			expect(mask.spares.length).toBeGreaterThan(0);
			for (const line of mask.spares) expect(mask.pattern.test(line), line).toBe(false);
		});

		it('changes nothing in what is masked already', () => {
			for (const line of mask.matches) {
				const { text } = maskContent(`${line}\n`, masks);

				expect(maskContent(text, masks).text).toBe(text);
			}
		});

		it('says why', () => {
			expect(mask.reason.length).toBeGreaterThan(5);
			expect(mask.id.startsWith(`${mask.kind}/`)).toBe(true);
		});
	});

	describe.each(platform.masks.filter(({ kind, scope }) => kind === 'secret' && scope !== 'block'))('$id', (mask) => {
		it('hides the secret behind a negation and in a comment too', () => {
			for (const line of mask.matches) {
				for (const variant of [`no ${line}`, `! ${line}`, `# ${line}`]) {
					expect(secretsIn(mask, variant), variant).toEqual(secretsIn(mask, line));
				}
			}
		});
	});
});

function secretsIn({ pattern }: MaskingPattern, line: string): readonly string[] {
	return Object.values(pattern.exec(line)?.groups ?? {}).filter((value) => value !== undefined);
}

/** No command tells that they are secrets. */
const FORM_SECRETS = ['$1$mERr$hx5rVt7rPNoS4wqbXKX7m0', '$6$q9Kx1f0a$ZcJ3Yw0pLr8sVtUe', '$6$q9Kx1f0a$second0pLr8sVtUe'];

/** A config with lines, keys or elements that hold secrets where no rule of a platform looks for any. */
function withSecretsKnownByForm(running: string, { style }: Syntax): string {
	const [one, two, three] = FORM_SECRETS;
	if (style === 'json') {
		return JSON.stringify({ ...JSON.parse(running), zzz: one, zzy: { note: `a "${two}" b`, other: three } }, null, 2);
	}
	if (style === 'xml') {
		const elements = `<zzz>${one}</zzz><zzy note="${one}"><note>a ${two} b</note><other>${three}</other></zzy>`;
		return running.replace(/<\/[^<>]+>\s*$/, (end) => `${elements}${end}`);
	}
	const lines = [
		`zzz-note ${one}`,
		`zzz-note "${two}"`,
		`zzz-pair ${two} and ${three}`,
		`zzz-list [ ${one} ${two} a ]`,
	];
	const end = style === 'braces' && running.includes(';\n') ? ';' : '';
	return `${lines.map((line) => `${line}${end}\n`).join('')}${running}`;
}

/** How many lines may be left of a config so that the platform's own proof must notice. */
function cutsThatShow({ completeness }: Platform, lines: readonly string[]): readonly number[] {
	// What a cluster prints below the config is not config.
	const last = lines.findLastIndex((line) => line !== '' && !line.startsWith('{'));
	const cuts = lines.map((_, index) => index).filter((cut) => cut <= last);
	switch (completeness.proof) {
		case 'balanced-braces':
			// Between two top-level sections nothing tells what is missing.
			return cuts.filter((cut) => lines[cut - 1] !== '}');
		case 'balanced-blocks':
			return cuts.filter((cut) => lines[cut - 1] !== 'end');
		case 'required-line':
		case 'channel':
			return cuts.filter((cut) => cut < completeness.minLines);
		default:
			return cuts;
	}
}
