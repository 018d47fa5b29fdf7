import { cleanOutput } from '../../../src/adapters/ssh/clean-output.ts';
import { TerminalOutput } from '../../../src/adapters/ssh/terminal-output.ts';
import type { FuzzTarget } from '../fuzz-target.ts';

const PAGER = /^ ?-{1,2} ?\(?more/i;

const SEEDS = [
	'show running-config\r\nBuilding configuration...\r\n\r\nhostname ams-edge-01\r\n!\r\nend\r\n\r\nams-edge-01#',
	'show run\r\nline one\r\n --More-- \b\b\b\b\b\b\b\b\b        \b\b\b\b\b\b\b\b\bline two\r\nend\r\nsw#',
	'\u001b[2J\u001b[1;1Hdisplay current-configuration\r\n#\r\nsysname a\r\n---- More ----\u001b[42D                                          \u001b[42Dreturn\r\n<a>',
	'show\r\r\nd\u00c3\u00a9scription caf\u00c3\u00a9\r\n\u0000\u0007end\r\nsw# ',
	'/export\r\n\r\u001b[K# jan/02/1970\r\n/ip address\r\nadd address=192.0.2.1/24 \\\r\n    interface=ether1\r\n\r\n\r\r\r\r[a@b] > ',
];

const DICTIONARY = [
	'\r',
	'\n',
	'\r\n',
	'\r\r\n',
	'\b',
	'\b\b\b ',
	'\u0000',
	'\u0007',
	'\u001b',
	'\u001b[',
	'\u001b[K',
	'\u001b[2K',
	'\u001b[J',
	'\u001b[2J',
	'\u001b[42D',
	'\u001b[999999999C',
	'\u001b[1;1H',
	'\u001b[3P',
	'\u001b[0m',
	'\u001b]0;title\u0007',
	'\u001b(B',
	'\u001b=',
	'\u001b7',
	'\u009b1m',
	' --More-- ',
	'-- MORE --, next page: Space',
	'\u00ff',
	'\u00c3\u00a9',
	'\u00ef\u00bb\u00bf',
	'sw#',
];

/** What a device sends to a terminal, in pieces of any size. */
export const terminalTarget: FuzzTarget = {
	name: 'terminal',
	seeds: SEEDS,
	dictionary: DICTIONARY,
	input: 'bytes',
	run(input) {
		const bytes = Buffer.from(input, 'latin1');
		const whole = read([bytes]);
		// Sizes that no line and no sequence keeps step with.
		for (const size of [1, 3, 7, 1000]) {
			const pieces = read(pieced(bytes, size));
			if (pieces.text !== whole.text) throw new Error(`reads otherwise in pieces of ${size}`);
			if (pieces.lastLine !== whole.lastLine) throw new Error(`ends otherwise in pieces of ${size}`);
		}
		// What a terminal acts upon must not be left; other control characters are part of configs.
		const left = /[\0\b\r]|\u001b\[[0-9;]*[A-Za-z]/.exec(whole.text);
		if (left !== null) throw new Error(`leaves ${JSON.stringify(left[0])} in the text`);
	},
};

function read(pieces: readonly Buffer[]): { readonly text: string; readonly lastLine: string } {
	const output = new TerminalOutput();
	for (const piece of pieces) output.append(piece);
	return { text: cleanOutput(output.text(), PAGER), lastLine: output.lastLine };
}

function pieced(bytes: Buffer, size: number): readonly Buffer[] {
	const count = Math.ceil(bytes.length / size);
	return Array.from({ length: count }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
}
