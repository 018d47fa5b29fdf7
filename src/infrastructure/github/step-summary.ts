import { appendFile, stat } from 'node:fs/promises';
import { PublishError } from '../../errors.ts';

/** The runner uploads nothing above 1 MiB per step, and silently nothing just below it either. */
const SUMMARY_BYTES = 1_000_000;

/**
 * Adds to the summary of the job's page.
 *
 * @param file - GITHUB_STEP_SUMMARY
 * @throws PublishError when there is none, or when it would grow larger than the runner takes
 */
export async function writeStepSummary(file: string | undefined, markdown: string): Promise<void> {
	if (file === undefined || file === '') throw new PublishError('job summary', 'the runner offers no job summary');
	try {
		const { size } = await stat(file);
		const total = size + Buffer.byteLength(markdown) + 1;
		if (total > SUMMARY_BYTES) {
			throw new PublishError(
				'job summary',
				`the job summary takes at most ${SUMMARY_BYTES} bytes, and this makes ${total}`,
			);
		}
		await appendFile(file, `${markdown}\n`);
	} catch (error) {
		if (error instanceof PublishError) throw error;
		throw new PublishError('job summary', 'the file of the job summary cannot be written', { cause: error });
	}
}
