import type { CheckAnnotation } from '../../domain/annotation.ts';
import type { Log } from '../log.ts';

/** The runner drops further ones of a step without a word. */
const PER_LEVEL = 10;

/** Annotations without the Checks API: commands in the log, the first ten of each level. */
export function annotateByCommands(log: Log, annotations: readonly CheckAnnotation[]): void {
	const left = { notice: PER_LEVEL, warning: PER_LEVEL, failure: PER_LEVEL };
	let dropped = 0;
	for (const annotation of annotations) {
		if (left[annotation.level] === 0) {
			dropped += 1;
			continue;
		}
		left[annotation.level] -= 1;
		log.annotate(annotation);
	}
	if (dropped > 0)
		log.info(`${dropped} more annotations are in the report: the runner shows ${PER_LEVEL} of each level`);
}
