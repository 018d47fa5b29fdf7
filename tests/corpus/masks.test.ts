import { describe, expect, it } from 'vitest';
import { calculateDiff } from '../../src/domain/compare/calculate-diff.ts';
import { maskContent } from '../../src/domain/masking/mask-content.ts';
import { platforms } from '../../src/platforms/index.ts';
import { corpusIsMissing, corpusMasks, PLATFORM_OF, readCorpusJson, Tally } from '../support/corpus.ts';

interface SecretEntry {
	readonly id: number;
	readonly os: string;
	readonly line: string;
	readonly secret_part: string;
}

interface NonSecretEntry {
	readonly os: string;
	readonly line: string;
}

interface VolatileEntry {
	readonly id: number;
	readonly os: string;
	readonly line_before: string;
	readonly line_after: string | null;
	readonly kind: string;
	readonly scope: string;
	readonly verbatim: boolean;
}

/** A line of an encrypted private key: alone it is a word like any other, inside its quotes it is hidden (docs/corpus.md). */
const PART_OF_A_KEY = [433];

/** Parts of a line or of a block; what they are is only known where they stand (docs/corpus.md). */
const FRAGMENTS = ['149', '150', '151', '153'];

/** Platforms that encrypt anew at every show, so that no change of the text tells anything. */
const ENCRYPTS_AT_EVERY_SHOW = ['fortinet'];

/**
 * `set community RemoveMe trailing text` (105) has no operating system; on ours `set community …` is a routing action, and
 * nonsecrets.json asks for exactly that shape to stay (docs/corpus.md).
 */
const NO_SECRET_ON_OURS = [105];

/** `my password is $1$…` of no system at all: where a password stands behind its keyword anywhere, `is` is hidden with it. */
const PROSE = '104 on ';

/** Clear-text passwords of IOS run to the end of the line, and two lines of another system lose their tail to that rule. */
const LONG_PASSWORDS = ['344 on cisco_ios', '345 on cisco_ios'];

describe.skipIf(corpusIsMissing)('single lines (skipped where ../shared/corpus is missing)', () => {
	it('hide the secret, and keep what stands around it', () => {
		const hidden = new Tally('secrets hidden');
		const kept = new Tally('words around a secret kept');

		const entries = readCorpusJson<readonly SecretEntry[]>('secrets.json');
		const secretsOfLine = Map.groupBy(entries, ({ line }) => line);
		for (const { id, os, line, secret_part: secret } of entries) {
			for (const platform of platformsOf(os).filter(
				() => !NO_SECRET_ON_OURS.includes(id) && !PART_OF_A_KEY.includes(id),
			)) {
				const name = `${id} on ${platform}`;
				for (const variant of [line, `   ${line}`, `${line}\r`]) {
					const masked = maskContent(`hostname a\n${variant}\nend\n`, corpusMasks(platform)).text;
					const shown = masked.replaceAll(/<secret(?::[0-9a-f]{6})?>/g, ' ');
					hidden.count(name, !hasSecret(shown, secret, line));
				}
				const masked = maskContent(`${line}\n`, corpusMasks(platform)).text;
				kept.count(
					name,
					wordsAround(line, secretsOfLine.get(line) ?? []).every((word) => masked.includes(word)),
				);
			}
		}

		hidden.print();
		kept.print();
		expect(hidden.wrong).toEqual([]);
		expect(kept.wrong.filter((name) => !name.startsWith(PROSE))).toEqual(LONG_PASSWORDS);
	});

	it('keep what only looks like a secret', () => {
		const tally = new Tally('look-alikes kept');

		for (const { os, line } of readCorpusJson<readonly NonSecretEntry[]>('nonsecrets.json')) {
			for (const platform of platformsOf(os)) {
				const { text } = maskContent(`${line}\n`, corpusMasks(platform));
				// Several statements on one line come out on a line each.
				const onOneLine = (lines: string): string => lines.trim().replaceAll(/\s+/g, ' ');
				tally.count(`${platform}: ${line.slice(0, 60)}`, onOneLine(text) === onOneLine(line));
			}
		}

		tally.print();
		expect(tally.wrong).toEqual([]);
	});

	it('are equal when only the device itself changed them, and their neighbour is still compared', () => {
		const equal = new Tally('volatile lines invisible');
		const neighbour = new Tally('change beside a volatile line reported');
		const resalted = new Tally('re-salted hashes reported as changed secrets');

		for (const entry of readCorpusJson<readonly VolatileEntry[]>('volatile.json')) {
			const platform = PLATFORM_OF[entry.os];
			if (platform === undefined || !entry.verbatim) continue;
			const masks = corpusMasks(platform);
			const around = (line: string | null, name: string): string => configAround(line ?? '', name, entry.os);
			const same = calculateDiff(around(entry.line_after, 'a'), around(entry.line_before, 'a'), masks).changes;
			const beside = calculateDiff(around(entry.line_after, 'b'), around(entry.line_before, 'a'), masks).changes;
			if (FRAGMENTS.includes(`${entry.id}`)) continue;
			if (entry.kind === 'resalted_secret' && !ENCRYPTS_AT_EVERY_SHOW.includes(platform)) {
				resalted.count(`${entry.id}`, same.length === 1 && same[0]?.kind === 'changed');
				continue;
			}
			equal.count(`${entry.id} ${entry.os} ${entry.scope}: ${entry.line_before.slice(0, 60)}`, same.length === 0);
			if (same.length === 0)
				neighbour.count(`${entry.id}`, beside.length === 1 && HOSTNAME_A.test(beside[0]?.line ?? ''));
		}

		equal.print();
		neighbour.print();
		resalted.print();
		expect(equal.wrong.filter((name) => !name.includes('other-command'))).toEqual([]);
		expect(neighbour.wrong).toEqual([]);
		expect(resalted.wrong).toEqual([]);
	});
});

const HOSTNAME_A = /^(?:hostname a|<hostname>a<\/hostname>)$/;

/** A config of two settings and the line; the clock of a document stands in its `<revision>`. */
function configAround(line: string, name: string, os: string): string {
	if (!/sense$/.test(os))
		return [`hostname ${name}`, ...(line === '' ? [] : [line]), 'ntp server 192.0.2.1', ''].join('\n');
	return `<${os}><hostname>${name}</hostname><revision>${line}</revision><ntp>192.0.2.1</ntp></${os}>`;
}

function platformsOf(os: string): readonly string[] {
	if (os === 'generic') return platforms.names;
	const platform = PLATFORM_OF[os];
	return platform === undefined ? [] : [platform];
}

/** `admin` may be the user's name and the password: the name stays. A value of stars was hidden by the source. */
function hasSecret(shown: string, secret: string, line: string): boolean {
	if (/^\*+$/.test(secret)) return false;
	const expected = line.split(secret).length > 2 && secret.length < 6 ? 1 : 0;
	return shown.split(secret).length - 1 > expected;
}

/** `ENC` goes with the value that it announces: an intended config may hold the same in clear. */
function wordsAround(line: string, entries: readonly SecretEntry[]): readonly string[] {
	return entries
		.reduce((rest, entry) => rest.replaceAll(entry.secret_part, ' '), line)
		.split(/[\s";]+/)
		.filter((word) => word !== '' && word !== 'ENC');
}
