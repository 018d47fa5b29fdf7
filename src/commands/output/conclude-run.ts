import { resolve } from 'node:path';
import { describeFailure } from '../../composition/describe-failure.ts';
import { redactReport } from '../../composition/run/redact-report.ts';
import type { FleetReport } from '../../domain/fleet-report.ts';
import { judge, overridePolicy, type Policy, type Verdict } from '../../domain/verdict.ts';
import { DriftAuditError } from '../../errors.ts';
import { writeOutput } from '../../infrastructure/output-file.ts';
import { inTurns } from '../../infrastructure/turns.ts';
import { type EmbeddedPast, renderHtml } from '../../reporting/files/render-html.ts';
import { renderJson } from '../../reporting/files/render-json.ts';
import { renderMarkdown } from '../../reporting/files/render-markdown.ts';
import { renderTerminal } from '../../reporting/terminal/render-terminal.ts';
import type { CommandLine, ExitCode } from '../command-line.ts';
import type { ReportOptions } from '../options/report-options.ts';
import { print } from './print.ts';

/**
 * Prints the report, writes what was asked for and tells how to exit. A file that cannot be written costs that file
 * alone, and is an error all the same: somebody waits for it.
 */
export async function concludeRun(
	found: FleetReport,
	{
		policy,
		options,
		line,
		past = async () => null,
		nextStep = nextStepOfAudit,
	}: {
		readonly policy: Policy;
		readonly options: ReportOptions;
		readonly line: CommandLine;
		/** What the page of a report shows of the time before. @default nothing */
		readonly past?: (report: FleetReport) => Promise<EmbeddedPast | null>;
		/** What to do next, for a person; null: nothing. @default that of an audit */
		readonly nextStep?: (report: FleetReport, options: ReportOptions) => string | null;
	},
): Promise<ExitCode> {
	const report = await inTurns(redactReport(found, line.log.redact));
	const verdict = judge(report, overridePolicy(policy, options));
	if (options.json === '-') await print(renderJson(report), line);
	else {
		const remediation = options.remediation === true;
		await print(renderTerminal(report, verdict, { ...line.stdout, remediation }), line);
		// A log has no next step.
		const next = line.stderr.interactive ? nextStep(report, options) : null;
		if (next !== null) line.log.info(`\nNext: ${next}`);
	}
	if (verdict.caveat !== null) line.log.warning(verdict.caveat);
	if (!(await writeReports(report, { verdict, options, line, past }))) return 2;
	return verdict.exitCode;
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
		readonly past: (report: FleetReport) => Promise<EmbeddedPast | null>;
	},
): Promise<boolean> {
	const files = [
		[options.json === '-' ? undefined : options.json, () => renderJson(report)],
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

function nextStepOfAudit({ mode, fleet }: FleetReport, { remediation }: ReportOptions): string | null {
	if (mode !== 'audit' || fleet.drifted === 0) return null;
	const adopt = '"fleet-drift adopt DEVICE --dry-run"';
	return remediation === true
		? `${adopt} shows the patch that would accept what runs`
		: `--remediation shows the commands that would fix it, ${adopt} the patch that would accept what runs`;
}
