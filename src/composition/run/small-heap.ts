import { setFlagsFromString } from 'node:v8';

// V8 takes more memory than is alive, to save time that is hardly worth it here. Sizes can only be set when a process
// starts, and whoever starts an Action's is the runner; how they grow can be said later. docs/performance.md has the
// figures.

/**
 * Has V8 clear its old generation when it has grown by 60 %. By itself it lets it grow to up to four times what was alive the
 * last time, so that what sessions leave behind adds up with every device of a large fleet.
 */
export function keepOldGenerationSmall(): void {
	setFlagsFromString('--heap-growing-percent=60');
}

/**
 * Has V8 keep its young generation as large as it is when the first device is asked, up to 32 MiB. What hundreds of
 * devices have sent and is not whole yet survives there, so V8 doubles it again and again, up to 128 MiB.
 */
export function keepYoungGenerationSmall(): void {
	setFlagsFromString('--semi-space-growth-factor=1');
}
