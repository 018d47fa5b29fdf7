import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { benchLogin } from './bench-fleet.ts';
import { type MeasuredRun, runMeasured } from './run-measured.ts';
import type { PortsOfDevices } from './simulator-process.ts';

/** What a bare client reads: whom to ask, and how many at once. */
export interface BareRequest {
	readonly devices: readonly { readonly name: string; readonly port: number }[];
	readonly concurrency: number;
	readonly username: string;
	readonly password: string;
	readonly enable: string;
}

export interface BareResult {
	/** From the first packet to the last byte of the config, by device. */
	readonly milliseconds: Readonly<Record<string, number>>;
	readonly bytes: number;
}

/** Bundles bare-ssh2.ts as dist/ is bundled, so that neither side pays for loading more files than the other. */
export async function bundleBareClient(folder: string): Promise<string> {
	const build = await rolldown({
		input: fileURLToPath(new URL('./bare-ssh2.ts', import.meta.url)),
		platform: 'node',
		external: [/\.node$/, 'cpu-features'],
	});
	const file = join(folder, 'bare-ssh2.mjs');
	await build.write({ file, format: 'esm', codeSplitting: false });
	await build.close();
	return file;
}

export interface BareClientOptions {
	/** As `bundleBareClient` wrote it. */
	readonly file: string;
	readonly ports: PortsOfDevices;
	/** Devices asked at once. */
	readonly concurrency: number;
}

export async function runBareClient({
	file,
	ports,
	concurrency,
}: BareClientOptions): Promise<{ readonly run: MeasuredRun; readonly result: BareResult }> {
	const input = bareRequest(ports, concurrency);
	const run = await runMeasured([process.execPath, file], { cwd: tmpdir(), env: process.env, input });
	return { run, result: JSON.parse(run.stdout) };
}

/** The request to ask all these devices, as clients that are no more than a library read it on their standard input. */
export function bareRequest(ports: PortsOfDevices, concurrency: number): string {
	const devices = Object.entries(ports).map(([name, port]) => ({ name, port }));
	const request: BareRequest = { devices, concurrency, ...benchLogin };
	return JSON.stringify(request);
}
