import { wholeText } from '../../../src/domain/text/pieces.ts';
import { createLog } from '../../../src/infrastructure/log.ts';
import { renderHtml } from '../../../src/reporting/files/render-html.ts';
import { renderMarkdown } from '../../../src/reporting/files/render-markdown.ts';
import { renderTerminal } from '../../../src/reporting/terminal/render-terminal.ts';
import { outlineGfm } from '../../support/gfm.ts';
import { commandsIn } from '../../support/github/runner-commands.ts';
import { aChange, aDevice, aReport, aVerdict } from '../../support/report-fixtures.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { withoutOwnParts } from '../own-parts.ts';

const SECRET = 'correct-horse-battery';

/** What a device says, on its way to a log and to every kind of document. */
export const sinksTarget: FuzzTarget = {
	name: 'sinks',
	seeds: [
		'interface Ethernet1\n   description uplink to core-01',
		'banner motd ^C\n ### authorised only ###\n^C',
		`snmp-server community ${SECRET} ro`,
	],
	dictionary: [
		'::error::x',
		'::add-mask::a',
		'##[error]x',
		'\r',
		'\n',
		'\u0085',
		'\u2028',
		'\u200b',
		'\ufeff',
		'\u00ad',
		' ',
		':',
		'#',
		'[',
		'`',
		'```',
		'~~~',
		'<!--',
		'-->',
		'<img src=x onerror=alert(1)>',
		'</details>',
		'</script>',
		'](https://evil.example)',
		'![',
		'@anna',
		'https://evil.example',
		'www.evil.example',
		'#1',
		'|',
		'\\',
		'&lt;',
		'\u001b[31m',
		'\u009b',
		'\u202e',
		SECRET,
		SECRET.slice(0, 9),
		SECRET.slice(9),
	],
	input: 'text',
	run(input) {
		const written = logged(input);
		if (commandsIn(written).length > 0) throw new Error('the runner finds a command in the log');
		if (written.includes(SECRET)) throw new Error('the log tells a secret');
		const report = aReport({
			devices: [
				aDevice({ name: 'edge-01', changes: [aChange({ line: input, lineage: [input] })], diff: `+ ${input}` }),
			],
			warnings: [input],
		});
		const verdict = aVerdict(report);
		const { prose, openFence } = outlineGfm(wholeText(renderMarkdown(report, verdict)));
		if (openFence) throw new Error('a fence is left open');
		if (/@\w|#\d|:\/\/|www\.|(?<!\\)\]\(/i.test(prose)) throw new Error('prose mentions, refers or links');
		if (/<(?:script|img)\b(?! type="application\/json")/i.test(withoutOwnParts(wholeText(renderHtml(report, verdict)))))
			throw new Error('markup in the page');
		if (
			/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]/.test(
				logged(wholeText(renderTerminal(report, verdict, { colour: false, width: 80 }))),
			)
		) {
			throw new Error('a control character reaches the terminal');
		}
	},
};

function logged(text: string): string {
	let written = '';
	const log = createLog({
		write: (line) => {
			written += line;
		},
		inActions: true,
	});
	log.registerSecrets([SECRET]);
	written = '';
	log.info(text);
	return written;
}
