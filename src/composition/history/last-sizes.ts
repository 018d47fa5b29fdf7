import type { LastSize } from '../../domain/config/shrink.ts';
import type { PresentDevice } from '../../domain/history/fleet-state.ts';
import type { AuditTools } from '../../use-cases/audit-tools.ts';
import { inAMoment } from './in-a-moment.ts';

/** How large each config was at the newest audit; the first to ask waits for the history. */
export type LastSizes = NonNullable<AuditTools['lastSizes']>;

/** A config that was cut must not be judged because its past came late; a past that cannot be read says so long before. */
const PATIENCE_MS = 10_000;

/** How long configs were in the newest audit, for all devices of a run: what does not come in time is not asked again. */
export function lastSizes(latest: () => Promise<readonly PresentDevice[]>): LastSizes {
	let asked: Promise<ReadonlyMap<string, LastSize>> | null = null;
	return () => {
		asked ??= inAMoment(
			latest().then((devices) => new Map(devices.map((device) => [device.name, device]))),
			new Map(),
			PATIENCE_MS,
		);
		return asked;
	};
}
