import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import { deviceReport, fleetReport } from '../../support/git/fleet-reports.ts';
import { type GitServer, startGitServer } from '../../support/git/http-backend.ts';
import { openBranch, type WriteRunArguments } from '../../support/git/open-branch.ts';
import { smallDiskMissing } from '../../support/small-disk.ts';
import { removeFolder } from '../../support/temporary-folder.ts';

const REPOSITORY = 'acme/network.git';
const WRITER = fileURLToPath(new URL('../../support/git/write-run.ts', import.meta.url));

let tempDir: string;

beforeEach(async () => {
	tempDir = await mkdtemp(join(tmpdir(), 'full-disk-'));
});

afterEach(() => removeFolder(tempDir));

/** Records a run with so much room for the temporary clone, in a process of its own. */
async function record(
	server: GitServer,
	report: FleetReport,
	room: string,
): Promise<{ readonly exitCode: number | null; readonly stderr: string }> {
	const options: WriteRunArguments = { remoteUrl: server.urlOf(REPOSITORY), tempDir, report };
	const mount = `mount -t tmpfs -o size=${room} tmpfs "$1"`;
	const command = ['--mount', 'sh', '-c', `${mount} && exec "$2" "$3" "$4"`, 'sh'];
	const writer = spawn('unshare', [...command, tempDir, process.execPath, WRITER, JSON.stringify(options)], {
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	const [stderr] = await Promise.all([text(writer.stderr), once(writer, 'close')]);
	return { exitCode: writer.exitCode, stderr };
}

/**
 * Records a run into a copy of the repository on a disk that has so much room left, and again once there is more. Prints the tip
 * in between and the newest lines of runs at the end.
 */
const TO_FULL_REMOTE = `
set -e
mount -t tmpfs -o size=2m tmpfs "$1"
cp -r "$2"/. "$1"
dd if=/dev/zero of="$1/room" bs=1k count="$6" 2>/dev/null
dd if=/dev/zero of="$1/ballast" bs=1k 2>/dev/null || true
rm "$1/room"
"$3" "$4" "$5" && exit 9
git -C "$1" rev-parse drift-results
rm "$1/ballast"
"$3" "$4" "$5" >/dev/null
git -C "$1" fsck --strict --no-dangling >&2
git -C "$1" show drift-results:data/runs/2026-11.ndjson`;

async function recordThere(
	server: GitServer,
	report: FleetReport,
	roomKb: number,
): Promise<{ readonly exitCode: number | null; readonly stdout: string; readonly stderr: string }> {
	const disk = join(tempDir, 'disk');
	await mkdir(disk);
	const options: WriteRunArguments = { remoteUrl: disk, tempDir, report };
	const given = [disk, server.pathOf(REPOSITORY), process.execPath, WRITER, JSON.stringify(options), String(roomKb)];
	const writer = spawn('unshare', ['--mount', 'sh', '-c', TO_FULL_REMOTE, 'sh', ...given]);
	const [stdout, stderr] = await Promise.all([text(writer.stdout), text(writer.stderr), once(writer, 'close')]);
	return { exitCode: writer.exitCode, stdout, stderr };
}

async function recordHere(server: GitServer, report: FleetReport): Promise<void> {
	await openBranch({ remoteUrl: server.urlOf(REPOSITORY), tempDir, report }).record(report);
}

const reportOf = (runId: string, day: number, diff = ''): FleetReport =>
	fleetReport(runId, [deviceReport('core-01', { diff })], {
		startedAt: new Date(Date.UTC(2026, 10, day, 6)).toISOString(),
	});

/** What nothing can make smaller, and short enough for an argument of a process. */
const NOISE = Array.from({ length: 4_000 }, (_, index) => Math.sin(index).toString(36))
	.join('')
	.slice(0, 60_000);

describe.skipIf(smallDiskMissing !== null)(
	`a full disk${smallDiskMissing === null ? '' : ` (${smallDiskMissing})`}`,
	() => {
		it.each(['8k', '80k', '112k'])('of %s stops the write with a sentence, and loses nothing', async (room) => {
			await using server = await startGitServer({ repositories: [REPOSITORY] });
			await recordHere(server, reportOf('1', 1, NOISE));
			const tip = await server.git(REPOSITORY, 'rev-parse', 'drift-results');

			const { exitCode, stderr } = await record(server, reportOf('2', 2, NOISE), room);

			expect(stderr).toMatch(/PublishError: the disk is full, the history on drift-results was not written\n/u);
			expect(exitCode).toBe(1);
			expect(await server.git(REPOSITORY, 'rev-parse', 'drift-results')).toBe(tip);
			await recordHere(server, reportOf('2', 2, NOISE));
			const lines = (await server.git(REPOSITORY, 'show', 'drift-results:data/runs/2026-11.ndjson')).trim().split('\n');
			expect(lines.map((line) => JSON.parse(line).runId)).toEqual(['1', '2']);
		});

		it.each([
			// Before a remote of the same machine has its channel for messages it shares ours.
			[0, /PublishError: the disk is full, the history on drift-results was not written\n/u],
			[40, /PublishError: the disk of \/.*\/disk is full, the history on drift-results was not written\n/u],
		])('of the remote, with %i kB left, is named, and loses nothing', async (roomKb, message) => {
			await using server = await startGitServer({ repositories: [REPOSITORY] });
			await recordHere(server, reportOf('1', 1, NOISE));
			const tip = await server.git(REPOSITORY, 'rev-parse', 'drift-results');

			const { exitCode, stdout, stderr } = await recordThere(server, reportOf('2', 2, NOISE), roomKb);

			expect(stderr).toMatch(message);
			expect(exitCode).toBe(0);
			const [stayed = '', ...lines] = stdout.trim().split('\n');
			expect(`${stayed}\n`).toBe(tip);
			expect(lines.map((line) => JSON.parse(line).runId)).toEqual(['1', '2']);
		});
	},
);
