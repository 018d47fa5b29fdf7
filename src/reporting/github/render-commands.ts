import type { CheckAnnotation } from '../../domain/annotation.ts';
import type { FleetReport } from '../../domain/fleet-report.ts';
import type { Steps } from '../../domain/steps.ts';
import { clip } from '../escaping/neutralise.ts';
import { COMMAND_MESSAGE_CHARACTERS, COMMANDS_PER_LEVEL } from './limits.ts';
import { renderAnnotations, type Spot } from './render-annotations.ts';

/**
 * Annotations for the runner's log commands, where the token may not write checks: as many of each level as the runner
 * shows, with messages that it does not cut. Data only, the log writes them.
 */
export function* renderCommands(report: FleetReport): Steps<readonly CheckAnnotation[]> {
	const annotations = yield* renderAnnotations(report, firstOfEachLevel);
	return annotations.map((annotation) => ({
		...annotation,
		message: clip(annotation.message, COMMAND_MESSAGE_CHARACTERS),
	}));
}

function firstOfEachLevel(spots: readonly Spot[]): readonly Spot[] {
	const shown = new Map<Spot['level'], number>();
	return spots.filter(({ level }) => {
		const count = (shown.get(level) ?? 0) + 1;
		shown.set(level, count);
		return count <= COMMANDS_PER_LEVEL;
	});
}
