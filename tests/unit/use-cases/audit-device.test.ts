import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Feature } from '../../../src/domain/features/feature.ts';
import { DeviceError, DriftAuditError, type ErrorCode } from '../../../src/errors.ts';
import { auditDevice } from '../../../src/use-cases/audit-device.ts';
import type { AuditTools } from '../../../src/use-cases/audit-tools.ts';
import { JudgingGate } from '../../../src/use-cases/pacing/judging-gate.ts';
import { aFleetDevice } from '../../support/a-fleet-device.ts';
import { aRun, type FleetInMemory, failing, type RunInMemory, silent, stuck } from '../../support/a-run.ts';

const name = 'edge-01';
const whole = 'hostname a\nend\n';

/** On which so much time passes between two looks. */
function aClock(ms: number): { readonly elapsed: () => number } {
	let now = 0;
	return {
		elapsed: () => {
			now += ms;
			return now;
		},
	};
}

async function audit(fleet: Omit<FleetInMemory, 'running'> & { readonly running: FleetInMemory['running'][string] }) {
	const inMemory: RunInMemory = aRun({ ...fleet, running: { [name]: fleet.running } });
	const report = await auditDevice(aFleetDevice({ name }), inMemory.tools, inMemory.run.signal);
	return { report, ...inMemory };
}

