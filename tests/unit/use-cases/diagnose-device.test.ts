import { describe, expect, it } from 'vitest';
import type { DiagnosisStep, Step } from '../../../src/domain/diagnosis.ts';
import { createMaskRegistry } from '../../../src/domain/masking/registry.ts';
import { DeviceError, type ErrorCode } from '../../../src/errors.ts';
import { platforms } from '../../../src/platforms/index.ts';
import type { AuditTools } from '../../../src/use-cases/audit-tools.ts';
import { diagnoseDevice } from '../../../src/use-cases/diagnose-device.ts';
import { JudgingGate } from '../../../src/use-cases/pacing/judging-gate.ts';
import { aFleetDevice } from '../../support/a-fleet-device.ts';

const device = aFleetDevice({ platform: 'cisco_ios' });

/** What becomes of the steps of a way that comes so far, and ends with this. */
async function diagnose(
	taken: readonly Step[],
	end: string | Error,
	read: AuditTools['intended']['read'] = () => ({ path: 'edge-01.cfg', text: '' }),
	asked = device,
) {
	const tools: AuditTools = {
		adapter: {
			fetchConfig: async (_device, _signal, listener) => {
				for (const step of taken) listener?.trace?.(step, `${step} went well`);
				if (typeof end !== 'string') throw end;
				return { text: end, session: { handshakes: 1, commands: 1 } };
			},
			[Symbol.asyncDispose]: async () => {},
		},
		intended: { check: () => {}, read, pathOf: () => 'edge-01.cfg' },
		masksOf: createMaskRegistry(platforms, { fingerprintKey: 'test' }),
		optionsFor: () => ({}),
		timeoutOf: () => 5000,
		judging: new JudgingGate({ elapsed: () => 0 }),
		clock: { now: () => 0, elapsed: () => 0 },
		progress: { started: () => {}, finished: () => {}, defect: () => {} },
	};
	return diagnoseDevice(asked, tools, new AbortController().signal);
}

const failing = (code: ErrorCode, message = 'that is why') => new DeviceError(device.name, code, message);

describe('diagnoseDevice', () => {
	it.each<[string, readonly Step[], DeviceError, DiagnosisStep]>([
		['nobody listens', ['address'], failing('ERR_UNREACHABLE'), 'connection'],
		['the bastion refuses the login', [], failing('ERR_AUTHENTICATION', 'bastion ams refused'), 'bastion'],
		['the login is refused', ['address', 'connection', 'host-key'], failing('ERR_AUTHENTICATION'), 'login'],
		['the host key is another one', ['address', 'connection'], failing('ERR_HOST_KEY'), 'host-key'],
		['a command is refused', ['address', 'connection', 'login'], failing('ERR_COMMAND_REJECTED'), 'config'],
	])('names the step at which %s', async (_what, taken, error, step) => {
		const diagnosis = await diagnose(taken, error);
		const steps = diagnosis?.steps ?? [];
		const at = steps.findIndex((found) => found.status === 'failed');

		expect(diagnosis?.status).toBe('ill');
		expect(steps[at]).toMatchObject({ step, detail: error.message });
		expect(steps.slice(0, at).map(({ status }) => status)).not.toContain('not-reached');
		expect(steps.slice(at + 1).every(({ status }) => status === 'not-reached')).toBe(true);
		for (const name of taken.filter((taking) => steps.findIndex((found) => found.step === taking) < at)) {
			expect(steps).toContainEqual({ step: name, status: 'passed', detail: `${name} went well` });
		}
	});

	it.each<['rest' | 'netconf', string, readonly Step[], boolean, DiagnosisStep]>([
		['rest', 'an answer was cut', ['address', 'connection'], true, 'config'],
		['rest', 'the login got no answer', ['address', 'connection'], false, 'login'],
		['netconf', 'an answer was cut', ['address', 'connection', 'host-key', 'login'], true, 'config'],
		['rest', 'the config has no end', ['address', 'connection', 'config'], true, 'complete'],
	])(
		'names over %s, where there is no prompt, the step at which %s',
		async (transport, _what, taken, reachable, step) => {
			const error = new DeviceError(device.name, 'ERR_INCOMPLETE', 'that is why', { reachable });

			const steps = (await diagnose(taken, error, undefined, { ...device, transport }))?.steps ?? [];

			expect(steps.find(({ status }) => status === 'failed')?.step).toBe(step);
			for (const { step: name, status } of steps) {
				if (/^(?:prompt|privileges|paging)$/.test(name)) expect(status).toBe('not-needed');
			}
		},
	);

	it('tells of a way without a fault what was taken, and what there was no need for', async () => {
		const diagnosis = await diagnose(['address', 'connection', 'login', 'config'], 'hostname edge-01\nend\n');

		expect(diagnosis).toMatchObject({ status: 'well', reason: null });
		expect(diagnosis?.steps).toContainEqual({ step: 'login', status: 'passed', detail: 'login went well' });
		expect(diagnosis?.steps).toContainEqual({ step: 'bastion', status: 'not-needed', detail: '' });
		expect(diagnosis?.steps.slice(-2)).toMatchObject([
			{ step: 'complete', status: 'passed' },
			{ step: 'intended', status: 'passed', detail: 'edge-01.cfg' },
		]);
	});

	it('is well without an intended config, and says how to make it', async () => {
		const diagnosis = await diagnose(['address', 'connection', 'login', 'config'], 'hostname edge-01\nend\n', () => {
			throw failing('ERR_NO_INTENDED');
		});

		expect(diagnosis?.status).toBe('well');
		expect(diagnosis?.steps.at(-1)).toEqual({
			step: 'intended',
			status: 'missing',
			detail: `edge-01.cfg is not there yet. Make it with: fleet-drift fetch ${device.name} --write`,
		});
	});

	it('is ill where nothing proves that the config is whole', async () => {
		const diagnosis = await diagnose(['address', 'connection', 'login', 'config'], 'hostname edge-01\n');

		expect(diagnosis).toMatchObject({ status: 'ill', reason: 'incomplete' });
		expect(diagnosis?.steps.at(-1)).toMatchObject({ step: 'complete', status: 'failed' });
	});

	it('takes no defect for something that is wrong with the device', async () => {
		await expect(diagnose(['address'], new TypeError('x is undefined'))).rejects.toThrow('x is undefined');
	});

	it('says nothing of a device when the run was cancelled', async () => {
		expect(await diagnose(['address'], failing('ERR_CANCELLED'))).toBeNull();
	});
});
