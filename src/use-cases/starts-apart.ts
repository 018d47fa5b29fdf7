import { setTimeout as sleep } from 'node:timers/promises';
import type { FleetRun } from './audit-fleet.ts';

/** Time per device that starts at once: fifty of them take half a second. */
const PER_DEVICE_MS = 10;

/** Holds back the devices that a run begins with. */
export interface Starts {
	/** Waits for a moment of chance; later devices begin when others end, and that spreads them well enough. */
	wait(): Promise<void>;
	/** Called when all that may start at once have asked for their moment. */
	end(): void;
}

/**
 * Spreads the starts of a run: fifty logins in one millisecond are more than an AAA server or a bastion expects. One device
 * waits for nothing.
 */
export function startsApart({
	devices,
	limits,
	random,
	signal,
}: Pick<FleetRun, 'devices' | 'limits' | 'random' | 'signal'>): Starts {
	const atOnce = Math.min(devices.length, limits.get('fleet') ?? devices.length);
	const spanMs = (atOnce - 1) * PER_DEVICE_MS;
	let beginning = random !== undefined && spanMs > 0;
	return {
		async wait() {
			if (!beginning || random === undefined) return;
			// A run that is over is told device by device, not by a throw.
			await sleep(random() * spanMs, undefined, { signal }).catch(() => undefined);
		},
		end() {
			beginning = false;
		},
	};
}
