import {
	branch,
	branchOrAny,
	duration,
	failOn,
	fingerprintKey,
	key,
	lines,
	oneOf,
	optional,
	type Parsed,
	percentage,
	shard,
	shardCount,
	text,
	trueOrFalse,
	wholeNumberTo,
} from '../input-parsers.ts';

/** One input of the Action. action.yml, the README and the reading of `INPUT_*` all follow this table. */
export interface InputDefinition<Value> {
	readonly description: string;
	/** As in action.yml; also what an empty input means, unless it takes empty. */
	readonly default: string;
	/** An empty input says something of its own: off. */
	readonly takesEmpty?: boolean;
	/** A secret is never shown, not even when it is wrong. */
	readonly isSecret?: true;
	readonly parse: (text: string) => Parsed<Value>;
}

/** Every input of the Action, in the order of action.yml. */
export const INPUTS = {
	mode: {
		description:
			'auto, audit (the whole fleet) or preflight (what a pull request changes). auto: preflight for pull request and merge queue events, audit otherwise. plan and merge: the first and last job of an audit that is split into several jobs.',
		default: 'auto',
		parse: oneOf('auto', 'audit', 'preflight', 'plan', 'merge'),
	},
	fleet: {
		description: 'Path of fleet.yml. For a pull request it is read from the base commit.',
		default: 'fleet.yml',
		parse: text,
	},
	select: {
		description: 'Which devices to ask, such as "site=ams,fra role=edge !edge-07". Empty: all.',
		default: '',
		parse: optional(text),
	},
	shards: {
		description: 'With mode plan: how many jobs to split the audit into, 1–256, or auto.',
		default: 'auto',
		parse: shardCount,
	},
	shard: {
		description:
			'Which part of a planned audit this job does, such as 2/4, from the output matrix. The job writes its report to report-dir and nothing to GitHub.',
		default: '',
		parse: optional(shard),
	},
	'shard-dir': {
		description: 'Folder that holds, at any depth, what the plan wrote and, for mode merge, the reports of the shards.',
		default: 'shards',
		parse: text,
	},
	'github-token': {
		description: 'Token used to write the comment, the check and the results branch. Empty: none of them is written.',
		default: `\${{ github.token }}`,
		takesEmpty: true,
		isSecret: true,
		parse: optional(text),
	},
	'fail-on': {
		description:
			'What fails the run: drift, conflict, unknown, separated by commas, or none. Empty: as set in fleet.yml.',
		default: '',
		parse: optional(failOn),
	},
	'min-health': {
		description: 'Health (0–100) below which the run fails. Empty: as set in fleet.yml.',
		default: '',
		parse: optional(percentage),
	},
	deadline: {
		description: 'Time limit for the whole pre-flight check, such as 30s or 2m. Devices not done by then are unknown.',
		default: '30s',
		parse: duration,
	},
	comment: {
		description:
			'When to comment on the pull request: always, on-drift (no comment until something is not in sync), on-change (like on-drift, but rewritten only when the result changes) or off.',
		default: 'on-drift',
		parse: oneOf('always', 'on-drift', 'on-change', 'off'),
	},
	'comment-when-clean': {
		description:
			'What to do with the comment when everything is in sync: update (it says so), minimise (it says so and is folded away) or delete.',
		default: 'update',
		parse: oneOf('update', 'minimise', 'delete'),
	},
	check: {
		description: 'Whether to publish a check run with annotations: true or false.',
		default: 'true',
		parse: trueOrFalse,
	},
	'max-annotations': {
		description: 'How many lines to annotate at most, 0–1000; the summary names the rest.',
		default: '50',
		parse: wholeNumberTo(1000),
	},
	issues: {
		description:
			'Whether an audit keeps issues about drift: per-device (at most 20; any further devices share one), roll-up (one for all) or off. An issue is closed when its device is back in sync or has left the fleet.',
		default: 'off',
		parse: oneOf('per-device', 'roll-up', 'off'),
	},
	adopt: {
		description:
			'Whether an audit writes drift into the intended files and opens or updates one pull request with it, for the devices given by `select` or by the labelled drift issue: true or false.',
		default: 'false',
		parse: trueOrFalse,
	},
	'adopt-within': {
		description:
			'Adopt only drift in these sections: one path of headers or globs per line, such as "router bgp * > vrf A". Empty: all drift.',
		default: '',
		parse: optional(lines),
	},
	'results-branch': {
		description: 'Branch that keeps the history and its page. Empty: no history is kept.',
		default: 'drift-results',
		takesEmpty: true,
		parse: optional(branch),
	},
	'fleet-branch': {
		description:
			'Branch whose audits speak for the fleet and keep its history and issues; "*": every run speaks for it. Empty: the default branch.',
		default: '',
		parse: optional(branchOrAny),
	},
	'report-dir': {
		description: 'Folder for report.json, .md, .html, .sarif and .junit.xml. Empty: a folder under RUNNER_TEMP.',
		default: '',
		parse: optional(text),
	},
	'report-key': {
		description: 'Distinguishes several audits in one repository: each key has its own comment and check.',
		default: 'fleet',
		parse: key,
	},
	'fingerprint-key': {
		description:
			'Secret key for the fingerprints that stand in for device secrets, at least 16 characters. Empty: a random key for each run.',
		default: '',
		isSecret: true,
		parse: optional(fingerprintKey),
	},
	'dry-run': {
		description: 'Whether to report only in the log and the job summary, and write nothing to GitHub: true or false.',
		default: 'false',
		parse: trueOrFalse,
	},
} as const satisfies Readonly<Record<string, InputDefinition<unknown>>>;

/** The name of an input as a workflow writes it. */
export type InputName = keyof typeof INPUTS;

/** What an input is once it is read. */
export type InputValue<Name extends InputName> =
	ReturnType<(typeof INPUTS)[Name]['parse']> extends infer Result
		? Result extends { readonly status: 'valid'; readonly value: infer Value }
			? Value
			: never
		: never;
