import type { Command } from 'commander';
import type { FailOn } from '../../domain/verdict.ts';
import { failOn, percentage } from '../../settings/input-parsers.ts';
import { parsed } from './parsed.ts';

/** Options of every command that ends in a report. */
export interface ReportOptions {
	readonly json?: string;
	readonly markdown?: string;
	readonly html?: string;
	readonly remediation?: boolean;
	readonly failOn?: readonly FailOn[];
	readonly minHealth?: number;
}

/** Adds them to a command. */
export function withReportOptions(command: Command): Command {
	return command
		.option('--json <file>', 'write the report as JSON; - for stdout, which then holds nothing else')
		.option('--markdown <file>', 'write the report as Markdown')
		.option('--html <file>', 'write the report as one self-contained page')
		.option(
			'--remediation',
			'also print the commands that would bring each device to its intended config; none is sent',
		)
		.option(
			'--fail-on <list>',
			'drift, conflict, unknown, separated by commas, or none (default: as fleet.yml says)',
			parsed(failOn),
		)
		.option('--min-health <percent>', 'fail below this health (default: as fleet.yml says)', parsed(percentage));
}
