import { isAbsolute, relative, resolve, sep } from 'node:path';
import { ConfigurationError } from '../../errors.ts';
import type { ActionRun } from './action-run.ts';

/**
 * The input `fleet` as git names files of the repository, however a workflow writes it: `./net/fleet.yml`, or with the folder of
 * the checkout in front. Throws a `ConfigurationError` for a path that leads out of it.
 *
 * @example
 * fleetFileOf(run) //=> 'net/fleet.yml'
 */
export function fleetFileOf({
	inputs,
	context,
}: {
	readonly inputs: Pick<ActionRun['inputs'], 'fleet'>;
	readonly context: Pick<ActionRun['context'], 'workspace'>;
}): string {
	const path = relative(context.workspace, resolve(context.workspace, inputs.fleet)).split(sep).join('/');
	const isInside = path !== '' && path !== '..' && !path.startsWith('../') && !isAbsolute(path);
	if (isInside) return path;
	throw ConfigurationError.of(
		`input fleet cannot be ${JSON.stringify(inputs.fleet)}: it leads out of the checkout, or to no file of it`,
		'Name a file of this repository, such as fleet.yml',
	);
}
