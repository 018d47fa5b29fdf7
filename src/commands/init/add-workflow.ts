import { dirname, join, relative } from 'node:path';
import { wrapText } from '../../domain/text/wrap-text.ts';
import { writeWhole } from '../../infrastructure/output-file.ts';
import { REPOSITORY } from '../../repository.ts';
import { starterWorkflow, variablesIn } from '../../settings/starter/starter-workflow.ts';
import type { CommandLine, ExitCode } from '../command-line.ts';
import type { InitOptions } from './answers.ts';
import { publisherStep } from './publisher-step.ts';
import { refuseTaken } from './write-files.ts';

/** Nothing of it says what a fleet.yml should hold; with `force`, a workflow that is there is what goes. */
export function isForWorkflowAlone({ workflow, from, device, platform, login, enable, copy }: InitOptions): boolean {
	return workflow === true && [from, device, platform, login, enable, copy].every((option) => option === undefined);
}

/** Whoever has a fleet.yml keeps it, and gets the workflow for it. */
export async function addWorkflow(
	fleet: string,
	{ path, force, line }: { readonly path: string; readonly force: boolean; readonly line: CommandLine },
): Promise<ExitCode> {
	const variables = variablesIn(fleet);
	const workflow = workflowBeside(path);
	if (!force) await refuseTaken([workflow], { fix: 'Add --force to write over it; the fleet.yml stays', line });
	await writeWhole(workflow, starterWorkflow(variables));
	const file = relative(line.cwd, workflow);
	const steps = [
		...publisherStep(REPOSITORY, [file]),
		`store ${variables.join(', ')} as secrets of the environment "network"`,
		'commit the file',
	];
	const next = wrapText(`Next: ${steps.join(', then ')}`, line.stdout.columns).join('\n');
	line.stdout.write(`Wrote ${file} for the fleet.yml that is there.\n\n${next}\n`);
	return 0;
}

/** Where GitHub looks for the workflow of a repository whose top is the folder of fleet.yml. */
export function workflowBeside(fleet: string): string {
	return join(dirname(fleet), '.github/workflows/fleet-drift.yml');
}
