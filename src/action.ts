import { runAction } from './composition/action/run-action.ts';
import { describeFailure } from './composition/describe-failure.ts';
import { untilInterrupted } from './composition/until-interrupted.ts';
import { ConfigurationError } from './errors.ts';
import { warnOfDebugSwitches } from './infrastructure/debug-switches.ts';
import { createLog } from './infrastructure/log.ts';
import { writeTogether } from './infrastructure/write-together.ts';

process.exitCode = await main();

/** The Action: what it is told comes from INPUT_* and GITHUB_*, what it says goes to the runner's log. */
async function main(): Promise<number> {
	const log = createLog({ write: writeTogether(process.stdout), inActions: true });
	warnOfDebugSwitches(process.env, log);
	using interruption = untilInterrupted();
	try {
		return await runAction({ env: process.env, log, signal: interruption.signal });
	} catch (error) {
		log.error(describeFailure(error, { verbose: process.env.RUNNER_DEBUG === '1' }));
		for (const { file, line, message, fix } of error instanceof ConfigurationError ? error.problems : []) {
			if (file === null) continue;
			const at = line ?? 1;
			log.annotate({ path: file, startLine: at, endLine: at, level: 'failure', title: message, message: fix });
		}
		return 2;
	}
}
