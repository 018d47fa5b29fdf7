/**
 * Mixed faults over a fleet, round after round, in one process: `npm run soak -- [--minutes 30] [--devices 500] [--seed 1]`.
 * Every round audits all devices, each with the fault that the seed gave it. Outcomes must be right, and memory and handles
 * flat; otherwise it ends with 1.
 *
 * A device that was out of time although its fault takes none is asked again by itself: a machine that was busy is no fault
 * of the audit, and one that hangs does so again.
 */
import { parseArgs } from 'node:util';
import type { DeviceReport, FleetReport } from '../src/domain/fleet-report.ts';
import { auditFolder } from './support/audit-folder.ts';
import { benchFleet, type FleetRecipe } from './support/bench-fleet.ts';
import { createFleetFolder } from './support/fleet-folder.ts';
import { describeMachine } from './support/machine.ts';
import { describeFault, isRightFor } from './support/right-outcome.ts';
import { startSimulatorProcess } from './support/simulator-process.ts';
import { growthIn, LEAST_ROUNDS, type Remains, weighRemains } from './support/weigh-remains.ts';

/** Rounds in which caches fill and the compiler learns. */
const WARM_UP = 3;

const WIDTHS = [5, 9, 9, 10, 8, 9, 6];

/** Long enough for a busy machine; what hangs costs a round no more than that. */
const TIMEOUTS = { connect: '8s', command: '8s', device: '25s' } as const;

interface Round extends Remains {
	readonly wrong: readonly string[];
	/** Devices that were asked again. */
	readonly late: number;
}

const { values } = parseArgs({
	options: {
		minutes: { type: 'string', default: '30' },
		devices: { type: 'string', default: '500' },
		seed: { type: 'string', default: '1' },
		/** How many of the devices have a fault. */
		share: { type: 'string', default: '0.4' },
	},
});

const recipe: FleetRecipe = {
	kind: 'faulty',
	count: Number(values.devices),
	seed: Number(values.seed),
	share: Number(values.share),
};
const devices = benchFleet(recipe);
const simulatedOf = new Map(devices.map(({ simulated }) => [simulated.name, simulated]));

await using simulator = await startSimulatorProcess(recipe);
using folder = createFleetFolder(devices, { ports: simulator.ports, concurrency: 100, timeouts: TIMEOUTS });
const until = performance.now() + Number(values.minutes) * 60_000;
const rounds: Round[] = [];
print(`${describeMachine()}; ${devices.length} devices, seed ${values.seed}, ${values.minutes} minutes`);
print('round  seconds  heap MB  other MB  RSS MB  handles  late  outcomes');
while (performance.now() < until || rounds.length < WARM_UP + LEAST_ROUNDS) rounds.push(await nextRound());
conclude();

async function nextRound(): Promise<Round> {
	const start = performance.now();
	const { report, defects } = await auditFolder(folder.path);
	const seconds = (performance.now() - start) / 1_000;
	const late = report.devices.filter((device) => device.reason === 'timed-out' && !isRight(device));
	const again =
		late.length === 0 ? null : await auditFolder(folder.path, { select: late.map(({ name }) => name).join(',') });
	const settled = report.devices.filter((device) => !late.includes(device));
	const wrong = [...settled, ...(again?.report.devices ?? [])].flatMap(wrongOf);
	const round = {
		wrong: [...wrong, ...defects, ...(again?.defects ?? [])],
		late: late.length,
		...(await weighRemains()),
	};
	const { heapMb, otherMb, rssMb, handles } = round;
	const figures = [seconds.toFixed(1), heapMb.toFixed(1), otherMb.toFixed(1), rssMb.toFixed(0), handles, round.late];
	const cells = [rounds.length + 1, ...figures].map((cell, at) => String(cell).padStart(WIDTHS[at] ?? 0));
	print(`${cells.join('')}  ${countOutcomes(report)}`);
	for (const line of round.wrong) print(`        WRONG  ${line}`);
	return round;
}

function isRight(device: DeviceReport): boolean {
	const simulated = simulatedOf.get(device.name);
	return simulated !== undefined && isRightFor(simulated, device);
}

function wrongOf(device: DeviceReport): readonly string[] {
	if (isRight(device)) return [];
	const simulated = simulatedOf.get(device.name);
	const fault = simulated === undefined ? 'not in the fleet' : describeFault(simulated);
	return [`${device.name} (${fault}): ${device.reason ?? device.status}, ${device.message ?? ''}`];
}

function countOutcomes({ devices: reported }: FleetReport): string {
	const groups = Object.groupBy(reported, ({ reason, status }) => reason ?? status);
	return Object.entries(groups)
		.toSorted(([one], [other]) => (one < other ? -1 : 1))
		.map(([outcome, members = []]) => `${members.length} ${outcome}`)
		.join(', ');
}

function conclude(): void {
	const wrong = rounds.flatMap((round) => round.wrong).length;
	const growth = growthIn(rounds.slice(WARM_UP));
	print(`\n${rounds.length} rounds, ${rounds.length * devices.length} audits of devices`);
	for (const { what, before, after, grows } of growth) {
		print(`${what}, middle third and last: ${before.toFixed(1)} and ${after.toFixed(1)}${grows ? '  GROWS' : ''}`);
	}
	print(`wrong outcomes: ${wrong}`);
	if (wrong > 0 || growth.some(({ grows }) => grows)) process.exitCode = 1;
	print(process.exitCode === 1 ? 'NOT FLAT, OR WRONG' : 'flat, and right');
}

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}
