/**
 * Loaded in front of a program by `node --import`: how long its main thread kept everybody waiting. Written as JSON into the
 * file that BENCH_EVENT_LOOP names when the process ends.
 */
import { subscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type EventLoopDelay, inPhases, type Piece } from './event-loop-delay.ts';

const SHORTEST_KEPT_MS = 5;

const file = process.env.BENCH_EVENT_LOOP;
/** Connections to it, which the Action makes first, ask no device. */
const apiPort = Number(new URL(process.env.GITHUB_API_URL ?? 'https://api.github.com').port);
const histogram = monitorEventLoopDelay({ resolution: 5 });
histogram.enable();

const pieces: Piece[] = [];
let askedFromMs = Number.POSITIVE_INFINITY;
let askedUntilMs = 0;
let since = now();
/** Between two looks lie at most a millisecond without work, and the piece that kept this timer waiting. */
setInterval(look, 1).unref();
subscribe('net.client.socket', connected);

process.once('exit', () => {
	look();
	const milliseconds = (nanoseconds: number): number => nanoseconds / 1e6;
	const delay: EventLoopDelay = {
		p50Ms: milliseconds(histogram.percentile(50)),
		p99Ms: milliseconds(histogram.percentile(99)),
		maxMs: milliseconds(histogram.max),
		...inPhases(pieces, { askedFromMs, askedUntilMs }),
	};
	if (file !== undefined) writeFileSync(file, JSON.stringify(delay));
});

function connected(message: unknown): void {
	const socket = message !== null && typeof message === 'object' && 'socket' in message ? message.socket : null;
	if (!(socket instanceof Socket)) return;
	const { atMs } = now();
	socket.once('connect', () => {
		if (socket.remotePort === apiPort) return;
		askedFromMs = Math.min(askedFromMs, atMs);
		socket.once('close', () => {
			askedUntilMs = now().atMs;
		});
	});
}

function look(): void {
	const { atMs, cpuMs } = now();
	const piece: Piece = { fromMs: since.atMs, cpuMs: cpuMs - since.cpuMs };
	if (piece.cpuMs >= SHORTEST_KEPT_MS) pieces.push(piece);
	since = { atMs, cpuMs };
}

function now(): { readonly atMs: number; readonly cpuMs: number } {
	const { user, system } = process.threadCpuUsage();
	return { atMs: performance.now(), cpuMs: (user + system) / 1_000 };
}
