import type { Change } from '../drift-report.ts';
import { MASKED_SECRET } from './fingerprint.ts';
import { compileLinearPattern } from './linear-pattern.ts';
import type { MaskHit } from './mask-hit.ts';

/** A line that changed by itself, and the mask that would say so. */
export interface MaskProposal {
	/** Lower-case words, unique among the proposals of one device. */
	readonly id: string;
	/** For the linear-time engine; matches both values. */
	readonly pattern: string;
	readonly lineage: readonly string[];
	/** The line as it was and as it became, masked. */
	readonly first: string;
	readonly second: string;
}

/** What two fetches tell of a device that nobody changed between them. */
export interface Proposals {
	readonly masks: readonly MaskProposal[];
	/** Ids of the masks whose secrets are encrypted anew at every show: for `ignore-secrets`. */
	readonly ignoreSecrets: readonly string[];
	/** What came or went and has no counterpart: somebody may be working on the device. */
	readonly others: readonly Change[];
}

/**
 * Proposes masks for what differs between two fetches that nobody changed anything between.
 *
 * @param changes - first → second
 * @param hits - what masks did to the second
 */
export function proposeMasks(changes: readonly Change[], hits: readonly MaskHit[]): Proposals {
	const pairs = [...changes.filter(({ kind }) => kind === 'changed'), ...pairBySkeleton(changes)];
	const paired = new Set(pairs.flatMap(({ line, runningText }) => [line, runningText]));
	const isSecret = ({ line, runningText }: Change): boolean =>
		withoutSecrets(line) === withoutSecrets(runningText ?? '');
	const secretLines = new Set(pairs.filter(isSecret).map(({ runningLine }) => runningLine));
	const secretIds = hits.filter(({ number, pattern }) => secretLines.has(number) && pattern.startsWith('secret/'));
	const found = new Map<string, MaskProposal>();
	const unsaid: Change[] = [];
	for (const change of pairs.filter((pair) => !isSecret(pair))) {
		const proposal = propose(change, found.size + 1);
		if (proposal === null) unsaid.push(change);
		else if (!found.has(proposal.pattern)) found.set(proposal.pattern, proposal);
	}
	const single = changes.filter(({ kind, line }) => kind !== 'changed' && !paired.has(line));
	return {
		masks: [...found.values()],
		ignoreSecrets: [...new Set(secretIds.map(({ pattern }) => pattern))],
		others: [...unsaid, ...single],
	};
}

/** Lines that went and lines that came, of one section, that differ in nothing but words with digits. */
function pairBySkeleton(changes: readonly Change[]): readonly Change[] {
	const keyOf = ({ lineage, line }: Change): string => JSON.stringify([lineage, line.replace(/(?<!\S)\S*\d\S*/g, '#')]);
	const came = Map.groupBy(
		changes.filter(({ kind }) => kind === 'extra'),
		keyOf,
	);
	return changes.flatMap((change) => {
		const counterpart = change.kind === 'missing' ? came.get(keyOf(change))?.shift() : undefined;
		if (counterpart === undefined) return [];
		return [{ ...change, kind: 'changed', runningText: counterpart.line, runningLine: counterpart.runningLine }];
	});
}

function withoutSecrets(text: string): string {
	return text.replaceAll(MASKED_SECRET, '<secret>');
}

function propose({ lineage, line: first, runningText }: Change, number: number): MaskProposal | null {
	const second = runningText ?? '';
	const pattern = patternFor(first.split(' '), second.split(' '));
	if (pattern === null) return null;
	const { test } = compileLinearPattern(pattern);
	if (!test(first) || !test(second)) return null;
	const words = first.toLowerCase().match(/[a-z][a-z-]*/g) ?? [];
	const name = words.slice(0, 3).join('-').replaceAll(/-+/g, '-').replace(/-$/, '').slice(0, 48);
	return { id: `${name === '' ? 'line' : name}-${number}`, pattern, lineage, first, second };
}

/** The words that stay as they are, and a group for each that does not; null where no word stays at the beginning. */
function patternFor(first: readonly string[], second: readonly string[]): string | null {
	const differs = first.findIndex((word, index) => word !== second[index]);
	const same = differs === -1 ? first.length : differs;
	if (same === 0) return null;
	// Without the blank: the rest may be nothing.
	if (first.length !== second.length) return `^${first.slice(0, same).map(literal).join(' ')}(?<volatile>.*)$`;
	let group = 0;
	const words = first.map((word, index) => {
		if (word === second[index]) return literal(word);
		group += 1;
		return `(?<volatile${group === 1 ? '' : group}>\\S+)`;
	});
	return `^${words.join(' ')}$`;
}

/** A secret that the line holds as well is anything. */
function literal(word: string): string {
	const masked = word.search(MASKED_SECRET);
	return masked === -1 ? word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&') : '\\S+';
}
