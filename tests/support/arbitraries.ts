import fc from 'fast-check';
import type { MaskingPattern } from '../../src/domain/masking/pattern.ts';
import type { Platform } from '../../src/domain/platform/platform.ts';
import { platformOf } from './platform-of.ts';

/** A statement of a generated config. `id` tells it from every other one. */
export interface Statement {
	readonly id: number;
	/** Without punctuation, as a change shows it. */
	readonly text: string;
	readonly children: readonly Statement[];
	/** Lines between the delimiters of a banner; null for everything else. */
	readonly banner: readonly string[] | null;
}

/** A generated config of one platform. */
export interface GeneratedConfig {
	readonly platform: Platform;
	readonly statements: readonly Statement[];
	/** Lines that hold secrets, taken from the platform's own patterns. */
	readonly secrets: readonly SecretLine[];
}

export interface SecretLine {
	readonly line: string;
	/** What must not survive. */
	readonly values: readonly string[];
}

/** How a platform writes what the generator thinks up. */
interface Dialect {
	readonly platform: string;
	readonly indent: number;
	readonly end: string | null;
	readonly section: (id: number) => string;
	readonly orderedSection: (id: number) => string;
	readonly entry: (id: number, value: string) => string;
	/** Text around a banner's lines; null where the platform has none. */
	readonly banner: { readonly head: string; readonly open: string; readonly close: string } | null;
}

const DIALECTS: readonly Dialect[] = [
	{
		platform: 'cisco_ios',
		indent: 1,
		end: 'end',
		section: (id) => `interface GigabitEthernet0/${id}`,
		orderedSection: (id) => `ip access-list extended LIST-${id}`,
		entry: (id, value) => `permit tcp any host 192.0.2.1 eq ${id} ${value}`,
		banner: { head: 'banner motd', open: ' ^C', close: '^C' },
	},
	{
		platform: 'cisco_nxos',
		indent: 2,
		end: null,
		section: (id) => `interface Ethernet1/${id}`,
		orderedSection: (id) => `policy-map type qos MAP-${id}`,
		entry: (id, value) => `class CLASS-${id} ${value}`,
		banner: { head: 'banner motd', open: ' #', close: '#' },
	},
	{
		platform: 'cisco_xr',
		indent: 1,
		end: 'end',
		section: (id) => `interface GigabitEthernet0/0/0/${id}`,
		orderedSection: (id) => `ipv4 access-list LIST-${id}`,
		entry: (id, value) => `${id} permit tcp any host 192.0.2.1 ${value}`,
		banner: { head: 'banner motd', open: ' $', close: '$' },
	},
	{
		platform: 'arista_eos',
		indent: 3,
		end: 'end',
		section: (id) => `interface Ethernet${id}`,
		orderedSection: (id) => `ip access-list LIST-${id}`,
		entry: (id, value) => `permit tcp any host 192.0.2.1 eq ${id} ${value}`,
		banner: { head: 'banner login', open: '', close: 'EOF' },
	},
	{
		platform: 'juniper_junos',
		indent: 4,
		end: null,
		section: (id) => `ge-0/0/${id}`,
		orderedSection: (id) => `policy-statement POLICY-${id}`,
		entry: (id, value) => `term TERM-${id} ${value}`,
		banner: null,
	},
	{
		platform: 'frr',
		indent: 1,
		end: 'end',
		section: (id) => `interface eth${id}`,
		orderedSection: (id) => `policy-map MAP-${id}`,
		entry: (id, value) => `match ${id} ${value}`,
		banner: null,
	},
];

/** Words that say nothing to any pattern. */
const word = fc.stringMatching(/^v[0-9a-f]{1,6}$/);

