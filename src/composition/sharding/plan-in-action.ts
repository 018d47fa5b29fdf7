import type { MeasuredDevice } from '../../domain/sharding/device-weights.ts';
import { matrixOf } from '../../domain/sharding/shard-manifest.ts';
import { plural } from '../../domain/text/count-words.ts';
import { messageOf } from '../../errors.ts';
import { writeOutputs } from '../../infrastructure/github/outputs.ts';
import { openPast } from '../../infrastructure/results-branch/open-past.ts';
import { writeManifest } from '../../infrastructure/shards/manifest-file.ts';
import type { ActionRun } from '../action/action-run.ts';
import { actionRunOptions } from '../action/action-run-options.ts';
import { openTrusted } from '../action/open-trusted.ts';
import { cloneUrl, temporaryFolder } from '../action/repository-access.ts';
import { attemptId } from '../action/run-id.ts';
import { reportFolder } from '../action/write-report-folder.ts';
import { planShards } from './plan-shards.ts';

/** `mode: plan`: which job audits which device. Writes the manifest and the outputs, and nothing to GitHub. */
export async function planInAction(action: ActionRun): Promise<0> {
	const { inputs, log, signal } = action;
	await using trusted = await openTrusted(action);
	const manifest = await planShards({
		...actionRunOptions(action),
		runId: attemptId(action),
		trusted: trusted.files,
		shards: inputs.shards,
		measured: await measuredDevices(action),
		signal,
	});
	const folder = reportFolder(action);
	await writeManifest(folder, manifest);
	const matrix = matrixOf(manifest);
	log.info(`${plural(manifest.shards.flat().length, 'device')} in ${plural(matrix.include.length, 'shard')}`);
	writeOutputs({ matrix: JSON.stringify(matrix), 'report-path': folder });
	return 0;
}

/** As the results branch knows them. Without it every device counts the same, which is no reason to fail. */
async function measuredDevices({ inputs, context, env, log, signal }: ActionRun): Promise<readonly MeasuredDevice[]> {
	if (inputs.resultsBranch === null) return [];
	try {
		await using past = await openPast({
			remoteUrl: cloneUrl(context),
			branch: inputs.resultsBranch,
			token: inputs.githubToken,
			tempDir: temporaryFolder(env),
			signal,
		});
		return past === null ? [] : await past.latest();
	} catch (error) {
		log.debug(`how long devices take is not known: ${messageOf(error)}`);
		return [];
	}
}
