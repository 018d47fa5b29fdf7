/**
 * Asks a device whose answer has no end, over every transport:
 * `npm run soak:flood -- [--way shell,exec,netconf,rest] [--rounds 5]`.
 * It must be told as incomplete, no more may be taken than an answer may have and what is on its way, no buffer may be held
 * behind it, and the last round may not need more memory than the first; otherwise it ends with 1.
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
import { describeMachine } from './support/machine.ts';
import { makeFolder } from './support/make-folder.ts';
import type { FloodingDevice, TakenBytes } from './support/serve-flood.ts';
import { weighRemains } from './support/weigh-remains.ts';

const { values } = parseArgs({
	options: {
		way: { type: 'string', default: WAYS.map(({ name }) => name).join() },
		rounds: { type: 'string', default: '5' },
	},
});
const MIB = 2 ** 20;
/** Framing, encryption, the handshake, and what is between two sockets when one of them hangs up. */
const ON_ITS_WAY_BYTES = 16 * MIB;
/** The answer as it came, once more as a text where it is one, and what waits for the collector. */
const MEMORY_MIB = (4 * ANSWER_LIMIT_BYTES) / MIB;
/** What a round may leave behind for the next. */
const REMAINS_MIB = 8;
/** What the buffers of a process that does nothing may have. */
const HELD_MIB = 4;
const SAMPLE_MS = 20;
/** Long enough for a busy machine to take all that an answer may have. */
const TIMEOUTS = { connect: '60s', command: '120s', device: '180s' } as const;

process.stdout.write(`${describeMachine()}\n`);
for (const way of WAYS.filter(({ name }) => values.way.split(',').includes(name))) {
	const wrong = await flood(way, Number(values.rounds));
	for (const line of wrong) process.stdout.write(`  WRONG  ${line}\n`);
	if (wrong.length > 0) process.exitCode = 1;
}

/** What was not as it should be. */
async function flood(way: Way, rounds: number): Promise<readonly string[]> {
	const device = fork(fileURLToPath(new URL('./support/serve-flood.ts', import.meta.url)), [way.name]);
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
				`${way.name}, round ${round}: ${judged?.reason ?? judged?.status}, took ${inMib(taken)} MiB in ${seconds.toFixed(1)} s, ` +
					`memory ${before.toFixed(0)} → ${peak.toFixed(0)} MiB at most\n`,
			);
			wrong.push(...defects);
			if (judged?.reason !== 'incomplete') wrong.push(`${judged?.reason}: ${judged?.message}`);
			if (taken > ANSWER_LIMIT_BYTES + ON_ITS_WAY_BYTES) wrong.push(`took ${inMib(taken)} MiB`);
			await weighRemains();
			const held = process.memoryUsage().arrayBuffers;
			if (held > HELD_MIB * MIB) wrong.push(`holds ${inMib(held)} MiB of buffers`);
			if (peak - before > MEMORY_MIB) wrong.push(`needed ${(peak - before).toFixed(0)} MiB`);
		}
	} finally {
		if (device.connected) device.disconnect();
		rmSync(folder, { recursive: true });
	}
	// The first round fills what a process keeps.
	const [, second = 0] = remains;
	const { rssMb: last } = await weighRemains();
	process.stdout.write(
		`${way.name}: ${second.toFixed(0)} MiB remain after the first round, ${last.toFixed(0)} after the last\n`,
	);
	if (rounds > 1 && last > second + REMAINS_MIB)
		wrong.push(`memory grows: ${second.toFixed(0)} → ${last.toFixed(0)} MiB`);
	return wrong;
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
