/**
 * Breaks the line behind every byte that a device sends, of its handshake, its login and its output, and behind every byte that
 * we send to it: `npm run soak:resets -- [--way shell,exec,netconf,rest] [--of server,client] [--kind reset|end] [--step 1]`.
 * Each place is a device of a fleet that is audited. None may be called drifted, or be told with another reason than one that
 * is true, and nothing may be left open; otherwise it ends with 1.
 */
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { FleetReport } from '../src/domain/fleet-report.ts';
import { type FaultyProxy, startFaultyProxy } from '../src/simulator/faults/faulty-proxy.ts';
import { type FaultyDevice, WAYS, type Way } from '../tests/support/faults/ways.ts';
import { testAuthority } from '../tests/support/rest/rest-server.ts';
import { auditFolder } from './support/audit-folder.ts';
import { environmentOfWay, writeFleetOfWay } from './support/fleet-of-way.ts';
import { describeMachine } from './support/machine.ts';
import { makeFolder } from './support/make-folder.ts';

const { values } = parseArgs({
	options: {
		way: { type: 'string', default: WAYS.map(({ name }) => name).join() },
		of: { type: 'string', default: 'server,client' },
		kind: { type: 'string', default: 'reset' },
		/** Every so many bytes. */
		step: { type: 'string', default: '1' },
	},
});
const kind = values.kind === 'end' ? 'end' : 'reset';
const step = Number(values.step);

/** Places in one audit. */
const BATCH = 400;
/** Long enough for a busy machine: no broken line costs time. */
const TIMEOUTS = { connect: '60s', command: '60s', device: '120s' } as const;

/** How it may end, from the first byte to the last: a place can come to less than one before it, for packets are padded. */
const RIGHT = ['unreachable', 'auth-failed', 'command-rejected', 'incomplete', 'in-sync'] as const;

/** Whose bytes are counted. */
const SIDES = ['server', 'client'] as const;
type Side = (typeof SIDES)[number];

/** Where an outcome was seen. */
interface Range {
	readonly first: number;
	readonly last: number;
	readonly count: number;
}

process.stdout.write(`${describeMachine()}; ${kind} behind every ${step === 1 ? 'byte' : `${step} bytes`}\n`);
for (const way of WAYS.filter(({ name }) => values.way.split(',').includes(name))) {
	for (const of of SIDES.filter((side) => values.of.split(',').includes(side))) {
		if (!(await breakEverywhere(way, of))) process.exitCode = 1;
	}
}

/** Whether every place came to what it should. */
async function breakEverywhere(way: Way, of: Side): Promise<boolean> {
	const started = performance.now();
	const ranges = new Map<string, Range>();
	const wrong: string[] = [];
	await using server = await way.start('device', {});
	let places = 0;
	for (let from = 0; ; from += BATCH * step) {
		const batch = Array.from({ length: BATCH }, (_, index) => from + index * step);
		const { report, defects, left } = await auditBroken(way, { server, batch, of });
		places += batch.length;
		wrong.push(...defects, ...left);
		for (const [index, device] of report.devices.entries()) {
			const place = batch[index] ?? 0;
			const outcome = device.reason ?? device.status;
			const { first = place, count = 0 } = ranges.get(outcome) ?? {};
			ranges.set(outcome, { first, last: place, count: count + 1 });
			if (!RIGHT.some((right) => right === outcome)) wrong.push(`byte ${place}: ${outcome}, ${device.message ?? ''}`);
		}
		// Behind the last byte that it sends there is nothing to break.
		if (report.devices.every(({ status }) => status === 'in-sync')) break;
	}
	const seconds = ((performance.now() - started) / 1_000).toFixed(0);
	process.stdout.write(`${way.name}, bytes of the ${of}: ${places} places in ${seconds} s, ${wrong.length} wrong\n`);
	for (const [outcome, { first, last, count }] of ranges) {
		process.stdout.write(`  ${count} ${outcome}, bytes ${first} to ${last}\n`);
	}
	for (const line of wrong) process.stdout.write(`  WRONG  ${line}\n`);
	return wrong.length === 0;
}

/** Audits one device as often as there are places, each behind a line of its own. */
async function auditBroken(
	way: Way,
	{ server, batch, of }: { readonly server: FaultyDevice; readonly batch: readonly number[]; readonly of: Side },
): Promise<{ readonly report: FleetReport; readonly defects: readonly string[]; readonly left: readonly string[] }> {
	const proxies = await Promise.all(batch.map((afterBytes) => startFaultyProxy(server.port, { kind, of, afterBytes })));
	const folder = makeFolder('soak-resets-');
	try {
		const ports = Object.fromEntries(proxies.map(({ port }, index) => [`byte-${batch[index]}`, port]));
		writeFleetOfWay(folder, way, { ports, hostKey: server.hostKey, authority: testAuthority, timeouts: TIMEOUTS });
		const { report, defects } = await auditFolder(folder, { env: environmentOfWay });
		const left = (await isQuiet(proxies)) ? [] : [`connections are left open behind byte ${batch[0]}`];
		return { report, defects, left };
	} finally {
		rmSync(folder, { recursive: true });
		for (const proxy of proxies) await proxy[Symbol.asyncDispose]();
	}
}

/** Whether every connection is closed, soon or at once. */
async function isQuiet(proxies: readonly FaultyProxy[]): Promise<boolean> {
	for (let tries = 0; tries < 200; tries += 1) {
		if (proxies.every(({ open }) => open === 0)) return true;
		await sleep(50);
	}
	return false;
}
