import type { Log } from '../../infrastructure/log.ts';
import { SpooledDetails } from '../../infrastructure/spooled-details.ts';
import { redactDetails } from './redact-report.ts';

/** Where the details of a run lie that would fill the memory: in a temporary folder, without the secrets of the run. */
export function spoolDetails(folder: string, log: Pick<Log, 'redact' | 'warning'>): SpooledDetails {
	return new SpooledDetails({
		folder,
		redact: (details) => redactDetails(details, log.redact),
		warn: (sentence) => log.warning(sentence),
	});
}
