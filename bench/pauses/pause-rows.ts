import { keepHeapSmall } from '../../src/composition/run/keep-heap-small.ts';
import { systemClock } from '../../src/composition/system-clock.ts';
import type { Device } from '../../src/domain/device.ts';
import type { FleetReport } from '../../src/domain/fleet-report.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import { readAs } from '../../src/domain/platform/text-form.ts';
import { platforms } from '../../src/platforms/index.ts';
import { type FleetRun, triggerFleetAudit } from '../../src/use-cases/audit-fleet.ts';
import type { AuditTools } from '../../src/use-cases/audit-tools.ts';
import { JudgingGate } from '../../src/use-cases/pacing/judging-gate.ts';
import type { Revisions } from '../../src/use-cases/ports.ts';
import { preflight } from '../../src/use-cases/preflight.ts';
import { type ConfigPair, configPair, SCENARIOS } from '../engine/config-pairs.ts';
import type { ResultRow } from '../support/result-row.ts';
import { longestPieces } from './longest-pieces.ts';
import { SHAPED_SCENARIOS, SHAPES, shapedPair } from './shaped-configs.ts';

/** Nobody waits longer than this while a device of that size is judged. */
const GOAL = { lines: 50_000, boundMs: 50 };

const device: Device = {
	name: 'edge-01',
	host: '192.0.2.1',
	port: null,
	platform: 'cisco_ios',
	transport: 'ssh',
	site: null,
	role: null,
	tags: [],
	groups: [],
};

/** An audit and a pre-flight check of one device, whose head is what the audit calls intended and whose base is what it runs. */
export async function pauseRows(sizes: readonly number[], repeats: number): Promise<readonly ResultRow[]> {
	keepHeapSmall();
	const rows: ResultRow[] = [];
	for (const lines of sizes) {
		for (const scenario of SCENARIOS) {
			const pair = { platform: 'cisco_ios', transport: 'ssh' as const, ...configPair(lines, scenario) };
			rows.push(...(await rowsOf(`${lines.toLocaleString('en')} lines, ${scenario}`, { pair, lines, repeats })));
		}
	}
	return rows;
}

/** The same of a device of each other shape. */
export async function shapeRows(lines: number, repeats: number): Promise<readonly ResultRow[]> {
	keepHeapSmall();
	const rows: ResultRow[] = [];
	for (const shape of SHAPES) {
		for (const [scenario, every] of Object.entries(SHAPED_SCENARIOS)) {
			const pair = {
				platform: shape.platform,
				transport: shape.transport ?? ('ssh' as const),
				...shapedPair(shape, lines, every),
			};
			const what = `${lines.toLocaleString('en')} lines of ${shape.what}, ${scenario}`;
			rows.push(...(await rowsOf(what, { pair, lines, repeats })));
		}
	}
	return rows;
}

interface Judged extends ConfigPair {
	/** Slug. */
	readonly platform: string;
	readonly transport: Device['transport'];
}

async function rowsOf(
	what: string,
	{ pair, lines, repeats }: { readonly pair: Judged; readonly lines: number; readonly repeats: number },
): Promise<readonly ResultRow[]> {
	const rows: ResultRow[] = [];
	for (const [kind, judge] of [
		['audit', audit],
		['pre-flight', check],
	] as const) {
		const ours = await longestPieces(() => judge(pair), { check: refuseUnknown, repeats });
		rows.push({
			what: `${kind}, ${what}`,
			unit: 'ms CPU',
			ours,
			beside: null,
			goal: lines <= GOAL.lines ? { bound: GOAL.boundMs, ratio: null } : null,
		});
	}
	return rows;
}

function audit(pair: Judged): Promise<FleetReport> {
	return triggerFleetAudit(aRun(pair), toolsFor(pair));
}

function check(pair: Judged): Promise<FleetReport> {
	const revisions: Revisions = {
		changedAmong: async (paths) => new Set(paths),
		readBase: async () => pair.running,
		readHead: async () => pair.intended,
	};
	return preflight(aRun(pair), toolsFor(pair), revisions);
}

function refuseUnknown({ devices }: FleetReport): void {
	for (const { status, message } of devices) if (status === 'unknown') throw new Error(`not judged: ${message}`);
}

function aRun({ platform, transport }: Judged): FleetRun {
	const signal = new AbortController().signal;
	const base = {
		devices: [{ ...device, platform, transport }],
		runId: 'bench',
		toolVersion: '0',
		warnings: [],
		signal,
	};
	return { ...base, limits: new Map(), limitsOf: () => [] };
}

function toolsFor({ platform, transport, intended, running }: Judged): AuditTools {
	return {
		adapter: {
			fetchConfig: async () => ({ text: running, session: { handshakes: 1, commands: 1 } }),
			[Symbol.asyncDispose]: async () => {},
		},
		intended: {
			pathOf: () => 'intended/edge-01.cfg',
			check: () => {},
			read: () => ({ path: 'intended/edge-01.cfg', text: intended }),
		},
		masksOf: () => masksFor(platform, transport),
		optionsFor: () => ({}),
		timeoutOf: () => 60_000,
		judging: new JudgingGate(systemClock),
		clock: systemClock,
		progress: {
			started: () => {},
			finished: () => {},
			defect: (_, error) => {
				throw error;
			},
		},
	};
}

/** By platform and transport: the same system may show another text over another one. */
const compiled = new Map<string, ReturnType<typeof compileMasks>>();

function masksFor(platform: string, transport: Device['transport']): ReturnType<typeof compileMasks> {
	const known = platforms.resolve(platform);
	if (known === null) throw new Error('no platform to measure');
	const key = `${platform} ${transport}`;
	const masks = compiled.get(key) ?? compileMasks(readAs(known, transport), { fingerprintKey: 'bench' });
	compiled.set(key, masks);
	return masks;
}
