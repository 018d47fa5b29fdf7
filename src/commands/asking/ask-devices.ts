import { ProgressBar } from '../../composition/run/progress-bar.ts';
import type { PreparedRun } from '../../composition/run/set-up-run.ts';
import type { Device } from '../../domain/device.ts';
import { DeviceError } from '../../errors.ts';
import { runLimited } from '../../use-cases/pacing/run-limited.ts';
import type { CommandLine } from '../command-line.ts';
import { tellFailures } from './tell-failures.ts';

interface AskOptions<Answer> {
	/** Must not reject: what can go wrong with a device is an answer. */
	readonly ask: (device: Device) => Promise<Answer>;
	/** Given every answer, in the order of the devices, as soon as those in front of it are there. */
	readonly tell?: (answer: Answer) => void;
}

/**
 * Asks every device of a run for something of its own, with the limits of the fleet. Answers come in the order of the
 * devices; what is worth a warning in the end has been told by then.
 */
export async function askDevices<Answer>(
	{ run }: Pick<PreparedRun, 'run'>,
	{ log, stderr }: CommandLine,
	{ ask, tell = () => {} }: AskOptions<Answer>,
): Promise<readonly Answer[]> {
	const bar = new ProgressBar({ terminal: stderr.interactive ? stderr : null, total: run.devices.length });
	const tellNext = inOrder<Answer>((answer) => {
		bar.clear();
		tell(answer);
	});
	const places = new Map(run.devices.map((device, index) => [device, index]));
	const askOne = async (device: Device): Promise<Answer> => {
		bar.begin(device.name);
		const answer = await ask(device);
		tellNext(places.get(device) ?? 0, answer);
		bar.end(device.name);
		return answer;
	};
	const answers = await runLimited(run.devices, { limitsOf: run.limitsOf, limits: run.limits, run: askOne });
	for (const warning of (await run.conclude?.()) ?? []) log.warning(warning);
	return answers;
}

/** What a device gave. */
export interface Answered<Answer> {
	readonly device: Device;
	readonly answer: Answer;
}

/**
 * The same for what a device may fail at: it may throw a `DeviceError`. Returns those that did not; of the others has been
 * told by then.
 */
export async function askForEach<Answer>(
	prepared: Pick<PreparedRun, 'run'>,
	line: CommandLine,
	ask: (device: Device) => Promise<Answer>,
): Promise<readonly Answered<Answer>[]> {
	const askOrFail = async (device: Device): Promise<Answered<Answer> | DeviceError> => {
		try {
			return { device, answer: await ask(device) };
		} catch (error) {
			if (error instanceof DeviceError) return error;
			throw error;
		}
	};
	const answers = await askDevices(prepared, line, { ask: askOrFail });
	const errors = answers.filter((answer) => answer instanceof DeviceError);
	tellFailures(errors, line.log);
	return answers.flatMap((answer) => (answer instanceof DeviceError ? [] : [answer]));
}

/** Hands answers on in their order, each when all in front of it have been. */
function inOrder<Answer>(tell: (answer: Answer) => void): (index: number, answer: Answer) => void {
	const waiting = new Map<number, { readonly answer: Answer }>();
	let next = 0;
	return (index, answer) => {
		waiting.set(index, { answer });
		for (let held = waiting.get(next); held !== undefined; held = waiting.get(next)) {
			waiting.delete(next);
			next += 1;
			tell(held.answer);
		}
	};
}