/** A config of one platform: sections in sections, an ordered section, a banner, secrets. */
export const generatedConfig: fc.Arbitrary<GeneratedConfig> = fc
	.constantFrom(...DIALECTS)
	.chain((dialect) =>
		fc.record({
			sections: fc.array(fc.array(fc.array(word, { maxLength: 3 }), { minLength: 1, maxLength: 4 }), { maxLength: 4 }),
			settings: fc.array(word, { minLength: 1, maxLength: 6 }),
			entries: fc.array(word, { minLength: 2, maxLength: 5 }),
			banner: fc.array(bannerLine, { minLength: 1, maxLength: 4 }),
			secrets: fc.subarray([...secretLinesOf(platformOf(dialect.platform))]),
			dialect: fc.constant(dialect),
		}),
	)
	.map(({ sections, settings, entries, banner, secrets, dialect }) => {
		let lastId = 0;
		const statement = (text: (id: number) => string, children: readonly Statement[] = []): Statement => {
			lastId += 1;
			return { id: lastId, text: text(lastId), children, banner: null };
		};
		const setting = (value: string): Statement => statement((id) => `setting-${id} ${value}`);
		const statements = [
			...settings.map(setting),
			...sections.map((groups) =>
				statement(
					dialect.section,
					groups.map((values) =>
						values.length < 2 ? setting(values[0] ?? 'v0') : statement((id) => `group-${id}`, values.map(setting)),
					),
				),
			),
			statement(
				dialect.orderedSection,
				entries.map((value) => statement((id) => dialect.entry(id, value))),
			),
			...(dialect.banner === null ? [] : [{ ...statement(() => dialect.banner?.head ?? ''), banner }]),
		];
		return { platform: platformOf(dialect.platform), statements, secrets };
	});

/** Lines that would mean something outside of a banner. */
const bannerLine = fc.oneof(
	word,
	fc.constantFrom('!', 'end', ' exit', '! not a comment', 'interface Ethernet1', '  { }'),
);

/** One statement of the config that holds no other, and which operation to try on it. */
export interface Mutation {
	readonly config: GeneratedConfig;
	readonly mutated: GeneratedConfig;
	readonly kind: 'changed' | 'missing' | 'extra';
	readonly lineage: readonly string[];
	/** The intended line, or for `extra` the running one. */
	readonly line: string;
	readonly runningText: string | null;
}

/** A config and the same with one line changed, taken away or added. */
export const mutatedConfig: fc.Arbitrary<Mutation> = generatedConfig.chain((config) =>
	fc
		.record({
			leaf: fc.constantFrom(...leavesOf(config.statements)),
			kind: fc.constantFrom('changed' as const, 'missing' as const, 'extra' as const),
		})
		.map(({ leaf, kind }) => mutate(config, leaf, kind)),
);

interface Leaf {
	readonly statement: Statement;
	readonly lineage: readonly string[];
	readonly only: boolean;
}

function leavesOf(statements: readonly Statement[], lineage: readonly string[] = []): readonly Leaf[] {
	return statements.flatMap((statement) => {
		if (statement.banner !== null) return [];
		if (statement.children.length > 0) return leavesOf(statement.children, [...lineage, statement.text]);
		return [{ statement, lineage, only: statements.length === 1 }];
	});
}

function mutate(config: GeneratedConfig, { statement, lineage, only }: Leaf, kind: Mutation['kind']): Mutation {
	// A section of braces without content is another statement (`name;`): only a line beside others is taken away.
	const operation = only && kind === 'missing' ? 'changed' : kind;
	const changedText = `${statement.text}00`;
	const added: Statement = { id: 0, text: 'setting-0 v0', children: [], banner: null };
	const replacement = {
		changed: [{ ...statement, text: changedText }],
		missing: [],
		extra: [statement, added],
	}[operation];
	return {
		config,
		mutated: { ...config, statements: replace(config.statements, statement.id, replacement) },
		kind: operation,
		lineage,
		line: operation === 'extra' ? added.text : statement.text,
		runningText: operation === 'changed' ? changedText : null,
	};
}

function replace(
	statements: readonly Statement[],
	id: number,
	replacement: readonly Statement[],
): readonly Statement[] {
	return statements.flatMap((statement) =>
		statement.id === id ? replacement : [{ ...statement, children: replace(statement.children, id, replacement) }],
	);
}

