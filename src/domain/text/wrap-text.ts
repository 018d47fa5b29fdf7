/**
 * What people copy or read in one piece: a line for known_hosts, a command, a setting of fleet.yml or a workflow, a
 * percentage.
 */
const COPIED = new RegExp(
	[
		// Only from where a word begins: tried at each of its letters, a long one costs its length squared.
		String.raw`(?<!\S)\S+ (?:ssh|ecdsa|sk)-\S{1,60} AAAA\S+`,
		'"fleet-drift [^"]{1,60}"',
		String.raw`[\d.]{1,6} %`,
		String.raw`fleet-drift fetch \S+ --write(?: --force)?`,
		'ssh-algorithms: legacy|host-keys: accept-new',
		String.raw`[\w-]{1,20}: (?:"[^"]{1,80}"|\{ [^{}]{1,60}(?:\{\{[^{}]{1,60}\}\}[^{}]{1,10})?\})`,
	].join('|'),
	'gu',
);
const SPACE_WITHIN = '\0';

/**
 * Breaks a line at spaces so that no piece is wider than `width`, except for a single longer word. What people copy stays
 * in one piece.
 */
export function wrapText(text: string, width: number): readonly string[] {
	const lines: string[] = [];
	let line = '';
	const words = text.replaceAll(COPIED, (copied) => copied.replaceAll(' ', SPACE_WITHIN)).split(' ');
	for (const word of words) {
		if (line !== '' && line.length + 1 + word.length > width) {
			lines.push(line);
			line = word;
		} else line = line === '' ? word : `${line} ${word}`;
	}
	return [...lines, line].map((piece) => piece.replaceAll(SPACE_WITHIN, ' '));
}
