import type { CliRules } from '../../domain/platform/cli-rules.ts';
import type { OrderRule } from '../../domain/platform/order-rules.ts';
import type { Completeness } from '../../domain/platform/platform.ts';
import type { BlockRule, ProgramRule, Syntax } from '../../domain/platform/syntax.ts';
import { type FleetDraft, present } from '../findings/fleet-draft.ts';
import { NOTHING, type Patterns } from '../judging/patterns.ts';
import type { Path } from '../yaml/yaml-index.ts';

/** An entry of `platforms`. */
export type OwnPlatformDraft = NonNullable<NonNullable<FleetDraft['platforms']>[string]>;

/** A part of a platform that is read, and what holds where it says nothing. */
interface Section<T> {
	readonly base: T;
	readonly read: Patterns;
	readonly path: Path;
}

/** The dialogue of a platform over SSH. */
export function cliOf(draft: NonNullable<OwnPlatformDraft['cli']>, { base, read, path }: Section<CliRules>): CliRules {
	const { channel, prompt, enable, setup, failures, pager, questions, logout } = draft;
	const dialogue = (
		said: { readonly prompt?: string | undefined; readonly answer?: string | undefined },
		at: Path,
	): CliRules['pager'] => ({ prompt: read.one(said.prompt ?? '', [...at, 'prompt']), answer: said.answer ?? '' });
	return {
		channel: channel ?? base.channel,
		prompt: prompt === undefined ? base.prompt : read.one(prompt, [...path, 'prompt']),
		enable:
			enable === undefined
				? base.enable
				: enable === null
					? null
					: {
							command: enable.command ?? '',
							passwordPrompt: read.one(enable['password-prompt'] ?? '', [...path, 'enable', 'password-prompt']),
							privileged: read.one(enable.privileged ?? '', [...path, 'enable', 'privileged']),
						},
		setup: setup === undefined ? base.setup : present(setup),
		showRunning: draft['show-running'] ?? base.showRunning,
		failures: failures === undefined ? base.failures : read.all(failures, [...path, 'failures']),
		pager: pager === undefined ? base.pager : dialogue(pager, [...path, 'pager']),
		questions:
			questions === undefined
				? base.questions
				: questions.flatMap((question, at) =>
						question === undefined ? [] : [dialogue(question, [...path, 'questions', at])],
					),
		logout: logout === undefined ? base.logout : logout,
	};
}

/** How a platform's configs are nested. */
export function syntaxOf(
	draft: NonNullable<OwnPlatformDraft['syntax']>,
	{ base, read, path }: Section<Syntax>,
): Syntax {
	const { style, comments, negation, closers, frame, blocks, programs, continuation } = draft;
	// Rules for one way to write a configuration mean nothing in another.
	const kept = style === undefined || style === base.style ? base : { ...PLAIN, style };
	return {
		...kept,
		...(comments === undefined ? {} : { comments: present(comments) }),
		...(negation === undefined ? {} : { negation }),
		...(closers === undefined ? {} : { closers: read.all(closers, [...path, 'closers']) }),
		...(frame === undefined ? {} : { frame: read.all(frame, [...path, 'frame']) }),
		...(continuation === undefined ? {} : { continuation }),
		blocks: [
			...(blocks ?? []).flatMap((block, at) =>
				block === undefined ? [] : [blockOf(block, { read, path: [...path, 'blocks', at] })],
			),
			...kept.blocks,
		],
		...(programs === undefined ? {} : { programs: programsOf(programs, { read, path: [...path, 'programs'] }) }),
	};
}

function programsOf(
	programs: NonNullable<NonNullable<OwnPlatformDraft['syntax']>['programs']>,
	{ read, path }: Omit<Section<never>, 'base'>,
): readonly ProgramRule[] {
	return programs.flatMap((program, index) => {
		if (program === undefined) return [];
		const at = [...path, index];
		const { start = '', end = '' } = program;
		return [{ start: read.one(start, [...at, 'start']), end: read.one(end, [...at, 'end']) }];
	});
}

const PLAIN = { comments: [], negation: 'no ', closers: [], frame: [], blocks: [] } as const;

function blockOf(
	{
		id = '',
		start = '',
		end = '',
	}: { readonly id?: string | undefined; readonly start?: string | undefined; readonly end?: string | undefined },
	{ read, path }: Omit<Section<never>, 'base'>,
): BlockRule {
	const first = read.one(start, [...path, 'start']);
	if (end === 'braces') return { id, start: first, end };
	if (end !== 'delimiter') return { id, start: first, end: read.one(end, [...path, 'end']) };
	if (!/\(\?P?<delimiter>/.test(start)) {
		read.problems.add([...path, 'start'], {
			message: 'the block ends with a delimiter that its start does not catch',
			fix: 'Mark it: (?<delimiter>\\S)',
		});
	}
	return { id, start: first, end };
}

/** How a platform's configs prove to be whole. */
export function completenessOf(
	draft: OwnPlatformDraft['completeness'],
	{ base, read, path }: Section<Completeness>,
): Completeness {
	if (draft?.proof === undefined) return base;
	const { proof, pattern, 'min-lines': minLines = 3 } = draft;
	switch (proof) {
		case 'last-line':
		case 'parses':
			return { proof, pattern: needed(pattern, { proof, read, path }) };
		case 'required-line':
			return { proof, pattern: needed(pattern, { proof, read, path }), minLines };
		default:
			return { proof, minLines };
	}
}

function needed(
	pattern: string | undefined,
	{ proof, read, path }: Omit<Section<never>, 'base'> & { readonly proof: string },
): RegExp {
	if (pattern !== undefined) return read.one(pattern, [...path, 'pattern']);
	read.problems.addAtKey([...path, 'proof'], {
		message: `the proof ${proof} has no pattern`,
		fix: 'Add pattern: a regular expression for that line, such as "^end$"',
	});
	return NOTHING;
}

/** The sections of a platform whose lines have an order. */
export function ordersOf(
	rules: NonNullable<OwnPlatformDraft['order']>,
	{ read, path }: Omit<Section<never>, 'base'>,
): readonly OrderRule[] {
	return rules.flatMap((rule, index): readonly OrderRule[] => {
		if (rule?.kind === undefined) return [];
		const at = [...path, index];
		const within = rule.within === undefined ? undefined : read.all(rule.within, [...at, 'within']);
		if (rule.kind === 'siblings') {
			if (rule.pattern === undefined) return tellMissing(read, at, 'pattern');
			const pattern = read.one(rule.pattern, [...at, 'pattern']);
			return [{ kind: rule.kind, pattern, ...(within === undefined ? {} : { within }) }];
		}
		return within === undefined ? tellMissing(read, at, 'within') : [{ kind: rule.kind, within }];
	});
}

function tellMissing({ problems }: Patterns, path: Path, key: 'pattern' | 'within'): readonly OrderRule[] {
	problems.addAtKey([...path, 'kind'], {
		message: `this rule of order has no ${key}`,
		fix: key === 'pattern' ? 'Add pattern: the lines, with what they share as group 1' : 'Add within: the sections',
	});
	return [];
}
