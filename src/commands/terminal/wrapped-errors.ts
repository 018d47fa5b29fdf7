import type { OutputConfiguration } from 'commander';
import { wrapText } from '../../domain/text/wrap-text.ts';
import { withCode } from '../../errors.ts';
import type { Terminal } from '../command-line.ts';

/**
 * What commander says of options that are wrong, with the code of what a user can mend, and broken between words where a
 * person looks; the terminal breaks within them.
 */
export function wrappedErrors(stderr: Terminal): Pick<OutputConfiguration, 'outputError'> {
	return {
		outputError: (text, write) => {
			const lines = withCode('ERR_CONFIGURATION', text).split('\n');
			write((stderr.interactive ? lines.flatMap((line) => wrapText(line, stderr.width)) : lines).join('\n'));
		},
	};
}
