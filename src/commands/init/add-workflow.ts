import { dirname, join, relative } from 'node:path';
import { writeOutput } from '../../infrastructure/output-file.ts';
import { starterWorkflow, variablesIn } from '../../settings/starter/starter-workflow.ts';
import type { CommandLine, ExitCode } from '../command-line.ts';
import type { InitOptions } from './answers.ts';
import { refuseTaken } from './write-files.ts';

/** Nothing of it says what a fleet.yml should hold; with `force`, a workflow that is there is what goes. */
export function isForWorkflowAlone({ workflow, from, device, platform, login, copy }: InitOptions): boolean {
	return workflow === true && [from, device, platform, login, copy].every((option) => option === undefined);
}

/** Whoever has a fleet.yml keeps it, and gets the workflow for it. */
export async function addWorkflow(
	fleet: string,
	{ path, force, line }: { readonly path: string; readonly force: boolean; readonly line: CommandLine },
): Promise<ExitCode> {
	const variables = variablesIn(fleet);
	const workflow = workflowBeside(path);
	if (!force) await refuseTaken([workflow], { fix: 'Add --force to write over it; the fleet.yml stays', line });
	await writeOutput(workflow, starterWorkflow(variables));
	line.stdout.write(
		`Wrote ${relative(line.cwd, workflow)} for the fleet.yml that is there.\n\nNext: store ${variables.join(', ')} ` +
			'as secrets of the environment "network", then commit the file\n',
	);
	return 0;
}

export function workflowBeside(fleet: string): string {
	return join(dirname(fleet), '.github/workflows/fleet-drift.yml');
}