describe('auditDevice', () => {
	it('is in sync when what runs is what is intended', async () => {
		const { report } = await audit({ running: 'clock 12 by anna\nhostname a\nend\n', intended: { [name]: whole } });

		expect(report).toMatchObject({
			name,
			platform: 'a_platform',
			site: null,
			role: null,
			status: 'in-sync',
			reason: null,
			message: null,
			reachable: true,
			durationMs: 10,
			fingerprint: null,
			intendedPath: 'intended/edge-01.cfg',
			changes: [],
			diff: '',
			remediation: [],
			ignored: 0,
			masked: { lines: 1, total: 3, patterns: { 'volatile/clock': 1 } },
			metadata: { changedBy: 'anna', handshakes: 1, commands: 2 },
		});
	});

	it('is drifted with the changes that the diff shows', async () => {
		const { report } = await audit({ running: whole, intended: { [name]: 'hostname b\nend\n' } });

		expect(report).toMatchObject({
			status: 'drifted',
			reason: null,
			changes: [{ kind: 'changed', line: 'hostname b', runningText: 'hostname a' }],
			diff: expect.stringContaining('-hostname b\n+hostname a\n'),
			fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
		});
	});

	it('is not asked where there is nothing to compare it with', async () => {
		const { report, asked } = await audit({ running: whole, intended: { [name]: null } });

		expect(report).toMatchObject({ status: 'unknown', reason: 'no-intended', reachable: false });
		expect(report.message).toBe('there is no such file');
		expect(asked).toEqual([]);
	});

	it('is not judged where one side is larger than a configuration, nor called cut', async () => {
		const large = `hostname a\n${'\n'.repeat(2_000_000)}end\n`;
		const sent = await audit({ running: large, intended: { [name]: large } });
		const written = await audit({ running: whole, intended: { [name]: large } });
		const found = 'it has more than 2,000,000 lines, which no configuration has. Check what is there';

		expect(sent.report).toMatchObject({ status: 'unknown', reason: 'parse-error', reachable: true });
		expect(sent.report.message).toBe(`the running-config cannot be read: ${found}`);
		expect(written.report).toMatchObject({ status: 'unknown', reason: 'parse-error' });
		expect(written.report.message).toBe(`its intended config cannot be read: ${found}`);
	});

	it('is not in sync with a file that says nothing, where only what it says counts', async () => {
		const intended = { [name]: '! rendered without its data\n' };
		const declared = await audit({ running: whole, intended, options: { scope: 'declared' } });
		const full = await audit({ running: whole, intended });

		expect(declared.report).toMatchObject({ status: 'unknown', reason: 'no-intended', reachable: true });
		expect(declared.report.message).toContain('says nothing');
		expect(full.report).toMatchObject({ status: 'drifted' });
	});

	it('is not judged by a file in another format than the device gives', async () => {
		const { report } = await audit({ running: whole, intended: { [name]: '{ "hostname": "a" }\n' } });

		expect(report).toMatchObject({ status: 'unknown', reason: 'parse-error', changes: [], findings: [{ line: 1 }] });
		expect(report.message).toMatch(/^its intended config is JSON, but ssh gives lines of a command line on a_platform/);
		expect(report.findings?.[0]?.message).toBe(report.message);
	});

	it('is judged feature by feature', async () => {
		const { run, tools } = aRun({ running: { [name]: whole }, intended: { [name]: 'hostname b\nntp x\nend\n' } });
		const features: readonly Feature[] = [
			{ name: 'names', within: [], pattern: /^hostname /, ordered: null },
			{ name: 'end', within: [], pattern: /^end$/, ordered: null },
			{ name: 'bgp', within: [], pattern: /^router bgp /, ordered: null },
		];

		const report = await auditDevice(aFleetDevice({ name }), { ...tools, features }, run.signal);

		expect(report.features).toEqual([{ name: 'names', compliant: false, changes: 1 }]);
	});

	it('is in sync when all of its drift is ignored, and says how much that was', async () => {
		const options = { ignore: () => 'known' };

		const { report } = await audit({ running: whole, intended: { [name]: 'hostname b\nend\n' }, options });

		expect(report).toMatchObject({
			status: 'in-sync',
			changes: [],
			diff: '',
			ignored: 1,
			ignoredBy: [{ reason: 'known', changes: 1 }],
		});
	});

	it('is judged in turns with others where that takes long, one step at a time', async () => {
		let turns = 0;
		const report = (judging?: JudgingGate) =>
			audit({ running: whole, intended: { [name]: 'hostname b\nend\n' }, ...(judging && { judging }) });
		const slow = new JudgingGate(aClock(100), async () => {
			turns += 1;
		});

		const inTurns = (await report(slow)).report;

		// Both sides read and masked, compared, the diff, the fingerprint, commands, severities, and copied.
		expect(turns).toBeGreaterThan(20);
		expect(inTurns).toEqual((await report()).report);
	});

	it('has its intended config read when its turn to be judged has come, and not while it waits', async () => {
		const happened: string[] = [];
		const { promise: isOver, resolve: end } = Promise.withResolvers<void>();
		const { tools, run } = aRun({
			running: { a: whole, b: whole },
			judging: new JudgingGate(aClock(100), () => isOver),
		});
		const watched: AuditTools = {
			...tools,
			intended: {
				...tools.intended,
				read: (device) => {
					happened.push(`read ${device.name}`);
					return tools.intended.read(device);
				},
			},
			keepConfig: (device) => happened.push(`judged ${device}`),
		};

		const all = ['a', 'b'].map((device) => auditDevice(aFleetDevice({ name: device }), watched, run.signal));
		await nextTurn();
		expect(happened).toEqual([]);
		end();
		await Promise.all(all);

		expect(happened).toEqual(['read a', 'judged a', 'read b', 'judged b']);
	});

	it('is not judged any further once the run is over', async () => {
		const run = new AbortController();
		let turns = 0;
		const judging = new JudgingGate(aClock(100), async () => {
			turns += 1;
			if (turns === 5) run.abort();
		});

		const { report } = await audit({ running: whole, signal: run.signal, judging });

		expect(turns).toBe(5);
		expect(report).toMatchObject({ status: 'unknown', reason: 'timed-out', cancelled: true, reachable: true });
		expect(report.message).toBe('the run was cancelled before this device was done');
	});

	it.each([
		['ERR_UNREACHABLE', 'unreachable'],
		['ERR_ALGORITHMS', 'unreachable'],
		['ERR_AUTHENTICATION', 'auth-failed'],
		['ERR_HOST_KEY', 'host-key-mismatch'],
		['ERR_TIMEOUT', 'timed-out'],
		['ERR_CANCELLED', 'timed-out'],
		['ERR_COMMAND_REJECTED', 'command-rejected'],
	] as readonly (readonly [ErrorCode, string])[])('is unknown on %s, with the reason', async (code, reason) => {
		const running = failing(new DeviceError(name, code, 'that is why'));

		const { report, defects } = await audit({ running, intended: { [name]: whole } });

		expect(report).toMatchObject({ status: 'unknown', reason, message: 'that is why', changes: [], diff: '' });
		expect(defects).toEqual([]);
	});

	it('keeps whether nothing was known of the host key, which is no mismatch', async () => {
		const report = async (hostKeyLine: string | null) =>
			(await audit({ running: failing(new DeviceError(name, 'ERR_HOST_KEY', 'key', { hostKeyLine })) })).report;

		expect(await report('192.0.2.1 ssh-ed25519 AAAA')).toMatchObject({
			reason: 'host-key-mismatch',
			hostKeyUnknown: true,
		});
		expect(await report(null)).not.toHaveProperty('hostKeyUnknown');
	});

	it.each([true, false])('keeps whether a session was open when it failed: %s', async (reachable) => {
		const running = failing(new DeviceError(name, 'ERR_TIMEOUT', 'slow', { reachable }));

		expect((await audit({ running })).report.reachable).toBe(reachable);
	});

	it.each([
		['no end', 'hostname a\n', 'the running-config is incomplete: the last line is not "end"'],
		['nothing at all', '', 'the running-config is incomplete: the device returned no configuration'],
		['an end inside of a banner', 'banner motd #\nend\n', 'the running-config is incomplete'],
	])('never judges a config with %s', async (_, running, message) => {
		const { report } = await audit({ running, intended: { [name]: whole } });

		expect(report).toMatchObject({ status: 'unknown', reason: 'incomplete', reachable: true, changes: [] });
		expect(report.message).toContain(message);
	});

	it.each([[whole, 'hostname a\nkey\nMIIE\n', 'the key that starts on line 2 never ends']])(
		'is unknown when a config cannot be read, and says where',
		async (running, intended, message) => {
			const { report, defects } = await audit({ running, intended: { [name]: intended } });

			expect(report).toMatchObject({ status: 'unknown', reason: 'parse-error', reachable: true });
			expect(report.message).toContain(message);
			expect(defects).toEqual([]);
		},
	);

	it('reads a banner without its end as ordinary lines, and says so', async () => {
		const { report } = await audit({ running: whole, intended: { [name]: 'hostname a\nbanner motd #\nhello\n' } });

		expect(report).toMatchObject({
			status: 'drifted',
			changes: [{ line: 'banner motd' }, { line: 'hello' }],
			remarks: [expect.stringContaining('the banner that starts on line')],
		});
	});

	it('counts a device as reached whose intended config is missing', async () => {
		const { report } = await audit({ running: async () => whole });

		expect(report).toMatchObject({ status: 'unknown', reason: 'no-intended', reachable: true });
	});

	it('is unknown on what nobody foresaw, and tells the debug log and nobody else', async () => {
		const defect = new TypeError('the password is hunter2');

		const { report, defects } = await audit({ running: failing(defect) });

		expect(report).toMatchObject({ status: 'unknown', reason: 'internal' });
		expect(JSON.stringify(report)).not.toContain('hunter2');
		expect(defects).toEqual([defect]);
	});

	it('takes an error of the domain that names no device for a defect', async () => {
		const { report, defects } = await audit({ running: failing(new DriftAuditError('ERR_SCORE', 'x')) });

		expect(report.reason).toBe('internal');
		expect(defects).toHaveLength(1);
	});

	it('ends a device at its own time', async () => {
		const { report } = await audit({ running: silent, timeoutMs: 20 });

		expect(report).toMatchObject({
			status: 'unknown',
			reason: 'timed-out',
			reachable: true,
			message: 'it never answered',
		});
	});

	it('does not wait for an adapter that does not let go', async () => {
		const { report } = await audit({ running: stuck, timeoutMs: 20 });

		expect(report).toMatchObject({ reason: 'timed-out', message: expect.stringContaining('not finished in time') });
	});

	it('says so when it was cancelled', async () => {
		const controller = new AbortController();
		setTimeout(() => controller.abort(), 20);

		const { report } = await audit({ running: stuck, signal: controller.signal });

		expect(report).toMatchObject({ cancelled: true, message: expect.stringContaining('the run was cancelled') });
	});

	it('takes an answer that comes while the adapter closes', async () => {
		const running: FleetInMemory['running'][string] = (_device, signal) =>
			new Promise((resolve) => signal.addEventListener('abort', () => setTimeout(() => resolve(whole), 5)));

		expect((await audit({ running, intended: { [name]: whole }, timeoutMs: 20 })).report.status).toBe('in-sync');
	});
});
