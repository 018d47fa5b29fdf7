import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stringify } from 'yaml';
import { pullRequestEvent } from '../../tests/support/e2e/events.ts';
import { type Hosting, startHosting } from '../../tests/support/e2e/hosting.ts';
import { deviceConfig } from '../support/device-config.ts';
import { distributionOf } from '../support/distribution.ts';
import { listenForFirst } from '../support/first-contact.ts';
import type { ResultRow } from '../support/result-row.ts';

/** From the start of the process to its first byte on the wire: what the Action adds to every check before it does anything. */
const GOAL_MS = 400;

interface FirstBytes {
	readonly toGitHub: number;
	readonly toDevice: number;
}

/** Starts the Action for a pull request of one device as a runner would, and ends it when it has reached the device. */
export async function startupRows({ runs }: { readonly runs: number }): Promise<readonly ResultRow[]> {
	await using hosting = await startHosting();
	const measured: FirstBytes[] = [];
	const bare: number[] = [];
	for (let index = 0; index < runs; index += 1) {
		bare.push(await bareNode());
		measured.push(await startAction(hosting, index));
	}
	const beside = { what: 'Node that connects, and no more', measured: distributionOf(bare) };
	const row = { unit: 'ms', beside } as const;
	return [
		{
			...row,
			what: "the Action's start, to its first byte (GitHub)",
			ours: distributionOf(measured.map(({ toGitHub }) => toGitHub)),
			goal: { bound: GOAL_MS, ratio: null },
		},
		{
			...row,
			// Behind answers of GitHub and a fetch of git: which devices are meant is not known before.
			what: "the Action's start, to a device",
			ours: distributionOf(measured.map(({ toDevice }) => toDevice)),
			goal: null,
		},
	];
}

async function startAction(hosting: Hosting, index: number): Promise<FirstBytes> {
	await using device = await listenForFirst(null);
	await using gitHub = await listenForFirst(Number(new URL(hosting.github.url).port));
	const commits = await proposeChange(hosting, { port: device.port, index });
	let start = 0;
	let end = (): void => {};
	const ended = hosting.run({
		eventName: 'pull_request',
		event: pullRequestEvent(commits),
		env: {
			FLEET_USERNAME: 'auditor',
			FLEET_PASSWORD: 'never sent',
			GITHUB_SHA: commits.head,
			GITHUB_API_URL: `http://127.0.0.1:${gitHub.port}`,
		},
		onStart: (process) => {
			start = performance.now();
			end = () => process.kill('SIGKILL');
		},
	});
	const died = ended.then(({ stdout, stderr }): never => {
		throw new Error(`the Action reached no device:\n${stdout}${stderr}`);
	});
	const reached = Promise.all([gitHub.at, device.at]);
	const [toGitHub, toDevice] = await Promise.race([reached, died]);
	died.catch(() => {});
	end();
	await ended;
	return { toGitHub: toGitHub - start, toDevice: toDevice - start };
}

async function proposeChange(
	{ github, checkout }: Hosting,
	{ port, index }: { readonly port: number; readonly index: number },
): Promise<{ readonly base: string; readonly head: string }> {
	const config = (seed: number): Record<string, string> => ({
		'intended-configs/edge-01.cfg': deviceConfig({ name: 'edge-01', lines: 3_000, seed }),
	});
	const fleet = stringify({
		version: 1,
		intended: 'intended-configs/{device}.cfg',
		defaults: { credentials: 'lab', platform: 'cisco_ios' },
		credentials: { lab: { username: `\${FLEET_USERNAME}`, password: `\${FLEET_PASSWORD}` } },
		devices: { 'edge-01': { host: '127.0.0.1', port, 'host-key': `SHA256:${'A'.repeat(43)}` } },
	});
	const base = await checkout.commit({ 'fleet.yml': fleet, ...config(2 * index) });
	const head = await checkout.commit(config(2 * index + 1));
	github.state.mergeBases.set(`${base}...${head}`, base);
	return { base, head };
}

/** What no program in Node can be below. */
async function bareNode(): Promise<number> {
	await using contact = await listenForFirst(null);
	const start = performance.now();
	const code = `require('node:net').connect(${contact.port}, '127.0.0.1').on('error', () => {})`;
	const child = spawn(process.execPath, ['-e', code], { stdio: 'ignore' });
	const exited = once(child, 'exit');
	const at = await contact.at;
	child.kill('SIGKILL');
	await exited;
	return at - start;
}
