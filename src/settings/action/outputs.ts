/** What the Action hands to later steps, with what action.yml says about each. Empty where there is nothing to say. */
export const OUTPUTS = {
	verdict: 'in-sync, drifted or unknown.',
	health: 'Devices in sync ÷ devices reached × 100; empty if none was reached.',
	coverage: 'Devices judged ÷ all devices × 100; empty if there are no devices.',
	devices: 'How many devices the run covered.',
	drifted: 'How many devices drifted.',
	unknown: 'How many devices could not be judged.',
	'report-path':
		'Folder that holds report.json, .md, .html, .sarif and .junit.xml; for a plan the manifest, for a shard its report.',
	matrix: 'With mode plan: the jobs that the audit is split into, for strategy.matrix.',
	'comment-url': 'URL of the comment on the pull request; empty if there is none.',
	'check-url': 'URL of the check run; empty if there is none.',
	'adopt-url': 'URL of the pull request that adopts drift; empty if there is none.',
	'results-commit': 'SHA of the commit on the results branch; empty if nothing was stored.',
} as const satisfies Readonly<Record<string, string>>;
