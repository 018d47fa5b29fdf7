import { alternatives } from '../../domain/text/alternatives.ts';
import { NOWHERE, type Problem } from '../../errors.ts';
import type { ActionInputs } from './action-inputs.ts';
import { INPUTS, type InputName } from './inputs.ts';

type Mode = ActionInputs['mode'] | 'shard';
type Said = Omit<ActionInputs, 'warnings'>;

/** What a job does; `auto` may come to any of a check and an audit. */
function modeOf({ mode, shard }: Said): Mode {
	return shard === null ? mode : 'shard';
}

/** In which modes inputs count that do not in all of them. What is not said here may be anywhere. */
const COUNTS_IN: Partial<Record<InputName, readonly Mode[]>> = {
	select: ['auto', 'audit', 'preflight', 'plan'],
	adopt: ['auto', 'audit', 'preflight', 'merge'],
	shards: ['plan'],
	'shard-dir': ['shard', 'merge'],
	deadline: ['auto', 'preflight'],
	issues: ['auto', 'audit', 'merge'],
	'fleet-branch': ['auto', 'audit', 'shard', 'merge'],
	'fail-on': ['auto', 'audit', 'preflight', 'merge'],
	'min-health': ['auto', 'audit', 'preflight', 'merge'],
};

/** Without these something else would be done than was asked for: other devices, or nothing in place of a pull request. */
const REFUSED: readonly InputName[] = ['select', 'adopt', 'adopt-within'];

/** Inputs that were given and do not count in this job. */
interface IdleInputs {
	readonly problems: readonly Problem[];
	/** Sentences for people. */
	readonly warnings: readonly string[];
}

/**
 * Finds what is said to a job that does not look at it. An input with its default value has not been said: a runner gives it
 * to every job.
 *
 * @param isGiven - whether an input has another value than its default
 */
export function findIdleInputs(inputs: Said, isGiven: (name: InputName) => boolean): IdleInputs {
	const mode = modeOf(inputs);
	const ofMode = (Object.keys(INPUTS) as InputName[]).flatMap((name) => {
		const modes = COUNTS_IN[name];
		if (modes === undefined || modes.includes(mode)) return [];
		const job = mode === 'shard' ? 'a shard' : `mode ${mode}`;
		// Such a pull request is checked whatever was asked for: see `modeOfRun()` of the Action's run.
		const except = name === 'deadline' && mode === 'audit' ? ', except for a pull request that gets no secrets' : '';
		return [{ name, message: `input ${name} has no effect in ${job}${except}`, fix: fixOf(name, modes) }];
	});
	const ofOthers = [
		{ name: 'adopt-within', idle: !inputs.adopt, other: 'adopt', fix: "Set adopt: 'true', or leave it out" },
		{ name: 'comment-when-clean', idle: inputs.comment === 'off', other: 'comment', fix: 'Leave one of the two out' },
		{ name: 'max-annotations', idle: !inputs.check, other: 'check', fix: 'Leave one of the two out' },
	] as const;
	const idle = [
		...ofMode,
		...ofOthers
			.filter((entry) => entry.idle)
			.map(({ name, other, fix }) => ({ name, message: `input ${name} has no effect while ${other} is off`, fix })),
	].filter(({ name }) => isGiven(name));
	return {
		problems: idle
			.filter(({ name }) => REFUSED.includes(name))
			.map(({ message, fix }) => ({ ...NOWHERE, message, fix })),
		warnings: idle.filter(({ name }) => !REFUSED.includes(name)).map(({ message, fix }) => `${message}. ${fix}`),
	};
}

function fixOf(name: InputName, modes: readonly Mode[]): string {
	if (name === 'select') return 'Give it to the job with mode: plan, which divides up the devices';
	return `Leave it out: it is for ${alternatives(modes.map((mode) => (mode === 'shard' ? 'shards' : `mode ${mode}`)))}`;
}
