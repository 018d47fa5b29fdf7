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

export const INPUTS = {
	mode: {
		description:
			'auto, audit (the whole fleet) or preflight (what a pull request changes). auto: preflight for events of pull requests and merge queues, else audit. plan and merge: first and last job of an audit that several jobs share.',
		default: 'auto',
		parse: oneOf('auto', 'audit', 'preflight', 'plan', 'merge'),
	},
	fleet: {
		description: 'Path of fleet.yml. In a pull request it is read from the base commit.',
		default: 'fleet.yml',
		parse: text,
	},
	select: {
		description: 'Which devices, such as "site=ams,fra role=edge !edge-07". Empty: all.',
		default: '',
		parse: optional(text),
	},
	shards: {
		description: 'With mode plan: how many jobs share the audit, 1–256, or auto.',
		default: 'auto',
		parse: shardCount,
	},
	shard: {
		description:
			'Which part of a planned audit this job does, such as 2/4, from the output matrix. It writes its report to report-dir and nothing to GitHub.',
		default: '',
		parse: optional(shard),
	},
	'shard-dir': {
		description: 'Folder with what the plan wrote and, for mode merge, the reports of the shards; at any depth.',
		default: 'shards',
		parse: text,
	},
	'github-token': {
		description: 'Token for the comment, the check and the results branch. Empty: none of them is written.',
		default: `\${{ github.token }}`,
		takesEmpty: true,
		isSecret: true,
		parse: optional(text),
	},
	'fail-on': {
		description:
			'What fails the run: drift, conflict, unknown, separated by commas, or none. Empty: as fleet.yml says.',
		default: '',
		parse: optional(failOn),
	},
	'min-health': {
		description: 'Health (0–100) below which the run fails. Empty: as fleet.yml says.',
		default: '',
		parse: optional(percentage),
	},
	deadline: {
		description: 'Time for the whole pre-flight check, such as 30s or 2m. What is not done by then is unknown.',
		default: '30s',
		parse: duration,
	},
	comment: {
		description:
			'When the pull request gets its comment: always, on-drift (the first one waits until something is not in sync), on-change (like on-drift, and rewritten only when the result changes) or off.',
		default: 'on-drift',
		parse: oneOf('always', 'on-drift', 'on-change', 'off'),
	},
	'comment-when-clean': {
		description:
			'What becomes of the comment when everything is in sync: update (it says so), minimise (and is folded away) or delete.',
		default: 'update',
		parse: oneOf('update', 'minimise', 'delete'),
	},
	check: {
		description: 'Whether to publish a check run with annotations: true or false.',
		default: 'true',
		parse: trueOrFalse,
	},
	'max-annotations': {
		description: 'How many lines are annotated at most, 0–1000; the summary names the rest.',
		default: '50',
		parse: wholeNumberTo(1000),
	},
	issues: {
		description:
			'Whether an audit keeps issues about drift: per-device (at most 20, further devices share one), roll-up (one for all) or off. They are closed when the device is found to be in sync, or has left the fleet.',
		default: 'off',
		parse: oneOf('per-device', 'roll-up', 'off'),
	},
	adopt: {
		description:
			'Whether an audit writes drift into the intended files and opens or updates one pull request with it, for the devices of `select` or of the labelled drift issue: true or false.',
		default: 'false',
		parse: trueOrFalse,
	},
	'adopt-within': {
		description:
			'Only drift in these sections is adopted: one path of headers or globs per line, such as "router bgp * > vrf A". Empty: all of it.',
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
			'Branch whose audits speak for the fleet and keep its history and issues; "*": whatever a run is about. Empty: the default branch.',
		default: '',
		parse: optional(branchOrAny),
	},
	'report-dir': {
		description: 'Folder for report.json, .md, .html, .sarif and .junit.xml. Empty: one below RUNNER_TEMP.',
		default: '',
		parse: optional(text),
	},
	'report-key': {
		description: 'Tells apart several audits in one repository: each key has its own comment and check.',
		default: 'fleet',
		parse: key,
	},
	'fingerprint-key': {
		description:
			'Secret key of the fingerprints that stand for device secrets, at least 16 characters. Empty: a random one for each run.',
		default: '',
		isSecret: true,
		parse: optional(fingerprintKey),
	},
	'dry-run': {
		description: 'Whether to only report in the log and the job summary and write nothing to GitHub: true or false.',
		default: 'false',
		parse: trueOrFalse,
	},
} as const satisfies Readonly<Record<string, InputDefinition<unknown>>>;

export type InputName = keyof typeof INPUTS;

export type InputValue<Name extends InputName> =
	ReturnType<(typeof INPUTS)[Name]['parse']> extends infer Result
		? Result extends { readonly status: 'valid'; readonly value: infer Value }
			? Value
			: never
		: never;
