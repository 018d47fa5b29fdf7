import type { Timeouts } from '../../domain/connection.ts';
import { parseDuration } from '../duration.ts';
import type { FleetDraft } from '../findings/fleet-draft.ts';

const CONNECT_MS = 10_000;
const AUTH_MS = 30_000;
const IDLE_MS = 30_000;
const DEVICE_MS = 90_000;

type TimeoutsDraft = NonNullable<NonNullable<FleetDraft['defaults']>['timeouts']>;

/**
 * Timeouts with what is not said. Who gives a device more time in one phase has a slow device, and is not to be surprised by
 * the next.
 */
export function timeoutsOf(draft: TimeoutsDraft): Timeouts {
	const ms = (key: keyof TimeoutsDraft, otherwise: number): number => {
		const text = draft[key];
		return text === undefined ? otherwise : (parseDuration(text) ?? 0);
	};
	const connectMs = ms('connect', CONNECT_MS);
	const deviceMs = ms('device', DEVICE_MS);
	return {
		connectMs,
		authMs: ms('auth', Math.max(AUTH_MS, connectMs)),
		idleMs: ms('idle', ms('command', IDLE_MS)),
		commandMs: ms('command', deviceMs),
		deviceMs,
	};
}
