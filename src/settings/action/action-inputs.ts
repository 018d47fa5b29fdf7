import { ConfigurationError, NOWHERE, type Problem } from '../../errors.ts';
import { didYouMean } from '../findings/closest.ts';
import { quote } from '../findings/path-label.ts';
import { findIdleInputs } from './idle-inputs.ts';
import { INPUTS, type InputDefinition, type InputName, type InputValue } from './inputs.ts';

/** The inputs of the Action, checked. null: not given. */
export interface ActionInputs {
	readonly mode: InputValue<'mode'>;
	readonly fleet: string;
	readonly select: string | null;
	readonly shards: InputValue<'shards'>;
	/** null: the audit is not shared. */
	readonly shard: InputValue<'shard'>;
	readonly shardDir: string;
	/** A secret. */
	readonly githubToken: string | null;
	readonly failOn: InputValue<'fail-on'>;
	readonly minHealth: number | null;
	readonly deadlineMs: number;
	readonly comment: InputValue<'comment'>;
	readonly commentWhenClean: InputValue<'comment-when-clean'>;
	readonly check: boolean;
	readonly maxAnnotations: number;
	readonly issues: InputValue<'issues'>;
	readonly adopt: boolean;
	/** Paths of sections; null: everywhere. */
	readonly adoptWithin: readonly string[] | null;
	/** null: no history is kept. */
	readonly resultsBranch: string | null;
	/** `*`: every one; null: the default branch. */
	readonly fleetBranch: string | null;
	readonly reportDir: string | null;
	readonly reportKey: string;
	/** A secret. */
	readonly fingerprintKey: string | null;
	readonly dryRun: boolean;
	/** What was given and does not count in this job, in sentences. */
	readonly warnings: readonly string[];
}

const PREFIX = 'INPUT_';

/**
 * Reads `INPUT_*` as a runner sets them: upper-case, hyphens kept. Throws a `ConfigurationError` with every unknown name and
 * every bad value.
 */
export function readActionInputs(env: Readonly<Record<string, string | undefined>>): ActionInputs {
	const problems: Problem[] = [...unknownInputs(env)];
	const read = <Name extends InputName>(name: Name): InputValue<Name> => {
		const definition: InputDefinition<unknown> = INPUTS[name];
		const given = givenText(env, name, definition);
		const result = definition.parse(given);
		// The table ties the name to the type of its value.
		if (result.status === 'valid') return result.value as InputValue<Name>;
		const shown = definition.isSecret === true ? 'this value' : quote(given);
		problems.push({ ...NOWHERE, message: `input ${name} cannot be ${shown}`, fix: result.fix });
		return undefined as never;
	};
	const inputs: Omit<ActionInputs, 'warnings'> = {
		mode: read('mode'),
		fleet: read('fleet'),
		select: read('select'),
		shards: read('shards'),
		shard: read('shard'),
		shardDir: read('shard-dir'),
		githubToken: read('github-token'),
		failOn: read('fail-on'),
		minHealth: read('min-health'),
		deadlineMs: read('deadline'),
		comment: read('comment'),
		commentWhenClean: read('comment-when-clean'),
		check: read('check'),
		maxAnnotations: read('max-annotations'),
		issues: read('issues'),
		adopt: read('adopt'),
		adoptWithin: read('adopt-within'),
		resultsBranch: read('results-branch'),
		fleetBranch: read('fleet-branch'),
		reportDir: read('report-dir'),
		reportKey: read('report-key'),
		fingerprintKey: read('fingerprint-key'),
		dryRun: read('dry-run'),
	};
	if (problems.length > 0) throw new ConfigurationError(problems);
	const idle = findIdleInputs(inputs, (name) => {
		const definition: InputDefinition<unknown> = INPUTS[name];
		return givenText(env, name, definition) !== givenText({}, name, definition);
	});
	problems.push(...contradictions(inputs), ...idle.problems);
	if (problems.length > 0) throw new ConfigurationError(problems);
	return { ...inputs, warnings: idle.warnings };
}

/** Values of inputs that are secrets, to be hidden before what is wrong with any input is told: one may stand in another. */
export function secretInputs(env: Readonly<Record<string, string | undefined>>): readonly string[] {
	return Object.entries<InputDefinition<unknown>>(INPUTS).flatMap(([name, definition]) => {
		const given = definition.isSecret === true ? (env[`${PREFIX}${name.toUpperCase()}`]?.trim() ?? '') : '';
		return given === '' ? [] : [given];
	});
}

/** A job is a plan, a shard or a merge. */
function contradictions({ mode, shard }: Pick<ActionInputs, 'mode' | 'shard'>): readonly Problem[] {
	if (shard === null || mode === 'auto' || mode === 'audit') return [];
	return [
		{
			...NOWHERE,
			message: `input shard is given with mode ${mode}`,
			fix: 'Leave mode out when shard is given: a shard is part of an audit',
		},
	];
}

function givenText(
	env: Readonly<Record<string, string | undefined>>,
	name: InputName,
	{ default: fallback, takesEmpty = false }: InputDefinition<unknown>,
): string {
	const given = env[`${PREFIX}${name.toUpperCase()}`]?.trim();
	if (given !== undefined && (given !== '' || takesEmpty)) return given;
	// Only a runner can evaluate an expression.
	return fallback.startsWith('$') ? '' : fallback;
}

function unknownInputs(env: Readonly<Record<string, string | undefined>>): readonly Problem[] {
	const names = Object.keys(INPUTS);
	return Object.keys(env)
		.filter((variable) => variable.startsWith(PREFIX))
		.map((variable) => variable.slice(PREFIX.length).toLowerCase())
		.filter((name) => !names.includes(name))
		.map((name) => ({
			...NOWHERE,
			message: `unknown input ${quote(name)}`,
			fix: `${didYouMean(name, names)}Inputs: ${names.join(', ')}`,
		}));
}
