/** What the Action hands to later steps, with what action.yml says about each. Empty where there is nothing to say. */
export const OUTPUTS = {
	verdict: 'in-sync, drifted or unknown.',
	health: 'Devices in sync ÷ devices reached × 100; empty when none was reached.',
	coverage: 'Devices judged ÷ all devices × 100; empty when there is no device.',
	devices: 'How many devices were looked at.',
	drifted: 'How many devices drifted.',
	unknown: 'How many devices could not be judged.',
	'report-path':
		'Folder that holds report.json, .md, .html, .sarif and .junit.xml; of a plan the manifest, of a shard its report.',
	matrix: 'With mode plan: the jobs that share the audit, for strategy.matrix.',
	'comment-url': 'The comment on the pull request; empty when there is none.',
	'check-url': 'The check run; empty when there is none.',
	'adopt-url': 'The pull request that adopts drift; empty when there is none.',
	'results-commit': 'SHA of the commit on the results branch; empty when nothing was stored.',
} as const satisfies Readonly<Record<string, string>>;
