import { writeTogether } from '../../infrastructure/write-together.ts';
import type { Terminal } from '../command-line.ts';
import { terminalWidth } from './terminal-width.ts';

/**
 * A stream of the process as commands see it.
 *
 * @param quiet - whether nobody is to be shown how far things are
 */
export function openTerminal(stream: NodeJS.WriteStream, quiet: () => boolean = () => false): Terminal {
	return {
		write: writeTogether(stream),
		get interactive() {
			return stream.isTTY === true && !quiet();
		},
		colour: hasColour(stream),
		width: terminalWidth(stream),
	};
}

/** https://no-color.org and https://force-color.org. */
function hasColour(stream: NodeJS.WriteStream): boolean {
	const { NO_COLOR, FORCE_COLOR } = process.env;
	if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
	if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0';
	return stream.isTTY === true;
}
