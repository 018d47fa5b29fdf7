import type { PreparedRun } from '../../composition/run/set-up-run.ts';
import { redactedText } from '../../domain/masking/redacted-text.ts';
import { atOnce } from '../../domain/steps.ts';
import { refuseDisturbed } from '../../use-cases/check-undisturbed.ts';
import { fetchText, readRunning } from '../../use-cases/fetch-running.ts';
import { type Answered, askForEach } from '../asking/ask-devices.ts';
import type { CommandLine } from '../command-line.ts';

/** A run of `fetch` that is set up, and the command line that it reports to. */
export interface FetchContext {
	readonly prepared: PreparedRun;
	readonly line: CommandLine;
}

/** Running configs for people and for files: without volatile lines, and without secrets. */
export function fetchConfigs({ prepared, line }: FetchContext): Promise<readonly Answered<string>[]> {
	const { tools, run } = prepared;
	return askForEach(prepared, line, async (device) => {
		const { text } = await fetchText(device, tools, { signal: run.signal });
		refuseDisturbed(device, text, tools);
		return line.log.redact(redactedText(atOnce(readRunning(device, text, tools)), tools.masksOf(device).platform));
	});
}
