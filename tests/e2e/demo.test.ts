import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FleetReport } from '../../src/domain/fleet-report.ts';
import { asExpectation, demoExpectations } from '../support/demo-expectations.ts';
import { createCheckout } from '../support/e2e/checkout.ts';
import { type FinishedCli, spawnCli } from '../support/e2e/spawn-cli.ts';
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts';

const ESCAPE = '\u001b';

describe('the demo', () => {
	let folder: TemporaryFolder;
	let first: FinishedCli;
	let second: FinishedCli;

	const pathTo = (...names: readonly string[]): string => join(folder.path, 'demo-report', ...names);

	beforeAll(async () => {
		folder = await temporaryFolder('demo-');
		first = await spawnCli(['demo'], { cwd: folder.path });
		second = await spawnCli(['demo'], { cwd: folder.path, env: { FORCE_COLOR: '1' } });
	});
	afterAll(async () => {
		await folder?.[Symbol.asyncDispose]();
	});

	it('ends as its contract says: the sample fleet has drifted', () => {
		expect([first.exitCode, second.exitCode]).toEqual([1, 1]);
	});

	it('finds in every device what is there to be found, and nothing else', async () => {
		const report: FleetReport = JSON.parse(await readFile(pathTo('report.json'), 'utf8'));
		const found = Object.fromEntries(report.devices.map((device) => [device.name, asExpectation(device)]));

		expect(found).toEqual(demoExpectations);
		expect(Object.keys(found)).toHaveLength(32);
	});

	it('prints what the README shows of it', async () => {
		const readme = await readFile('README.md', 'utf8');
		const [, shown = ''] = /^```text\n(.*?)^```$/msu.exec(readme) ?? [];

		expect(shown).not.toBe('');
		for (const device of shown.trimEnd().split('\n\n')) expect(first.stdout).toContain(device);
	});

	it('says where everything lies, and it lies there', async () => {
		const places = ['report.json', 'report.md', 'report.html', 'history.git'].map((name) => pathTo(name));

		for (const place of places) {
			expect(first.stderr).toContain(place);
			expect((await stat(place)).size).toBeGreaterThan(0);
		}
		expect(first.stderr).toMatch(
			/\n\nNext: open the page; then run "fleet-drift init" in your own repository to start with your devices\n$/u,
		);
		expect(await readFile(pathTo('report.md'), 'utf8')).toContain('ams-leaf-03');
		const page = await readFile(pathTo('report.html'), 'utf8');
		expect(page).toMatch(/^<!doctype html>/u);
		expect(page).toMatch(/data-path="page\/months\/\d{4}-\d{2}\.js"/u);
		expect(page.length).toBeLessThan(200_000);
	});

	it('adds to its history when it runs again', async () => {
		await using clone = await createCheckout(null);
		await clone.git('pull', '--quiet', pathTo('history.git'), 'drift-results');

		expect((await clone.git('rev-list', 'HEAD')).split('\n')).toHaveLength(2);
		expect(await readFile(join(clone.folder, 'index.html'), 'utf8')).toContain('lon-edge-02');
	});

	it('writes plain text into a pipe, and colours where they are asked for', () => {
		expect(first.stdout + first.stderr).not.toContain(ESCAPE);
		expect(second.stdout).toContain(`${ESCAPE}[3`);
		expect(stable(second.stdout.replaceAll(/\u001b\[[\d;]*m/gu, ''))).toBe(stable(first.stdout));
	});

	it('shows one line of progress per device on stderr', () => {
		expect(first.stderr.match(/^\[\d+\/32\] [a-z]+-[a-z]+-\d+: /gmu)).toHaveLength(32);
	});
});

/** What differs between any two runs: durations, free ports, fingerprints by a random key. */
function stable(text: string): string {
	const timeless = text.replaceAll(/\d+(?:\.\d+)? (?:ms|s)\b/gu, 'T');
	return timeless.replaceAll(/127\.0\.0\.1:\d+/gu, 'HOST').replaceAll(/<secret:[0-9a-f]+>/gu, '<secret>');
}
