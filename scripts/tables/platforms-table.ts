import { type DeviceTransport, transportsOf } from '../../src/domain/transports.ts';
import { platforms } from '../../src/platforms/index.ts';
import { code, markdownTable } from './markdown-table.ts';

const NAMES: Readonly<Record<DeviceTransport, string>> = { ssh: 'SSH', netconf: 'NETCONF', rest: 'REST' };

/** The network operating systems that this version knows. */
export function platformsTable(): string {
	const rows = platforms.names.map((name) => {
		const platform = platforms.resolve(name);
		if (platform === null) throw new Error(`the registry lists ${name} and does not know it`);
		const ways = transportsOf(platform).map((transport) => NAMES[transport]);
		return [code(name), platform.title, ways.join(', '), platform.aliases.map(code).join(' ')];
	});
	return markdownTable(['Platform', 'System', 'Fetched by', 'Also called'], rows);
}
