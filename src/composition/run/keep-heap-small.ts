import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 take little more memory than is alive; what it would take to save time is hardly worth it here. Sizes can only be set
 * when a process starts, and whoever starts an Action's is the runner; how they grow can be said later, and before anything
 * large is read. docs/performance-gained.md has the figures.
 *
 * - Its young generation stays at what it takes to load the program, 8 MiB. What hundreds of devices have sent and is not
 *   whole yet survives there, and so does a large fleet.yml while it is read, so V8 would double it again and again, up to
 *   128 MiB, and never give it back.
 * - Its old generation is cleared when it has grown by a half. By itself V8 lets it grow to up to four times what was alive the
 *   last time, so that what sessions leave behind adds up with every device of a large fleet.
 */
export function keepHeapSmall(): void {
	setFlagsFromString('--semi-space-growth-factor=1');
	setFlagsFromString('--heap-growing-percent=50');
}
