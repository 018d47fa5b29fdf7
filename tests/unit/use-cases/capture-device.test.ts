import { describe, expect, it } from 'vitest';
import { createMaskRegistry } from '../../../src/domain/masking/registry.ts';
import { platforms } from '../../../src/platforms/index.ts';
import type { AuditTools } from '../../../src/use-cases/audit-tools.ts';
import { captureDevice } from '../../../src/use-cases/capture-device.ts';
import { JudgingGate } from '../../../src/use-cases/pacing/judging-gate.ts';
import { aFleetDevice } from '../../support/a-fleet-device.ts';

const device = aFleetDevice({ platform: 'cisco_ios' });
const CONFIG = 'hostname edge-01\nenable secret 9 $9$abcdefghijklmn$opqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ01234\nend\n';

function toolsFor(text: string | Promise<string>): AuditTools {
	return {
		adapter: {
			fetchConfig: async () => ({ text: await text, session: { handshakes: 1, commands: 1 } }),
			[Symbol.asyncDispose]: async () => {},
		},
		intended: {
			check: () => {},
			read: () => {
				throw new Error('not read');
			},
			pathOf: () => 'edge-01.cfg',
		},
		masksOf: createMaskRegistry(platforms, { fingerprintKey: 'test' }),
		optionsFor: () => ({}),
		timeoutOf: () => 5000,
		judging: new JudgingGate({ elapsed: () => 0 }),
		clock: { now: () => 0, elapsed: () => 0 },
		progress: { started: () => {}, finished: () => {}, defect: () => {} },
	};
}

const capture = (text: string, fingerprints = false) =>
	captureDevice(device, toolsFor(text), { signal: new AbortController().signal, fingerprints });

describe('captureDevice', () => {
	it('keeps a config as it came, but for its secrets', async () => {
		const { text } = await capture(CONFIG);

		expect(text).toMatch(/^hostname edge-01\nenable secret \S* ?<\S+>\nend\n$/u);
		expect(text).not.toContain('abcdefghijklmn');
	});

	it('tells whether a secret changed only to who asks for that', async () => {
		expect((await capture(CONFIG)).text).not.toMatch(/<secret:/u);
		expect((await capture(CONFIG, true)).text).toMatch(/<secret:/u);
	});

	it('does not wait for an adapter that does not let go of a run that is over already', async () => {
		const never = new Promise<string>(() => {});
		const options = { signal: AbortSignal.abort(), fingerprints: false };

		await expect(captureDevice(device, toolsFor(never), options)).rejects.toMatchObject({ code: 'ERR_CANCELLED' });
	});

	it('refuses what nothing proves to be whole: an audit of it later would find lines missing', async () => {
		await expect(capture(CONFIG.replace('end\n', ''))).rejects.toMatchObject({ code: 'ERR_INCOMPLETE' });
	});
});
