/**
 * How a device goes to a new line that edits its command line as on a screen: NEL and IL (ECMA-48, 8.3.86 and 8.3.67). ProCurve
 * ends what was typed with one of them, and sends no line feed (oxidized#681, netmiko#1699).
 */
const NEW_LINE = /\x1b(?:E|\[\d*L)/g;
const BEGUN = /\x1b(?:\[[0-?]*)?$/;
const ESC = 0x1b;

/** Reads such sequences as line feeds, also where they come in two pieces. */
export class NewLines {
	#held = '';

	/** The bytes as characters (latin1). A sequence that has only begun is kept back until the rest of it has come. */
	read(bytes: Buffer): string {
		const text = bytes.toString('latin1');
		// Nearly nobody sends one, and looking for a byte costs nothing.
		if (this.#held === '' && !bytes.includes(ESC)) return text;
		const whole = (this.#held + text).replaceAll(NEW_LINE, '\n');
		this.#held = BEGUN.exec(whole)?.[0] ?? '';
		return whole.slice(0, whole.length - this.#held.length);
	}
}
