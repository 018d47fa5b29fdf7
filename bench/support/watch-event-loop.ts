/**
 * Loaded in front of a program by `node --import`: how long its main thread kept everybody waiting. Written as JSON into the
 * file that BENCH_EVENT_LOOP names when the process ends.
 */
import { subscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { EventLoopDelay } from './event-loop-delay.ts';

const file = process.env.BENCH_EVENT_LOOP;
const histogram = monitorEventLoopDelay({ resolution: 5 });
histogram.enable();

let hasBegun = false;
let longest = 0;
let longestBefore = 0;
let since = cpuMs();
/** Between two looks lie at most a millisecond without work, and the piece that kept this timer waiting. */
setInterval(look, 1).unref();
subscribe('net.client.socket', begin);

process.once('exit', () => {
	look();
	const milliseconds = (nanoseconds: number): number => nanoseconds / 1e6;
	const delay: EventLoopDelay = {
		p50Ms: milliseconds(histogram.percentile(50)),
		p99Ms: milliseconds(histogram.percentile(99)),
		maxMs: milliseconds(histogram.max),
		longestPieceMs: longest,
		longestBeforeMs: longestBefore,
	};
	if (file !== undefined) writeFileSync(file, JSON.stringify(delay));
});

/** The piece that makes the first connection still counts as before. */
function begin(): void {
	if (hasBegun) return;
	look();
	hasBegun = true;
}

function look(): void {
	const now = cpuMs();
	if (hasBegun) longest = Math.max(longest, now - since);
	else longestBefore = Math.max(longestBefore, now - since);
	since = now;
}

function cpuMs(): number {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1_000;
}
