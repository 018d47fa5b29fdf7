/**
 * Mixed faults over a fleet, round after round, in one process: `npm run soak -- [--minutes 30] [--devices 500] [--seed 1]`.
 * Every round audits all devices, each with the fault that the seed gave it. Outcomes, memory and handles must stay as in
 * the first rounds; otherwise it ends with 1.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { FleetReport } from '../src/domain/fleet-report.ts';
import { auditFolder } from './support/audit-folder.ts';
import { benchFleet, type FleetRecipe } from './support/bench-fleet.ts';
import { createFleetFolder } from './support/fleet-folder.ts';
import { describeMachine } from './support/machine.ts';
import { describeFault, isRightFor } from './support/right-outcome.ts';
import { startSimulatorProcess } from './support/simulator-process.ts';

/** Rounds in which caches fill and the compiler learns. */
const WARM_UP = 3;
/** More than that is a leak, and not noise. */
const HEAP_GROWTH = 1.2;
const MORE_HANDLES = 5;

/** Long enough for a busy machine; what hangs costs a round no more than that. */
const TIMEOUTS = { connect: '8s', command: '8s', device: '25s' } as const;

interface Round {
	readonly seconds: number;
	readonly counts: string;
	readonly wrong: readonly string[];
	readonly heapMb: number;
	readonly rssMb: number;
	readonly handles: number;
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

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const recipe: FleetRecipe = {
	kind: 'faulty',
	count: Number(values.devices),
	seed: Number(values.seed),
	share: Number(values.share),
};
const devices = benchFleet(recipe);
const faultOf = new Map(devices.map(({ simulated }) => [simulated.name, simulated]));

await using simulator = await startSimulatorProcess(recipe);
using folder = createFleetFolder(devices, { ports: simulator.ports, concurrency: 100, timeouts: TIMEOUTS });
const until = performance.now() + Number(values.minutes) * 60_000;
const rounds: Round[] = [];
print(`${describeMachine()}; ${devices.length} devices, seed ${values.seed}, ${values.minutes} minutes`);
print('round  seconds  heap MB  RSS MB  handles  outcomes');
while (performance.now() < until || rounds.length <= WARM_UP) rounds.push(await nextRound());
conclude();

async function nextRound(): Promise<Round> {
	const start = performance.now();
	const { report, defects } = await auditFolder(folder.path);
	const seconds = (performance.now() - start) / 1_000;
	const round = {
		seconds,
		counts: countOutcomes(report),
		wrong: [...wrongIn(report), ...defects],
		...(await measure()),
	};
	const cells = [rounds.length + 1, seconds.toFixed(1), round.heapMb.toFixed(1), round.rssMb.toFixed(0), round.handles];
	print([...cells.map((cell) => String(cell).padStart(7)), ` ${round.counts}`].join(' '));
	for (const line of round.wrong) print(`        WRONG  ${line}`);
	return round;
}

/** What is left when everything that can go is gone. */
async function measure(): Promise<Pick<Round, 'heapMb' | 'rssMb' | 'handles'>> {
	await sleep(500);
	collectGarbage();
	const { heapUsed, rss } = process.memoryUsage();
	return { heapMb: heapUsed / 2 ** 20, rssMb: rss / 2 ** 20, handles: process.getActiveResourcesInfo().length };
}

function wrongIn({ devices: reported }: FleetReport): readonly string[] {
	return reported.flatMap((device) => {
		const simulated = faultOf.get(device.name);
		if (simulated === undefined) return [`${device.name} is not in the fleet`];
		return isRightFor(simulated, device)
			? []
			: [`${device.name} (${describeFault(simulated)}): ${device.reason ?? device.status}, ${device.message ?? ''}`];
	});
}

function countOutcomes({ devices: reported }: FleetReport): string {
	const groups = Object.groupBy(reported, ({ reason, status }) => reason ?? status);
	return Object.entries(groups)
		.toSorted(([one], [other]) => (one < other ? -1 : 1))
		.map(([outcome, members = []]) => `${members.length} ${outcome}`)
		.join(', ');
}

function conclude(): void {
	const settled = rounds.slice(WARM_UP);
	const third = Math.max(1, Math.floor(settled.length / 3));
	const [first, last] = [settled.slice(0, third), settled.slice(-third)];
	const heap = { first: least(first, 'heapMb'), last: least(last, 'heapMb') };
	const handles = { first: least(first, 'handles'), last: least(last, 'handles') };
	const wrong = rounds.flatMap((round) => round.wrong).length;
	print(`\n${rounds.length} rounds, ${rounds.length * devices.length} audits of devices`);
	print(`heap, first third and last: ${heap.first.toFixed(1)} and ${heap.last.toFixed(1)} MB`);
	print(`handles, first third and last: ${handles.first} and ${handles.last}`);
	print(`wrong outcomes: ${wrong}`);
	const grows = heap.last > heap.first * HEAP_GROWTH || handles.last > handles.first + MORE_HANDLES;
	if (grows || wrong > 0) process.exitCode = 1;
	print(process.exitCode === 1 ? 'NOT FLAT, OR WRONG' : 'flat, and right');
}

/** The least of some rounds: what nothing that was still under way adds to. */
function least(some: readonly Round[], what: 'heapMb' | 'handles'): number {
	return Math.min(...some.map((round) => round[what]));
}

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}
