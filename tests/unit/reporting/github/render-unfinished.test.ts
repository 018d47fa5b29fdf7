import { expect, it } from 'vitest';
import { CHECK_TEXT_BYTES } from '../../../../src/reporting/github/limits.ts';
import { renderUnfinished } from '../../../../src/reporting/github/render-unfinished.ts';

it('says why there is no report, as it stands in the log', () => {
	const reason =
		'2 problems; no device was contacted [ERR_CONFIGURATION]\nfleet.yml:5:3: unknown platform "cisco_ioss"';

	expect(renderUnfinished(reason)).toContain(`\`\`\`text\n${reason}\n\`\`\`\n`);
});

it('shows nothing of a reason as Markdown', () => {
	const shown = renderUnfinished('no file "```\n# @octo <img src=x> [a](https://evil.example)"');

	expect(shown).toMatch(/^````text\n[\s\S]*\n````\n\n[^`@<[]*$/u);
});

it.each(['x', '🦊'])('stays within what GitHub takes: %s', (letter) => {
	const reason = Array.from({ length: 2000 }, () => letter.repeat(3000)).join('\n');

	expect(Buffer.byteLength(renderUnfinished(reason))).toBeLessThan(CHECK_TEXT_BYTES);
});
