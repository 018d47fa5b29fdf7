import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { smallDiskMissing } from '../../support/small-disk.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const SPOOLER = fileURLToPath(new URL('../../support/spool-reports.ts', import.meta.url));

describe.skipIf(smallDiskMissing !== null)(
	`a full disk under the details of a run${smallDiskMissing === null ? '' : ` (${smallDiskMissing})`}`,
	() => {
		it('costs memory and a warning, and no finding', async () => {
			await using folder = await temporaryFolder('spool-full-');
			const mount = 'mount -t tmpfs -o size=64k tmpfs "$1" && exec "$2" "$3" "$1"';
			const args = ['--mount', 'sh', '-c', mount, 'sh', folder.path, process.execPath, SPOOLER];

			const { told, devices, elsewhere, warnings } = JSON.parse(execFileSync('unshare', args, { encoding: 'utf8' }));

			expect(told).toBe(devices);
			expect(elsewhere).toBeGreaterThan(0);
			expect(elsewhere).toBeLessThan(devices);
			expect(warnings).toEqual([expect.stringContaining('(ENOSPC)')]);
		}, 30_000);
	},
);
