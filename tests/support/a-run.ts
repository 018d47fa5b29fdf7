import type { DiffOptions } from '../../src/domain/compare/calculate-diff.ts';
import type { Device } from '../../src/domain/device.ts';
import type { DeviceReport } from '../../src/domain/fleet-report.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import { DeviceError } from '../../src/errors.ts';
import { platforms } from '../../src/platforms/index.ts';
import type { FleetRun } from '../../src/use-cases/audit-fleet.ts';
import type { AuditTools } from '../../src/use-cases/audit-tools.ts';
import { JudgingGate } from '../../src/use-cases/pacing/judging-gate.ts';
import type { FetchListener, Revisions } from '../../src/use-cases/ports.ts';
import { aFleetDevice } from './a-fleet-device.ts';
import { aPlatform } from './a-platform.ts';

/** What a device answers: its text, or what happens instead. Told the signal that ends its time, and who listens. */
export type Answer = string | Fetch;

type Fetch = (device: Device, signal: AbortSignal, listener: FetchListener) => Promise<string>;

/** A fleet in memory: what each device runs and what it should. */
export interface FleetInMemory {
	readonly running: Readonly<Record<string, Answer>>;
	/**
	 * null: there is none.
	 *
	 * @default what runs, so that the device is in sync
	 */
	readonly intended?: Readonly<Record<string, string | null>>;
	readonly options?: DiffOptions;
	readonly signal?: AbortSignal;
	readonly timeoutMs?: number;
	/** @default everything in one turn */
	readonly judging?: JudgingGate;
	readonly limits?: ReadonlyMap<string, number>;
}

/** A run with everything it needs, and what it told on the way. */
export interface RunInMemory {
	readonly run: FleetRun;
	readonly tools: AuditTools;
	readonly asked: readonly string[];
	readonly defects: readonly unknown[];
	readonly finished: readonly { readonly report: DeviceReport; readonly done: number; readonly total: number }[];
}

export function aRun(fleet: FleetInMemory): RunInMemory {
	const { running, intended = {}, options = {}, timeoutMs = 60_000, limits = new Map() } = fleet;
	const asked: string[] = [];
	const defects: unknown[] = [];
	const finished: { report: DeviceReport; done: number; total: number }[] = [];
	const platform = aPlatform();
	const pathOf = ({ name }: Device): string => `intended/${name}.cfg`;
	const { judging = new JudgingGate({ elapsed: () => 0 }) } = fleet;
	let now = 0;
	const tools: AuditTools = {
		adapter: {
			async fetchConfig(device, signal, listener = {}) {
				asked.push(device.name);
				const answer = running[device.name] ?? '';
				const text = typeof answer === 'string' ? answer : await answer(device, signal, listener);
				return { text, session: { handshakes: 1, commands: 2 } };
			},
			[Symbol.asyncDispose]: async () => {},
		},
		intended: {
			pathOf,
			check({ name }) {
				if (intended[name] === null) throw new DeviceError(name, 'ERR_NO_INTENDED', 'there is no such file');
			},
			read(device) {
				const answer = running[device.name];
				const text = intended[device.name] ?? (typeof answer === 'string' ? answer : undefined);
				if (text === undefined) throw new DeviceError(device.name, 'ERR_NO_INTENDED', 'there is no such file');
				return { path: pathOf(device), text };
			},
		},
		masksOf: ({ platform: name }) =>
			compileMasks(name === platform.name ? platform : (platforms.resolve(name) ?? platform), {
				fingerprintKey: 'test',
			}),
		optionsFor: () => options,
		timeoutOf: () => timeoutMs,
		judging,
		clock: {
			now: () => Date.UTC(2026, 10, 23),
			elapsed: () => {
				now += 10;
				return now;
			},
		},
		progress: {
			started: () => {},
			finished: (report, done, total) => finished.push({ report, done, total }),
			defect: (_device, error) => defects.push(error),
		},
	};
	const run: FleetRun = {
		devices: Object.keys(running).map((name) => aFleetDevice({ name })),
		runId: 'run-1',
		toolVersion: '1.0.0',
		limits,
		limitsOf: () => [...limits.keys()],
		warnings: [],
		signal: fleet.signal ?? new AbortController().signal,
	};
	return { run, tools, asked, defects, finished };
}

/** A device that answers nothing until its time is over, and then lets go as an adapter must. */
export const silent = (device: Device, signal: AbortSignal): Promise<string> =>
	new Promise((_, reject) => {
		const giveUp = (): void => {
			const timedOut = signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError';
			const code = timedOut ? 'ERR_TIMEOUT' : 'ERR_CANCELLED';
			reject(new DeviceError(device.name, code, 'it never answered', { reachable: true }));
		};
		if (signal.aborted) giveUp();
		else signal.addEventListener('abort', giveUp, { once: true });
	});

/** A device whose adapter never lets go, whatever happens. */
export const stuck: Answer = () => new Promise(() => {});

export function failing(error: unknown): Answer {
	return () => Promise.reject(error);
}

/** A repository at two commits, by path; a file that a side leaves out is not there. */
export function revisionsOf({
	base,
	head,
}: {
	readonly base: Readonly<Record<string, string>>;
	readonly head: Readonly<Record<string, string>>;
}): Revisions {
	const pathOf = (name: string): string => `intended/${name}.cfg`;
	const byPath = (files: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
		new Map(Object.entries(files).map(([name, text]) => [pathOf(name), text]));
	const sides = { base: byPath(base), head: byPath(head) };
	return {
		changedAmong: async (paths) => new Set(paths.filter((path) => sides.base.get(path) !== sides.head.get(path))),
		readBase: async (path) => sides.base.get(path) ?? null,
		readHead: async (path) => sides.head.get(path) ?? null,
	};
}
