import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { formsOf } from '../../src/infrastructure/redaction.ts';
import { type Checkout, createCheckout } from '../support/e2e/checkout.ts';
import { type FinishedCli, spawnCli } from '../support/e2e/spawn-cli.ts';
import { readings } from '../support/readings.ts';

/** What the intended file of a device says about the secrets that the device runs. */
const CASES = ['added', 'changed', 'removed'] as const;

const fixture = (path: string): string => readFileSync(new URL(`../platforms/${path}`, import.meta.url), 'utf8');

/** All platforms, in every form that they are fetched in, and each in every case. */
const members = readings.flatMap(({ folder, extension, platform, transport }) => {
	const config = fixture(`${folder}/in-sync/running.${extension}`);
	const secrets = fixture(`${folder}/must-not-appear.txt`).trim().split('\n');
	const drifted = fixture(`${folder}/drift/running.${extension}`);
	return CASES.map((one) => {
		const others = secrets.map((secret) => [secret, `${secret}X9`] as const);
		const changed = others.reduce((text, [secret, other]) => text.replaceAll(secret, other), config);
		const running = one === 'removed' ? drifted : config;
		const intended = { added: drifted, changed, removed: config }[one];
		return {
			name: `${folder.replace('/', '.')}.${one}`,
			platform: platform.name,
			transport,
			intended,
			running,
			secrets,
		};
	});
});

/** What one platform keeps secret may be a part of what another shows to all. */
const open = readings.map(({ folder }) => fixture(`${folder}/masked.cfg`)).join('\n');
const secrets = [...new Set(members.flatMap((member) => member.secrets))].filter((secret) => !open.includes(secret));

let checkout: Checkout;

beforeAll(async () => {
	checkout = await createCheckout(null);
	await checkout.commit({
		'fleet.yml': stringify({
			version: 1,
			intended: 'intended/{device}.cfg',
			devices: Object.fromEntries(
				members.map(({ name, platform, transport }) => [name, { host: '192.0.2.1', platform, transport }]),
			),
		}),
		...Object.fromEntries(members.map(({ name, intended }) => [`intended/${name}.cfg`, intended])),
		...Object.fromEntries(members.map(({ name, running }) => [`backups/${name}.cfg`, running])),
	});
});
afterAll(async () => {
	await checkout?.[Symbol.asyncDispose]();
});

it('compares every platform that there is', () => {
	expect(members.length).toBeGreaterThan(100);
	expect(secrets.length).toBeGreaterThan(130);
});

it.each([
	[
		'audit --remediation --json report.json --markdown report.md --html report.html',
		['report.json', 'report.md', 'report.html'],
	],
	['adopt * --dry-run', []],
	['fetch *', []],
	['fetch * --json captures.json', ['captures.json']],
	['audit --running-dir captures.json --remediation', []],
])('keeps every secret to itself: %s', async (command, files) => {
	const { exitCode, stdout, stderr } = await cli(command.split(' '));

	// 1: there is drift, or what cannot be adopted by itself. No device is unknown.
	expect(exitCode).toBe(command.startsWith('fetch') ? 0 : 1);
	const texts = files.map((file) => [file, readFileSync(join(checkout.folder, file), 'utf8')] as const);
	const all = [['stdout', stdout] as const, ['stderr', stderr] as const, ...texts];
	for (const { name } of members) expect(all.some(([, text]) => text.includes(name))).toBe(true);
	expect(all.flatMap(leaksIn)).toEqual([]);
});

function cli(args: readonly string[]): Promise<FinishedCli> {
	const isOffline = args.includes('--running-dir');
	return spawnCli([...args, ...(isOffline ? [] : ['--running-dir', 'backups'])], {
		cwd: checkout.folder,
		env: { FLEET_DEBUG: '1' },
	});
}

function leaksIn([place, text]: readonly [string, string]): readonly string[] {
	return secrets
		.filter((secret) => formsOf(secret).some((form) => text.includes(form)))
		.map((secret) => `${secret} in ${place}`);
}
