import { platforms } from '../../platforms/index.ts';
import type { StarterFleet } from '../../settings/starter/starter-fleet.ts';

/** Whether a device of the fleet may have a mode to be entered with `enable`, which may ask for a password of its own. */
export function mayAskToEnable({
	platform,
	transport,
	inventory,
	devices,
}: Pick<StarterFleet, 'platform' | 'transport' | 'inventory' | 'devices'>): boolean {
	if (transport !== 'ssh') return false;
	// What is read at every run may hold any platform.
	return inventory !== null || hasPrivilegedMode(devices.flatMap((device) => device.platform ?? platform ?? []));
}

/** Whether one of these platforms shows its config only behind `enable`. */
export function hasPrivilegedMode(names: readonly string[]): boolean {
	return names.some((name) => (platforms.resolve(name)?.cli.enable ?? null) !== null);
}
