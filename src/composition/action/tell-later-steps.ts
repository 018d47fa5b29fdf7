import { PublishError, withCode } from '../../errors.ts';
import { writeOutputs } from '../../infrastructure/github/outputs.ts';
import type { Log } from '../../infrastructure/log.ts';

/** Sets the outputs of a run whose report is everywhere else by then: outputs that cannot be written are a warning. */
export function tellLaterSteps(
	{ warning }: Pick<Log, 'warning'>,
	outputs: Readonly<Record<string, string | number | null>>,
): void {
	try {
		writeOutputs(outputs);
	} catch (error) {
		if (!(error instanceof PublishError)) throw error;
		warning(withCode(error.code, error.message));
	}
}
