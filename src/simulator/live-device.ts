import { setTimeout as sleep } from 'node:timers/promises';
import { damage } from './faults/damage.ts';
import type { Shown } from './faults/session-fault.ts';
import type { KnownCommand, Personality, ShowFacts } from './personality.ts';
import type { SessionLog } from './session-counters.ts';
import type { SimulatedDevice } from './simulated-device.ts';

/** A device that is switched on: what its sessions share. */
export interface LiveDevice {
	readonly device: SimulatedDevice;
	readonly personality: Personality;
	readonly clock: () => Date;
	readonly log: SessionLog;
	/** Aborted when the device is switched off. */
	readonly signal: AbortSignal;
}

/** What a show may tell, at this reading of the device's clock. */
export function factsOf({ device, clock }: LiveDevice, { privileged }: { readonly privileged: boolean }): ShowFacts {
	const now = clock();
	const { at: changedAt, by: changedBy } = device.lastChange ?? { at: now, by: 'netops' };
	return { name: device.name, username: device.username, privileged, now, changedAt, changedBy };
}

/** The command that was typed; undefined when the device does not know it or not at this level. */
export function recognise(
	{ device, personality }: LiveDevice,
	typed: string,
	{ privileged }: { readonly privileged: boolean },
): KnownCommand | undefined {
	const known = personality.commands.find((command) => command.typed.test(typed));
	if (device.fault === 'rejects' && known?.effect !== 'logout') return undefined;
	return known?.privileged === true && !privileged ? undefined : known;
}

/** Renders the running-config as this show has it, taking the device's time, and damaged by its fault. */
export async function showRunning(live: LiveDevice, facts: ShowFacts): Promise<Shown> {
	const { device, personality, signal } = live;
	if (device.commandMs > 0) await sleep(device.commandMs, undefined, { signal });
	const whole = personality.show(device.runningConfig.trimEnd(), facts).trimEnd();
	return damage(whole, device.fault, personality.prompt(facts));
}
