import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { makeFolder } from './make-folder.ts';

/** What a whole process cost, from its start to its exit code. */
export interface MeasuredRun {
	readonly exitCode: number;
	readonly wallMs: number;
	/** User and system time, those of its own children included. */
	readonly cpuMs: number;
	/** Of its largest process, where it has several. */
	readonly peakRssMb: number;
	readonly stdout: string;
}

export interface RunMeasuredOptions {
	readonly cwd: string;
	readonly env: NodeJS.ProcessEnv;
	/** @default [0] */
	readonly expected?: readonly number[];
	/** Given to the process on its standard input. @default '' */
	readonly input?: string;
}

/** Runs a command under GNU time. Rejects with what it said when its exit code is none of those expected. */
export async function runMeasured(
	command: readonly string[],
	{ cwd, env, expected = [0], input = '' }: RunMeasuredOptions,
): Promise<MeasuredRun> {
	const folder = makeFolder('bench-run-');
	try {
		const usageFile = join(folder, 'usage');
		const start = performance.now();
		const child = spawn('/usr/bin/time', ['--quiet', '-f', '%U %S %M', '-o', usageFile, ...command], {
			cwd,
			env,
			stdio: 'pipe',
		});
		child.stdin.end(input);
		const said = Promise.all([text(child.stdout), text(child.stderr)]);
		const [code] = await once(child, 'exit');
		const wallMs = performance.now() - start;
		const [stdout, stderr] = await said;
		const exitCode = Number(code ?? -1);
		if (!expected.includes(exitCode)) throw new Error(`${command.join(' ')} ended with ${exitCode}: ${stderr}`);
		const [userSeconds = NaN, systemSeconds = NaN, peakKb = NaN] = readFileSync(usageFile, 'utf8')
			.split(/\s+/)
			.map(Number);
		return {
			exitCode,
			wallMs,
			cpuMs: (userSeconds + systemSeconds) * 1_000,
			peakRssMb: peakKb / 1_024,
			stdout,
		};
	} finally {
		rmSync(folder, { recursive: true });
	}
}
