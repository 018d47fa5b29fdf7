import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestKey } from '../ssh/test-keys.ts';
import { removeFolder } from '../temporary-folder.ts';

/** Why no DSA key can be made here; null when one can. OpenSSH 10 no longer has them. */
export const dsaMissing: string | null = knowsDsa() ? null : ' (this OpenSSH has no DSA)';

/** Makes the kind of host key that devices made before RSA was common. ssh2 cannot make one. */
export async function makeDsaKey(): Promise<TestKey> {
	const folder = await mkdtemp(join(tmpdir(), 'dsa-'));
	try {
		const file = join(folder, 'key');
		execFileSync('ssh-keygen', ['-q', '-t', 'dsa', '-N', '', '-C', '', '-f', file]);
		const publicKey = (await readFile(`${file}.pub`, 'utf8')).trim();
		const blob = Buffer.from(publicKey.split(' ')[1] ?? '', 'base64');
		const digest = createHash('sha256').update(blob).digest('base64').replace(/=+$/, '');
		return { privateKey: await readFile(file, 'utf8'), publicKey, blob, fingerprint: `SHA256:${digest}` };
	} finally {
		await removeFolder(folder);
	}
}

function knowsDsa(): boolean {
	try {
		return execFileSync('ssh', ['-Q', 'key'], { encoding: 'utf8' }).includes('ssh-dss');
	} catch {
		return false;
	}
}
