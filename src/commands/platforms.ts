import { Command } from 'commander';
import type { Platform } from '../domain/platform.ts';
import { transportsOf } from '../domain/transports.ts';
import { platforms } from '../platforms/index.ts';
import type { CommandLine, ExitCode } from './command-line.ts';

export function platformsCommand(line: CommandLine, exit: (code: ExitCode) => void): Command {
	return new Command('platforms')
		.description('list the network operating systems, how each is fetched and how a config is proven whole')
		.option('--json', 'print them as JSON')
		.action(({ json = false }: { readonly json?: boolean }) => {
			const rows = platforms.names.map((name) => describePlatform(platforms.resolve(name)));
			line.stdout.write(json ? `${JSON.stringify(rows, null, 2)}\n` : renderTable(rows));
			exit(0);
		});
}

interface PlatformFacts {
	readonly name: string;
	readonly title: string;
	readonly aliases: readonly string[];
	/** `ssh shell`, `ssh exec`, `netconf`, `rest`. */
	readonly transports: readonly string[];
	readonly command: string;
	readonly completeness: string;
	readonly volatile: number;
	readonly secrets: number;
	readonly ordered: number;
}

function describePlatform(platform: Platform | null): PlatformFacts {
	if (platform === null) throw new Error('the registry lists a platform that it does not know');
	const { name, title, aliases, cli, completeness, masks, order } = platform;
	const volatile = masks.filter(({ kind }) => kind === 'volatile').length;
	return {
		name,
		title,
		aliases,
		transports: transportsOf(platform).map((transport) => (transport === 'ssh' ? `ssh ${cli.channel}` : transport)),
		command: cli.showRunning,
		completeness: completeness.proof,
		volatile,
		secrets: masks.length - volatile,
		ordered: order.length,
	};
}

function renderTable(rows: readonly PlatformFacts[]): string {
	const header = ['platform', 'fetched by', 'proof of completeness', 'volatile', 'secrets', 'ordered', 'also called'];
	const cells = rows.map((row) => [
		row.name,
		row.transports.join(', '),
		row.completeness,
		String(row.volatile),
		String(row.secrets),
		String(row.ordered),
		row.aliases.join(' '),
	]);
	const widths = header.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)));
	const print = (row: readonly string[]): string =>
		row
			.map((cell, column) => cell.padEnd(widths[column] ?? 0))
			.join('  ')
			.trimEnd();
	return `${[header, ...cells].map(print).join('\n')}\n`;
}
