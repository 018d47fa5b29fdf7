import { execFileSync } from 'node:child_process';

/** Why no small disk can be made here; null: it can. It is one of a process' own mount namespace and goes with it. */
export const smallDiskMissing = ((): string | null => {
	try {
		execFileSync('unshare', ['--mount', 'sh', '-c', 'mount -t tmpfs -o size=64k tmpfs /mnt'], { stdio: 'ignore' });
		return null;
	} catch {
		return 'needs mount namespaces';
	}
})();
