import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { describeFailure } from '../../composition/describe-failure.ts';
import { redactReport } from '../../composition/run/redact-report.ts';
import type { FleetReport } from '../../domain/fleet-report.ts';
import { type FailOn, judge, type Policy, type Verdict } from '../../domain/verdict.ts';
import { DriftAuditError } from '../../errors.ts';
import { writeOutput } from '../../infrastructure/output-file.ts';
import { type PageOfPast, renderHtml } from '../../reporting/files/render-html.ts';
import { renderMarkdown } from '../../reporting/files/render-markdown.ts';
import { renderTerminal } from '../../reporting/terminal/render-terminal.ts';
import { failOn, percentage } from '../../settings/input-parsers.ts';
import type { CommandLine, ExitCode } from '../command-line.ts';

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

/**
 * Prints the report, writes what was asked for and tells how to exit. A file that cannot be written costs that file alone, and is
 * an error all the same: somebody waits for it.
 */
export async function concludeRun(
	found: FleetReport,
	{
		policy,
		options,
		line,
		past = async () => null,
	}: {
		readonly policy: Policy;
		readonly options: ReportOptions;
		readonly line: CommandLine;
		/** What the page of a report shows of the time before. @default nothing */
		readonly past?: (report: FleetReport) => Promise<PageOfPast | null>;
	},
): Promise<ExitCode> {
	const report = redactReport(found, line.log.redact);
	const verdict = judge(report, applyOptions(policy, options));
	if (options.json === '-') line.stdout.write(asJson(report));
	else {
		const { colour, columns: width } = line.stdout;
		line.stdout.write(renderTerminal(report, verdict, { colour, width, remediation: options.remediation === true }));
	}
	return (await writeReports(report, { verdict, options, line, past })) ? verdict.exitCode : 2;
}

/** @returns whether all of them could be written; the log has why not */
async function writeReports(
	report: FleetReport,
	{
		verdict,
		options,
		line,
		past,
	}: {
		readonly verdict: Verdict;
		readonly options: ReportOptions;
		readonly line: CommandLine;
		readonly past: (report: FleetReport) => Promise<PageOfPast | null>;
	},
): Promise<boolean> {
	const files = [
		[options.json === '-' ? undefined : options.json, () => asJson(report)],
		[options.markdown, () => renderMarkdown(report, verdict)],
		[options.html, async () => renderHtml(report, verdict, await past(report))],
	] as const;
	let complete = true;
	for (const [file, render] of files) {
		if (file === undefined) continue;
		try {
			await writeOutput(resolve(line.cwd, file), await render());
		} catch (error) {
			if (!(error instanceof DriftAuditError) || error.code !== 'ERR_OUTPUT') throw error;
			line.log.error(describeFailure(error, { verbose: false }));
			complete = false;
		}
	}
	return complete;
}

function asJson(report: FleetReport): string {
	return `${JSON.stringify(report, null, 2)}\n`;
}

function applyOptions(policy: Policy, options: ReportOptions): Policy {
	return { ...policy, failOn: options.failOn ?? policy.failOn, minHealth: options.minHealth ?? policy.minHealth };
}

/** An option that is read like the input of the same name. */
export function parsed<Value>(
	parse: (
		text: string,
	) => { readonly status: 'valid'; readonly value: Value } | { readonly status: 'invalid'; readonly fix: string },
): (text: string) => Value {
	return (text) => {
		const result = parse(text);
		if (result.status === 'valid') return result.value;
		throw new InvalidArgumentError(result.fix);
	};
}
