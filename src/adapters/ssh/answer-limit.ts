import { MAX_LINES } from '../../domain/config/size-limits.ts';
import { formatCount } from '../../domain/text/count-words.ts';
import { ANSWER_LIMIT_BYTES } from '../connection/limits.ts';
import { SshFailure } from '../ssh-connection/ssh-failure.ts';
import type { TerminalOutput } from './terminal-output.ts';

/** Why an answer is given up that is longer than any config; null: it may go on. */
export function beyondLimit({ length, lineEnds }: TerminalOutput, where: string): SshFailure | null {
	const limit =
		length > ANSWER_LIMIT_BYTES
			? `${ANSWER_LIMIT_BYTES / 2 ** 20} MiB`
			: lineEnds > MAX_LINES
				? `${formatCount(MAX_LINES)} lines`
				: null;
	return limit === null ? null : new SshFailure('ERR_INCOMPLETE', `${where} sent more than ${limit} without ending`);
}
