import type { DeviceReport, FleetReport } from '../../domain/fleet-report.ts';
import { plural } from '../../domain/text/count-words.ts';

/** How many secrets nobody compared, of a device or a fleet; empty where all were. In sync says nothing of them. */
export function describeSecrets({
	secretsNotCompared = 0,
}: Pick<FleetReport | DeviceReport, 'secretsNotCompared'>): string {
	return secretsNotCompared === 0
		? ''
		: `${plural(secretsNotCompared, 'secret')} not compared: a placeholder in the intended file, not shown to the account, or re-encrypted each time it is shown`;
}
