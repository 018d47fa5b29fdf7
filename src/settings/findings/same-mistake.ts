import { flatMapInSteps, groupInSteps, type Steps } from '../../domain/steps.ts';
import { plural } from '../../domain/text/count-words.ts';
import { nameSome } from '../../domain/text/name-some.ts';
import { formatProblem, type Problem } from '../../errors.ts';

/** A problem, and the device that it was found at; null: it is none of a device. */
export interface DeviceProblem {
	readonly problem: Problem;
	readonly device: string | null;
}

/** How many devices are named. */
const SHOWN = 3;

/**
 * Tells once what is wrong with many devices: a platform that is misspelt on each of them, a line that `defaults` lack. It stands
 * at the first, which its message may name, and says how many there are.
 */
export function* sameMistakeOnce(found: readonly DeviceProblem[]): Steps<readonly Problem[]> {
	const groups = yield* groupInSteps(found, mistakeOf);
	return yield* flatMapInSteps([...groups.values()], (same) => {
		const [first] = same;
		if (first === undefined) return [];
		if (same.length === 1) return [first.problem];
		return [{ ...first.problem, message: `${first.problem.message} (${listed(same)})` }];
	});
}

/** The same text for each of them: it names its device as one, or by the path of a setting. */
function mistakeOf({ problem, device }: DeviceProblem): string {
	const { file, message, fix } = problem;
	if (device === null) return formatProblem(problem);
	const anywhere = (text: string): string =>
		text.replaceAll(`device ${device} `, 'device * ').replaceAll(`devices.${device}`, 'devices.*');
	return JSON.stringify([file, anywhere(message), anywhere(fix)]);
}

/** `7 devices: edge-01 at line 12, edge-02 at line 13, edge-03 at line 14 and 4 more` */
function listed(same: readonly DeviceProblem[]): string {
	const isOnePlace = new Set(same.map(({ problem }) => problem.line)).size === 1;
	const names = same.map(({ device, problem: { line } }) =>
		isOnePlace || line === null ? (device ?? '') : `${device} at line ${line}`,
	);
	return `${plural(same.length, 'device')}: ${nameSome(names, { most: SHOWN })}`;
}
