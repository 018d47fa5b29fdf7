/**
 * Asks a device whose answer has no end, or is as large as an answer may be and grows when it is read, over every transport:
 * `npm run soak:flood -- [--way shell,exec,netconf,rest] [--flood endless,blank-lines,arrays,elements] [--rounds 5]`. It must
 * be told as unknown, as incomplete where it has no end; no more may be taken than an answer may have and what is on its way,
 * no buffer may be held behind it, and the last round may not need more memory than the first; otherwise it ends with 1.
 *
 * Resident memory stays where it was at its highest, although nothing is held: the allocator of the C library keeps what was
 * given back to it for what comes next (with `malloc_trim` it is gone).
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ANSWER_LIMIT_BYTES } from '../src/adapters/connection/limits.ts';
import { WAYS, type Way } from '../tests/support/faults/ways.ts';
import { auditFolder } from './support/audit-folder.ts';
import { environmentOfWay, writeFleetOfWay } from './support/fleet-of-way.ts';
import { FLOODS, type Flood } from './support/floods.ts';
import { type GoalLine, renderGoals } from './support/goals.ts';
import { describeMachine } from './support/machine.ts';
import { makeFolder } from './support/make-folder.ts';
import type { FloodingDevice, TakenBytes } from './support/serve-flood.ts';
import { weighRemains } from './support/weigh-remains.ts';

const { values } = parseArgs({
	options: {
		way: { type: 'string', default: WAYS.map(({ name }) => name).join() },
		flood: { type: 'string', default: FLOODS.join() },
		rounds: { type: 'string', default: '5' },
	},
});
const MIB = 2 ** 20;
/** Framing, encryption, the handshake, and what is between two sockets when one of them hangs up. */
const ON_ITS_WAY_BYTES = 16 * MIB;
/**
 * The answer as it came, once more as a text where it is one, and what waits for the collector; one that is whole is looked
 * at, too.
 */
const mostMib = (flood: Flood): number => ((flood === 'endless' ? 4 : 6) * ANSWER_LIMIT_BYTES) / MIB;
/** What a round may leave behind for the next. */
const REMAINS_MIB = 8;
/** What the buffers of a process that does nothing may have. */
const HELD_MIB = 4;
const SAMPLE_MS = 20;
/** Long enough for a busy machine to take all that an answer may have. */
const TIMEOUTS = { connect: '60s', command: '120s', device: '180s' } as const;

process.stdout.write(`${describeMachine()}\n`);
const goals: GoalLine[] = [];
for (const way of WAYS.filter(({ name }) => values.way.split(',').includes(name))) {
	for (const flood of FLOODS.filter((name) => values.flood.split(',').includes(name))) {
		const { wrong, neededMib } = await ask({ way, flood, rounds: Number(values.rounds) });
		for (const line of wrong) process.stdout.write(`  WRONG  ${line}\n`);
		const bound = mostMib(flood);
		if (wrong.length > 0 || neededMib > bound) process.exitCode = 1;
		goals.push({
			what: `memory for ${flood} over ${way.name}`,
			value: neededMib,
			goal: { kind: 'at-most', bound },
			unit: ' MiB',
		});
	}
}
process.stdout.write(renderGoals(goals));

interface Asking {
	readonly way: Way;
	readonly flood: Flood;
	readonly rounds: number;
}

/** What was not as it should be, and the most memory that a round took. */
async function ask({
	way,
	flood,
	rounds,
}: Asking): Promise<{ readonly wrong: readonly string[]; readonly neededMib: number }> {
	const device = fork(fileURLToPath(new URL('./support/serve-flood.ts', import.meta.url)), [way.name, flood]);
	const name = `${way.name}, ${flood}`;
	let neededMib = 0;
	const folder = makeFolder('soak-flood-');
	const wrong: string[] = [];
	const remains: number[] = [];
	try {
		const [{ port, hostKey, authority }] = (await once(device, 'message')) as [FloodingDevice];
		writeFleetOfWay(folder, way, { ports: { device: port }, hostKey, authority, timeouts: TIMEOUTS });
		for (let round = 1; round <= rounds; round++) {
			const { rssMb: before } = await weighRemains();
			const started = performance.now();
			const { report, defects, peak } = await auditWatched(folder);
			const seconds = (performance.now() - started) / 1_000;
			const taken = await takenOf(device);
			remains.push(before);
			const [judged] = report.devices;
			process.stdout.write(
				`${name}, round ${round}: ${judged?.reason ?? judged?.status}, took ${inMib(taken)} MiB in ${seconds.toFixed(1)} s, ` +
					`memory ${before.toFixed(0)} → ${peak.toFixed(0)} MiB at most\n`,
			);
			wrong.push(...defects);
			const isTold = flood === 'endless' ? judged?.reason === 'incomplete' : judged?.status === 'unknown';
			if (!isTold) wrong.push(`${judged?.reason}: ${judged?.message}`);
			if (taken > ANSWER_LIMIT_BYTES + ON_ITS_WAY_BYTES) wrong.push(`took ${inMib(taken)} MiB`);
			await weighRemains();
			const held = process.memoryUsage().arrayBuffers;
			if (held > HELD_MIB * MIB) wrong.push(`holds ${inMib(held)} MiB of buffers`);
			neededMib = Math.max(neededMib, peak - before);
		}
	} finally {
		if (device.connected) device.disconnect();
		rmSync(folder, { recursive: true });
	}
	// The first round fills what a process keeps.
	const [, second = 0] = remains;
	const { rssMb: last } = await weighRemains();
	process.stdout.write(
		`${name}: ${second.toFixed(0)} MiB remain after the first round, ${last.toFixed(0)} after the last\n`,
	);
	if (rounds > 1 && last > second + REMAINS_MIB)
		wrong.push(`memory grows: ${second.toFixed(0)} → ${last.toFixed(0)} MiB`);
	return { wrong, neededMib };
}

async function auditWatched(folder: string): Promise<Awaited<ReturnType<typeof auditFolder>> & { peak: number }> {
	let peak = process.memoryUsage.rss() / MIB;
	const sampling = setInterval(() => {
		peak = Math.max(peak, process.memoryUsage.rss() / MIB);
	}, SAMPLE_MS);
	try {
		return { ...(await auditFolder(folder, { env: environmentOfWay })), peak };
	} finally {
		clearInterval(sampling);
	}
}

/** Bytes that were taken from the device since it was asked last. */
async function takenOf(device: ChildProcess): Promise<number> {
	const answered = once(device, 'message');
	device.send('taken');
	const [{ taken }] = (await answered) as [TakenBytes];
	return taken;
}

function inMib(bytes: number): string {
	return (bytes / MIB).toFixed(0);
}
