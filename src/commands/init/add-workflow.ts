import { dirname, join, relative, sep } from 'node:path';
import { wrapText } from '../../domain/text/wrap-text.ts';
import { writeWhole } from '../../infrastructure/output-file.ts';
import { REPOSITORY } from '../../repository.ts';
import { starterWorkflow, variablesIn } from '../../settings/starter/starter-workflow.ts';
import type { CommandLine, ExitCode } from '../command-line.ts';
import { enclosingRepository } from '../options/enclosing-repository.ts';
import type { InitOptions } from './answers.ts';
import { publisherStep } from './publisher-step.ts';
import { refuseTaken } from './write-files.ts';

/** Nothing of it says what a fleet.yml should hold; with `force`, a workflow that is there is what goes. */
export function isForWorkflowAlone({ workflow, from, device, platform, ...others }: InitOptions): boolean {
	const { transport, login, enable, copy } = others;
	const aboutFleet = [from, device, platform, transport, login, enable, copy];
	return workflow === true && aboutFleet.every((option) => option === undefined);
}

/** Whoever has a fleet.yml keeps it, and gets the workflow for it. */
export async function addWorkflow(
	fleet: string,
	{ path, force, line }: { readonly path: string; readonly force: boolean; readonly line: CommandLine },
): Promise<ExitCode> {
	const variables = variablesIn(fleet);
	const [workflow, text] = workflowFor(path, variables);
	if (!force) await refuseTaken([workflow], { fix: 'Add --force to overwrite it; fleet.yml is kept', line });
	await writeWhole(workflow, text);
	const file = relative(line.cwd, workflow);
	const steps = [
		...publisherStep(REPOSITORY, [file]),
		`store ${variables.join(', ')} as secrets of the environment "network"`,
		'commit the file',
	];
	const next = wrapText(`Next: ${steps.join(', then ')}`, line.stdout.width).join('\n');
	line.stdout.write(`Wrote ${file} for the existing fleet.yml.\n\n${next}\n`);
	return 0;
}

/** The workflow for a fleet.yml: its path, where GitHub looks for it, and its text. */
export function workflowFor(path: string, variables: readonly string[]): readonly [path: string, text: string] {
	const top = enclosingRepository(dirname(path));
	const fleet = relative(top, path).split(sep).join('/');
	return [join(top, '.github/workflows/fleet-drift.yml'), starterWorkflow(variables, fleet)];
}