/** Where and what to embed: made from random numbers so that the same ones shrink well. */
export interface VolatileLines {
	readonly picks: readonly { readonly at: number; readonly which: number }[];
}

export const volatileLines: fc.Arbitrary<VolatileLines> = fc.record({
	picks: fc.array(fc.record({ at: fc.nat(1_000), which: fc.nat(1_000) }), { minLength: 1, maxLength: 12 }),
});

/** Writes the config as the platform shows it. */
export function printConfig(config: GeneratedConfig, noise: VolatileLines = { picks: [] }): string {
	const dialect = dialectOf(config.platform);
	const lines = [
		...config.secrets.map(({ line }) => ({ text: line, embeddable: true })),
		...config.statements.flatMap((statement) => printStatement(statement, dialect, 0)),
	];
	const candidates = volatileTextsOf(config.platform);
	const noisy = new Map<number, string[]>();
	const places = [...lines.entries()].filter(([, { embeddable }]) => embeddable).map(([index]) => index);
	for (const { at, which } of noise.picks) {
		const place = places[at % places.length];
		const text = candidates[which % candidates.length];
		if (place === undefined || text === undefined) continue;
		noisy.set(place, [...(noisy.get(place) ?? []), ...text]);
	}
	const printed = lines.flatMap(({ text }, index) => {
		const indent = ' '.repeat(text.length - text.trimStart().length);
		return [...(noisy.get(index) ?? []).map((line) => indent + line), text];
	});
	return [...printed, ...(dialect.end === null ? [] : [dialect.end]), ''].join('\n');
}

interface PrintedLine {
	readonly text: string;
	/** Whether a line of the device's own may stand above this one. */
	readonly embeddable: boolean;
}

function printStatement(statement: Statement, dialect: Dialect, depth: number): readonly PrintedLine[] {
	const indent = ' '.repeat(dialect.indent * depth);
	const inside = (text: string): PrintedLine => ({ text, embeddable: false });
	if (statement.banner !== null && dialect.banner !== null) {
		const { head, open, close } = dialect.banner;
		return [{ text: head + open, embeddable: true }, ...statement.banner.map(inside), inside(close)];
	}
	const braces = dialect.platform === 'juniper_junos';
	const children = statement.children.flatMap((child) => printStatement(child, dialect, depth + 1));
	const opening = braces ? (children.length > 0 ? ' {' : ';') : '';
	return [
		{ text: indent + statement.text + opening, embeddable: true },
		...children,
		...(braces && children.length > 0 ? [inside(`${indent}}`)] : []),
	];
}

function dialectOf({ name }: Platform): Dialect {
	const dialect = DIALECTS.find(({ platform }) => platform === name);
	if (dialect === undefined) throw new Error(`no generator for "${name}"`);
	return dialect;
}

/** Every line that the platform's own patterns call volatile; a block of a certificate with its body. */
function volatileTextsOf({ masks }: Platform): readonly (readonly string[])[] {
	return masks
		.filter(({ kind, action, within }) => kind === 'volatile' && action === 'drop-line' && within === undefined)
		.flatMap(({ matches, scope }) =>
			matches.map((line) => (scope === 'block' ? [line, ' 3082033A 30820222', ' \tquit'] : [line])),
		);
}

/** Every line of the platform's own secret patterns that can stand at the top level. */
function secretLinesOf(platform: Platform): readonly SecretLine[] {
	const braces = platform.syntax.style === 'braces';
	return platform.masks
		.filter(({ kind, within }) => kind === 'secret' && within === undefined)
		.flatMap((mask) => mask.matches.map((line) => secretLine(mask, line)))
		.filter(({ line }) => !braces || /;(?: ## SECRET-DATA)?$/.test(line))
		.filter(({ line }) => !platform.syntax.blocks.some(({ start }) => start.test(line)));
}

function secretLine({ pattern }: MaskingPattern, line: string): SecretLine {
	const groups = Object.entries(pattern.exec(line)?.groups ?? {});
	return { line, values: groups.flatMap(([, value]) => (value === undefined ? [] : [value])) };
}
