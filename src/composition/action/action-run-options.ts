import { createProgress } from '../run/progress.ts';
import type { RunOptions } from '../run/run-options.ts';
import { systemClock } from '../system-clock.ts';
import type { ActionRun } from './action-run.ts';
import { fleetFileOf } from './fleet-file.ts';
import { auditRunId } from './run-id.ts';

/** What an audit and a pre-flight check in a workflow have in common. */
export function actionRunOptions(action: ActionRun): Omit<RunOptions, 'trusted' | 'source' | 'signal'> {
	const { inputs, context, env, log, lastTook, lastSizes, keepReport } = action;
	return {
		fleetFile: fleetFileOf(action),
		root: context.workspace,
		select: inputs.select ?? '',
		fingerprintKey: inputs.fingerprintKey ?? '',
		env,
		clock: systemClock,
		progress: createProgress({ log, terminal: null }),
		runId: auditRunId(action),
		lastTook,
		lastSizes,
		keepReport,
		registerSecrets: (values) => log.registerSecrets(values),
	};
}
