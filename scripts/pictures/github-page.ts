import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const GITHUB = readFileSync(
	fileURLToPath(import.meta.resolve('github-markdown-css/github-markdown-light.css')),
	'utf8',
);

/** A comment as a pull request's page shows it. */
export function commentPage(html: string): string {
	const head = '<span class="avatar"></span><b>github-actions</b><span class="bot">bot</span> commented 2 minutes ago';
	return page(head, html);
}

/** A job's summary as the page of its run shows it. */
export function summaryPage(html: string): string {
	return page('<b>drift</b> summary', html);
}

/** The Markdown has GitHub's own stylesheet; what is around it is as much of GitHub as a picture needs. */
function page(head: string, html: string): string {
	return `<!doctype html><meta charset="utf-8"><style>${GITHUB}${STYLE}</style>
<article class="box"><header>${head}</header><div class="markdown-body">${drawEmoji(html)}</div></article>`;
}

/** A machine that draws pictures need not have a font with emoji. */
const EMOJI: Readonly<Record<string, string>> = {
	'🔴': '<circle cx="8" cy="8" r="7" fill="#dd2e44"/>',
	'🔵': '<circle cx="8" cy="8" r="7" fill="#55acee"/>',
	'🟢': '<circle cx="8" cy="8" r="7" fill="#78b159"/>',
	'⚪': '<circle cx="8" cy="8" r="6.5" fill="#fff" stroke="#afb8c1"/>',
	'⛔': '<circle cx="8" cy="8" r="7" fill="#be1931"/><rect x="3.5" y="6.5" width="9" height="3" rx="1" fill="#fff"/>',
	'❌': '<path d="M3 3l10 10M13 3L3 13" stroke="#dd2e44" stroke-width="3.4" stroke-linecap="round"/>',
	'✅': '<rect x="1" y="1" width="14" height="14" rx="3" fill="#77b255"/><path d="M4 8l3 3 5-6" stroke="#fff" stroke-width="2" fill="none"/>',
	'⚠️': '<path d="M8 1l7.5 14H.5z" fill="#ffcc4d"/><path d="M8 6v4M8 12v1" stroke="#231f20" stroke-width="1.6"/>',
};

function drawEmoji(html: string): string {
	return Object.entries(EMOJI).reduce(
		(drawn, [emoji, shape]) => drawn.replaceAll(emoji, `<svg class="emoji" viewBox="0 0 16 16">${shape}</svg>`),
		html,
	);
}

const STYLE = `
body{margin:0;padding:20px;background:#fff;color:#1f2328;font:14px/1.5 "Noto Sans","Liberation Sans",Arial,sans-serif}
.box{border:1px solid #d1d9e0;border-radius:6px;max-width:820px}
header{background:#f6f8fa;border-bottom:1px solid #d1d9e0;border-radius:6px 6px 0 0;padding:8px 16px;color:#59636e;display:flex;gap:6px;align-items:center}
header b{color:#1f2328}
.avatar{width:20px;height:20px;border-radius:4px;background:#1f2328}
.bot{border:1px solid #d1d9e0;border-radius:20px;padding:0 7px;font-size:12px}
.markdown-body{padding:16px;font-size:14px}
svg.emoji{width:1em;height:1em;vertical-align:-.1em}
`;
