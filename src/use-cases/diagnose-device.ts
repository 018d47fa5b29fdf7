import type { Device, Transport } from '../domain/device.ts';
import { type DiagnosedStep, type Diagnosis, type DiagnosisStep, STEPS, type Step } from '../domain/diagnosis.ts';
import { atOnce } from '../domain/steps.ts';
import { plural } from '../domain/text/count-words.ts';
import { DeviceError, type ErrorCode } from '../errors.ts';
import type { AuditTools } from './audit-tools.ts';
import { fetchText, readRunning } from './fetch-running.ts';
import type { Trace } from './ports.ts';

/**
 * Goes the whole way to a device's running-config, as an audit would, and tells how far it came. Never throws for a device.
 *
 * @returns null: the run was cancelled in between, which says nothing of the device
 */
export async function diagnoseDevice(
	device: Device,
	tools: AuditTools,
	signal: AbortSignal,
): Promise<Diagnosis | null> {
	const { name, platform, transport } = device;
	const taken = new Map<Step, string>();
	const diagnosis = { device: name, platform, transport };
	try {
		const trace: Trace = (step, detail) => taken.set(step, detail);
		const { text } = await fetchText(device, tools, { signal, listener: { trace } });
		const { lines, masked } = atOnce(readRunning(device, text, tools));
		const config = `${plural(lines.length, 'line')}, ${masked.lines} of them masked in part or whole`;
		const steps = STEPS.map((step): DiagnosedStep => {
			const detail = taken.get(step);
			return detail === undefined ? { step, status: 'not-needed', detail: '' } : { step, status: 'passed', detail };
		});
		const whole: DiagnosedStep = { step: 'complete', status: 'passed', detail: config };
		const all = [...steps, whole, await intendedStep(device, tools)];
		return { ...diagnosis, status: 'well', reason: null, hostKeyLine: null, steps: all };
	} catch (error) {
		if (!(error instanceof DeviceError)) throw error;
		if (error.code === 'ERR_CANCELLED') return null;
		const { reason, hostKeyLine } = error;
		return { ...diagnosis, status: 'ill', reason, hostKeyLine, steps: stepsUpTo(error, { taken, transport }) };
	}
}

/** Steps that an error belongs to, however far the way had come. */
const STEP_OF: Partial<Record<ErrorCode, DiagnosisStep>> = {
	ERR_ALGORITHMS: 'algorithms',
	ERR_HOST_KEY: 'host-key',
	ERR_COMMAND_REJECTED: 'config',
	ERR_PARSE: 'complete',
};

/** Only a shell has these. */
const OF_A_SHELL: readonly DiagnosisStep[] = ['prompt', 'privileges', 'paging'];

/** How far the way has come, and by what. */
interface Way {
	readonly taken: ReadonlyMap<DiagnosisStep, string>;
	readonly transport: Transport;
}

function stepsUpTo(error: DeviceError, way: Way): readonly DiagnosedStep[] {
	const { taken, transport } = way;
	const all: readonly DiagnosisStep[] = [...STEPS, 'complete'];
	const failed = failedStep(error, way);
	return all.map((step, index): DiagnosedStep => {
		if (step === failed) return { step, status: 'failed', detail: error.messageInFull };
		if (transport !== 'ssh' && OF_A_SHELL.includes(step)) return { step, status: 'not-needed', detail: '' };
		if (index > all.indexOf(failed)) return { step, status: 'not-reached', detail: '' };
		const detail = taken.get(step);
		return { step, status: detail === undefined ? 'not-needed' : 'passed', detail: detail ?? '' };
	});
}

/** What the error says of itself, else the step behind the last one that was taken. */
function failedStep({ code, message, reachable }: DeviceError, { taken, transport }: Way): DiagnosisStep {
	if (!taken.has('bastion') && message.startsWith('bastion ')) return 'bastion';
	if (code === 'ERR_AUTHENTICATION' && !taken.has('login')) return 'login';
	// Its certificate is verified with the connection, and a device that has let us in was asked for its config.
	if (transport === 'rest' && taken.has('connection')) return STEP_OF[code] ?? (reachable ? lastStep(taken) : 'login');
	if (transport === 'netconf' && taken.has('login')) return STEP_OF[code] ?? lastStep(taken);
	const last = STEPS.findLastIndex((step) => taken.has(step));
	return STEP_OF[code] ?? STEPS.find((step, index) => index > last && step !== 'bastion') ?? 'complete';
}

function lastStep(taken: Way['taken']): DiagnosisStep {
	return taken.has('config') ? 'complete' : 'config';
}

/** Not on the way to the device, but the next thing that is asked for. */
function intendedStep(device: Device, { intended }: AuditTools): DiagnosedStep {
	try {
		const { path } = intended.read(device);
		return { step: 'intended', status: 'passed', detail: path };
	} catch (error) {
		if (!(error instanceof DeviceError)) throw error;
		const detail = `${intended.pathOf(device)} is not there yet. Make it with: fleet-drift fetch ${device.name} --write`;
		return { step: 'intended', status: 'missing', detail };
	}
}
