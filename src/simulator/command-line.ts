import { setTimeout as sleep } from 'node:timers/promises';
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

/** What a session prints for the running-config, and what becomes of the session behind it. */
export interface Shown {
	readonly text: string;
	readonly afterwards: 'go-on' | 'drop' | 'hang';
}

export function factsOf({ device, clock }: LiveDevice, privileged: boolean): ShowFacts {
	const now = clock();
	const { at: changedAt, by: changedBy } = device.lastChange ?? { at: now, by: 'netops' };
	return { name: device.name, username: device.username, privileged, now, changedAt, changedBy };
}

/** The command that was typed; undefined when the device does not know it or not at this level. */
export function recognise(
	{ personality }: LiveDevice,
	typed: string,
	{ privileged }: { readonly privileged: boolean },
): KnownCommand | undefined {
	const known = personality.commands.find((command) => command.typed.test(typed));
	return known?.privileged === true && !privileged ? undefined : known;
}

/** Renders the running-config as this show has it, taking the device's time, and cut short by its fault. */
export async function showRunning(live: LiveDevice, facts: ShowFacts): Promise<Shown> {
	const { device, personality, signal } = live;
	if (device.commandMs > 0) await sleep(device.commandMs, undefined, { signal });
	const whole = personality.show(device.runningConfig.trimEnd(), facts).trimEnd();
	if (device.fault === 'truncated') return { text: firstPartOf(whole), afterwards: 'go-on' };
	if (device.fault === 'dropped') return { text: firstPartOf(whole), afterwards: 'drop' };
	if (device.fault === 'hang') return { text: firstPartOf(whole), afterwards: 'hang' };
	return { text: whole, afterwards: 'go-on' };
}

/** Three fifths of it, which ends in the middle of a line sooner or later. */
function firstPartOf(text: string): string {
	return text.slice(0, Math.floor(text.length * 0.6));
}
