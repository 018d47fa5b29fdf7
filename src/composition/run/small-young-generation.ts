import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 keep its young generation as large as it is when the first device is asked, 32 MiB. What hundreds of devices have
 * sent and is not whole yet survives there, so V8 doubles it again and again, up to 128 MiB, for no gain in time: a quarter of
 * the memory of a large audit. A limit can only be set when a process starts, and whoever starts an Action's is the runner.
 * docs/performance.md has the figures.
 */
export function keepYoungGenerationSmall(): void {
	setFlagsFromString('--semi-space-growth-factor=1');
}
