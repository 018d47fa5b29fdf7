import type { Completeness } from '../../src/domain/platform.ts';
import { type DeviceTransport, transportsOf } from '../../src/domain/transports.ts';
import { platforms } from '../../src/platforms/index.ts';
import { code, markdownTable } from './markdown-table.ts';

const PROOFS: Readonly<Record<Completeness['proof'], string>> = {
	'last-line': 'the last line is the end token',
	'balanced-braces': 'every brace that opens closes',
	'balanced-blocks': 'every block that opens closes',
	'required-line': 'a line that every config has, and the prompt behind it',
	parses: 'the document can be read to its end and has the right root',
	channel: 'the end of the channel',
};

const NAMES: Readonly<Record<DeviceTransport, string>> = { ssh: 'SSH', netconf: 'NETCONF', rest: 'REST' };

/** The network operating systems that this version knows. */
export function platformsTable(): string {
	const rows = platforms.names.map((name) => {
		const platform = platforms.resolve(name);
		if (platform === null) throw new Error(`the registry lists ${name} and does not know it`);
		const { title, aliases, cli, completeness } = platform;
		return [
			code(name),
			title,
			[
				`SSH (${code(cli.showRunning)})`,
				...transportsOf(platform)
					.slice(1)
					.map((name) => NAMES[name]),
			].join(', '),
			PROOFS[completeness.proof],
			aliases.map(code).join(' '),
		];
	});
	return markdownTable(['Platform', 'System', 'Fetched by', 'Proof that it is whole', 'Also called'], rows);
}
