import { platformFacts } from '../../src/composition/platform-facts.ts';
import type { DeviceTransport } from '../../src/domain/platform/transports.ts';
import { platforms } from '../../src/platforms/index.ts';
import { code, markdownTable } from './markdown-table.ts';

const NAMES: Readonly<Record<DeviceTransport, string>> = { ssh: 'SSH', netconf: 'NETCONF', rest: 'REST' };

/** The network operating systems that this version knows. Of what each way was tried with, the nearest to a device is named. */
export function platformsTable(): string {
	const rows = platformFacts(platforms).map(({ name, title, aliases, transports }) => [
		code(name),
		title,
		transports.map(({ transport, tested }) => `${NAMES[transport]}: ${tested[0]}`).join(', '),
		aliases.map(code).join(' '),
	]);
	return markdownTable(['Platform', 'System', 'Fetched by, and tried with', 'Also called'], rows);
}
