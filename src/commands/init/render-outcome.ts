import { plural } from '../../domain/text/count-words.ts';
import { wrapText } from '../../domain/text/wrap-text.ts';
import { formatProblem, type Problem } from '../../errors.ts';
import type { Fleet } from '../../settings/settings.ts';
import type { Answers } from './answers.ts';
import { publisherStep } from './publisher-step.ts';

/** What `init` did. */
interface Outcome {
	readonly files: readonly string[];
	/** null: it has problems. */
	readonly fleet: Fleet | null;
	readonly problems: readonly Problem[];
	readonly answers: Answers;
	/** That fleet.yml names. */
	readonly variables: readonly string[];
	/** `owner/name` of the Action, as it stands in the files. */
	readonly repository: string;
}

/** What was written, and what comes next. */
export function renderOutcome(outcome: Outcome, { width }: { readonly width: number }): string {
	const { files, fleet } = outcome;
	const systems = new Set(fleet?.devices.map(({ platform }) => platform));
	// Empty where the server that knows them has not been asked yet.
	const isKnown = fleet !== null && fleet.devices.length > 0;
	const count = !isKnown ? '' : `: ${plural(fleet.devices.length, 'device')} of ${plural(systems.size, 'platform')}`;
	const steps = stepsOf(outcome).flatMap(([title, ...lines], index) => [
		...hanging(title, { first: `  ${index + 1}. `, width }),
		...lines.flatMap((line) => hanging(line, { first: '     ', width })),
	]);
	return [`Wrote ${files.join(' and ')}${count}.`, '', 'Next:', ...steps, ''].join('\n');
}

const HOST_KEYS = ', and prints new host keys for known_hosts';

type NextStep = readonly [title: string, ...lines: readonly string[]];

function stepsOf({ files, fleet, problems, answers, variables, repository }: Outcome): readonly NextStep[] {
	const { inventory, devices, workflow } = answers;
	const example: NextStep = [
		'replace the example in it with your devices; "fleet-drift init --help" says how to take them from an inventory',
	];
	const secrets: NextStep = [
		`store ${listed(variables)} as secrets of the environment "network" of the repository, for the workflow`,
	];
	return [
		...(inventory === null && devices.length === 0 ? [example] : []),
		...(problems.length === 0 ? [] : [['fix these first:', ...problems.map(formatProblem)] as const]),
		[`set ${listed(variables)} in the environment:`, ...variables.map(howToSet), ...ownUsernames(fleet)],
		['fleet-drift doctor', `checks the way to every device${answers.transport === 'rest' ? '' : HOST_KEYS}`],
		['fleet-drift fetch "*" --write', 'makes the first intended configs from what runs, without secrets'],
		...publisherStep(repository, files).map((step): NextStep => [step]),
		['git add and commit all of it; from then on "fleet-drift audit" shows what differs'],
		...(workflow ? [secrets] : []),
	];
}

/** Who sets FLEET_USERNAME would look for the mistake there when one of these is refused. */
function ownUsernames(fleet: Fleet | null): readonly string[] {
	const own = fleet?.usernameOf.size ?? 0;
	if (fleet === null || own === 0) return [];
	const who = own === fleet.devices.length ? 'every device' : `${own} of ${plural(fleet.devices.length, 'device')}`;
	return [`for ${who} the username from the inventory is used instead`];
}

/** So that nothing secret stays in the history of the shell. */
function howToSet(variable: string): string {
	if (variable === 'FLEET_USERNAME') return `export ${variable}=NAME`;
	if (variable === 'FLEET_PRIVATE_KEY') return `export ${variable}="$(cat ~/.ssh/id_ed25519)"`;
	return `read -rs ${variable} && export ${variable}`;
}

function listed(words: readonly string[]): string {
	return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((part) => part !== '').join(' and ');
}

function hanging(
	text: string,
	{ first, width }: { readonly first: string; readonly width: number },
): readonly string[] {
	const indent = ' '.repeat(first.length);
	return wrapText(text, width - first.length).map((line, index) => `${index === 0 ? first : indent}${line}`);
}
