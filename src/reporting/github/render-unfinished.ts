import { fence } from '../escaping/fence.ts';
import { clip } from '../escaping/neutralise.ts';

/** More problems than anybody mends in one go; together with the length of each they fit into CHECK_TEXT_BYTES. */
const LINES = 30;
const LINE_CHARACTERS = 500;

/** What a check run shows of a run that came to no report: why, as the log has it. @param reason - without secrets */
export function renderUnfinished(reason: string): string {
	const lines = reason.split('\n', LINES).map((line) => clip(line, LINE_CHARACTERS));
	return `${fence(lines.join('\n'), 'text')}\nNo result. The log of the job may say more.\n`;
}
