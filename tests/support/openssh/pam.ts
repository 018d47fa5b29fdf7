import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const SERVICE = '/etc/pam.d/sshd';

/**
 * Why sshd cannot be given a password of ours here; null when it can. It is done in a mount namespace of its own, in which
 * its PAM service is ours, so that no account of the machine is touched.
 */
export const pamMissing: string | null = reason();

/** A password for every account, and the command that an sshd is to be started through so that it takes it. */
export async function takePassword(folder: string, password: string): Promise<readonly string[]> {
	const check = join(folder, 'check-password');
	const service = join(folder, 'pam-service');
	// The password comes on stdin and ends with a NUL.
	await writeFile(join(folder, 'password'), password, { mode: 0o600 });
	await writeFile(check, `#!/bin/sh\n[ "$(tr -d '\\000')" = "$(cat '${join(folder, 'password')}')" ]\n`, {
		mode: 0o700,
	});
	const rules = [
		`auth requisite pam_exec.so quiet type=auth expose_authtok ${check}`,
		'auth required pam_permit.so',
		'account required pam_permit.so',
		'session required pam_permit.so',
		'password required pam_deny.so',
		'',
	];
	await writeFile(service, rules.join('\n'));
	return ['unshare', '--mount', 'sh', '-c', `mount --bind '${service}' ${SERVICE} && exec "$@"`, 'sh'];
}

function reason(): string | null {
	if (!existsSync(SERVICE)) return `Debian package openssh-server is not installed`;
	if (process.getuid?.() !== 0) return 'needs root';
	try {
		execFileSync('unshare', ['--mount', 'sh', '-c', `mount --bind ${SERVICE} ${SERVICE}`], { stdio: 'ignore' });
		return null;
	} catch {
		return 'needs mount namespaces';
	}
}
