import type { PreparedRun } from '../../composition/run/set-up-run.ts';
import type { Device } from '../../domain/device.ts';
import { runLimited } from '../../use-cases/pacing/run-limited.ts';
import type { CommandLine } from '../command-line.ts';

/**
 * Asks every device of a run for something of its own, with the limits of the fleet. Answers come in the order of the
 * devices; what is worth a warning in the end has been told by then.
 *
 * @param ask - must not reject: what can go wrong with a device is an answer
 */
export async function askDevices<Answer>(
	{ run }: Pick<PreparedRun, 'run'>,
	{ log }: CommandLine,
	ask: (device: Device) => Promise<Answer>,
): Promise<readonly Answer[]> {
	const answers = await runLimited(
		run.devices.map((device) => ({ limits: run.limitsOf(device), run: () => ask(device) })),
		run.limits,
	);
	for (const warning of (await run.conclude?.()) ?? []) log.warning(warning);
	return answers;
}
