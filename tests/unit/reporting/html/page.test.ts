import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { wholeText } from '../../../../src/domain/text/pieces.ts';
import { SCRIPT, SCRIPT_HASH } from '../../../../src/reporting/dashboard/script.ts';
import { renderPage } from '../../../../src/reporting/html/page.ts';
import { STYLE_HASH } from '../../../../src/reporting/html/style.ts';

describe('renderPage', () => {
	const page = wholeText(renderPage({ title: 'a < b', body: ['<main></main>'] }));

	it('allows exactly the stylesheet that it holds', () => {
		const style = /<style>([\s\S]*)<\/style>/.exec(page)?.[1] ?? '';

		expect(`sha256-${createHash('sha256').update(style).digest('base64')}`).toBe(STYLE_HASH);
		expect(page).toContain(
			`content="default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'"`,
		);
	});

	it('allows exactly the script that it holds, and what that one loads by its policy where it may load', () => {
		const data = '<script type="application/json" id="state">{}</script>';
		const script = { code: SCRIPT, hash: SCRIPT_HASH, data };
		const [dashboard, alone] = [true, false].map((loads) =>
			wholeText(renderPage({ title: '', body: [], script: { ...script, loads } })),
		);
		const code = /<script>([\s\S]*)<\/script>/.exec(dashboard ?? '')?.[1] ?? '';

		expect(`sha256-${createHash('sha256').update(code).digest('base64')}`).toBe(SCRIPT_HASH);
		const rest = "; require-trusted-types-for 'script'; trusted-types fleet-drift; ";
		expect(dashboard).toContain(`; script-src '${SCRIPT_HASH}' 'strict-dynamic'${rest}`);
		expect(alone).toContain(`; script-src '${SCRIPT_HASH}'${rest}`);
	});

	it('loads nothing', () => {
		expect(page).not.toMatch(/<script|src=|url\(|@import|https?:/);
	});

	it('escapes its title', () => {
		expect(page).toContain('<title>a &lt; b</title>');
	});
});
