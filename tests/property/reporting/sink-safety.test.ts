import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../src/domain/steps.ts';
import { wholeText } from '../../../src/domain/text/pieces.ts';
import { parseMarker, printMarker } from '../../../src/infrastructure/github/comment/comment-marker.ts';
import { parseIssueMarker, printIssueMarker } from '../../../src/infrastructure/github/issues/issue-marker.ts';
import { createLog } from '../../../src/infrastructure/log.ts';
import { renderSarif } from '../../../src/reporting/files/render-sarif.ts';
import { renderCheck } from '../../../src/reporting/github/render-check.ts';
import { renderCommands } from '../../../src/reporting/github/render-commands.ts';
import { NO_LINKS } from '../../../src/reporting/markdown/links.ts';
import { commandsIn } from '../../support/github/runner-commands.ts';
import { BRANCH_NAMES } from '../../support/hostile-names.ts';
import { hostileReport } from '../../support/hostile-report.ts';
import { hostileText } from '../../support/hostile-text.ts';
import { adoptionOf, issuesOf } from '../../support/report-documents.ts';
import { aVerdict } from '../../support/report-fixtures.ts';

/** What acts instead of being read. */
const ACTING = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
/** GitHub takes so many characters for the title of an issue, a pull request, a check run and an annotation. */
const TITLE_CHARACTERS = 255;
const LEVELS = { notice: 'notice', warning: 'warning', failure: 'error' } as const;

describe('titles', () => {
	it('are one line of plain text that fits, whatever devices are called and say', () => {
		fc.assert(
			fc.property(hostileReport, (report) => {
				const { title, annotations } = atOnce(renderCheck(report, aVerdict(report), { links: NO_LINKS }));
				const titles = [
					title,
					adoptionOf(report, NO_LINKS).title,
					...issuesOf(report, NO_LINKS).map((issue) => issue.title),
				];

				for (const text of [...titles, ...annotations.map((annotation) => annotation.title)]) {
					expect(text).not.toMatch(ACTING);
					expect(text.length).toBeGreaterThan(0);
					expect(text.length).toBeLessThanOrEqual(TITLE_CHARACTERS);
				}
				for (const { message } of annotations) expect(message.replaceAll('\n', '')).not.toMatch(ACTING);
				// A merge makes a commit's subject of it, and a commit closes issues that it names.
				for (const text of titles) expect(text).not.toMatch(/@\w|#\d/);
			}),
			{ numRuns: 200 },
		);
	});
});

describe('annotations in the log', () => {
	it('are as many commands as were meant, each with the file, the line and the text that were meant', () => {
		fc.assert(
			fc.property(hostileReport, (report) => {
				let written = '';
				const log = createLog({ inActions: true, write: (text) => (written += text) });
				const annotations = atOnce(renderCommands(report));

				annotations.forEach(log.annotate);

				const commands = commandsIn(written);
				expect(commands.map(({ syntax, name }) => `${syntax} ${name}`)).toEqual(
					annotations.map(({ level }) => `v2 ${LEVELS[level]}`),
				);
				commands.forEach(({ properties, data }, index) => {
					const { startLine, title, message } = annotations[index] ?? expect.fail('a command too many');
					expect(properties.line).toBe(String(startLine));
					expect(plain(properties.title ?? '')).toBe(plain(title));
					expect(plain(data)).toBe(plain(message));
				});
			}),
			{ numRuns: 200 },
		);
	});
});

/** Without the spaces of no width that break what a runner would obey. */
function plain(text: string): string {
	return text.replaceAll('\u200b', '').trim();
}

describe('SARIF', () => {
	it('has messages without a link, a placeholder or an acting character, and addresses within the repository', () => {
		fc.assert(
			fc.property(hostileReport, (report) => {
				const { results } = JSON.parse(wholeText(renderSarif(report))).runs[0];

				for (const { message, locations } of results) {
					// Escaped by the rules of SARIF 2.1.0, 3.11.6; the zero-width space that breaks a placeholder is ours.
					const text = message.text.replace(/\\[[\]\\]/g, '');
					expect(text).not.toMatch(/\[|\]|\{\d/);
					expect(text.replaceAll('\u200b', '')).not.toMatch(ACTING);
					expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(/^[A-Za-z0-9\-._~!*'()%/]*$/);
				}
			}),
			{ numRuns: 200 },
		);
	});
});

describe('markers', () => {
	it('are one line that nothing ends early, and say what was put into them', () => {
		const facts = { headSha: 'a'.repeat(40), runNumber: 7, runAttempt: 1, verdict: 'drifted', hash: 'h' } as const;
		const time = '2026-11-23T07:30:00.000Z';
		fc.assert(
			fc.property(hostileText, hostileText, (key, text) => {
				const marker = { key: key.toWellFormed(), ...facts, hash: text.toWellFormed() };
				const device = { kind: 'device', key: marker.key, writtenAt: time, device: marker.hash, since: time } as const;
				const issue = { ...device, fingerprint: marker.hash, changes: [marker.hash] };
				const [comment, line] = [printMarker(marker), printIssueMarker(issue)];

				for (const printed of [comment, line]) expect(printed).toMatch(/^<!-- [^<>\r\n]* -->$/);
				expect(parseMarker(`${comment}\nreport`)).toEqual(marker);
				expect(parseIssueMarker(`${line}\nreport`, () => true)).toEqual(issue);
			}),
			{ numRuns: 500 },
		);
	});
});

describe('names of branches', () => {
	it('are said in the log and obeyed by nobody', () => {
		fc.assert(
			fc.property(fc.constantFrom(...BRANCH_NAMES), hostileText, (branch, text) => {
				let written = '';
				const log = createLog({ inActions: true, write: (line) => (written += line) });

				log.warning(`not adopted: ${text} is not on ${branch}`);
				log.info(`${branch} ${text}`);

				expect(commandsIn(written)).toHaveLength(1);
			}),
			{ numRuns: 500 },
		);
	});
});
