/** A comment as a pull request's page shows it. The look is GitHub's, written by hand and only as far as the picture needs it. */
export function githubPage(commentHtml: string): string {
	return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>
<article class="comment">
<header><span class="avatar"></span><b>github-actions</b><span class="bot">bot</span> commented 2 minutes ago</header>
<div class="body">${drawEmoji(commentHtml)}</div>
</article>`;
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
.comment{border:1px solid #d1d9e0;border-radius:6px;width:820px}
header{background:#f6f8fa;border-bottom:1px solid #d1d9e0;border-radius:6px 6px 0 0;padding:8px 16px;color:#59636e;display:flex;gap:6px;align-items:center}
header b{color:#1f2328}
.avatar{width:20px;height:20px;border-radius:4px;background:#1f2328}
.bot{border:1px solid #d1d9e0;border-radius:20px;padding:0 7px;font-size:12px}
.body{padding:16px}
svg.emoji{width:1em;height:1em;vertical-align:-.1em}
h3{font-size:17.5px;margin:0 0 16px;font-weight:600;line-height:1.25}
h4{font-size:14px;margin:24px 0 16px;font-weight:600}
p{margin:0 0 16px}
ul{margin:0 0 16px;padding-left:28px}
table{border-collapse:collapse;margin:0 0 16px}
th,td{border:1px solid #d1d9e0;padding:6px 13px}
th{font-weight:600}
tbody tr:nth-child(2n){background:#f6f8fa}
a{color:#0969da}
td a{text-decoration:none}
code{background:#818b981f;border-radius:6px;padding:2px 5px;font:12px/1.4 "DejaVu Sans Mono",monospace}
pre{background:#f6f8fa;border-radius:6px;padding:16px;margin:0 0 16px;font:12px/1.45 "DejaVu Sans Mono",monospace;overflow:hidden}
pre span{display:inline-block;min-width:100%}
.meta{color:#0550ae}
.del{color:#82071e;background:#ffebe9}
.ins{color:#116329;background:#dafbe1}
.mod{color:#953800;background:#ffd8b5}
details{margin:0 0 16px}
details>p{margin-top:12px}
summary{cursor:pointer}
sub{color:#59636e;font-size:12px;vertical-align:baseline}
`;
