/**
 * Loaded in front of a program by `node --import`: how long its main thread kept everybody waiting. Written as JSON into the
 * file that BENCH_EVENT_LOOP names when the process ends.
 */
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { EventLoopDelay } from './event-loop-delay.ts';

const file = process.env.BENCH_EVENT_LOOP;
const histogram = monitorEventLoopDelay({ resolution: 5 });
histogram.enable();
process.once('exit', () => {
	const milliseconds = (nanoseconds: number): number => nanoseconds / 1e6;
	const delay: EventLoopDelay = {
		p50Ms: milliseconds(histogram.percentile(50)),
		p99Ms: milliseconds(histogram.percentile(99)),
		maxMs: milliseconds(histogram.max),
	};
	if (file !== undefined) writeFileSync(file, JSON.stringify(delay));
});
