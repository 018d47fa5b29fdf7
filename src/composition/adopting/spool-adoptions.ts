import type { Log } from '../../infrastructure/log.ts';
import { Spool } from '../../infrastructure/spool.ts';

/** Where what is to be adopted lies until it is written, in a folder for temporary files. */
export function spoolAdoptions(folder: string, log: Pick<Log, 'warning'>): Spool {
	return new Spool({ folder, what: 'what is to be written', warn: (sentence) => log.warning(sentence) });
}
