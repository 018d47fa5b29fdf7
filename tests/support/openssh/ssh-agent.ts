import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestKey } from '../ssh/test-keys.ts';
import { removeFolder } from '../temporary-folder.ts';

/** Why no agent can be started here; null when one can. */
export const sshAgentMissing: string | null = isInstalled() ? null : 'Debian package openssh-client is not installed';

export interface SshAgent extends AsyncDisposable {
	/** What SSH_AUTH_SOCK would hold. */
	readonly socket: string;
}

/** OpenSSH's own agent, which holds some keys. */
export async function startSshAgent(keys: readonly TestKey[]): Promise<SshAgent> {
	const folder = await mkdtemp(join(tmpdir(), 'agent-'));
	const socket = join(folder, 'socket');
	const child = spawn('ssh-agent', ['-D', '-a', socket], { stdio: ['ignore', 'pipe', 'inherit'] });
	const exited = once(child, 'exit');
	// It says where it listens as soon as it does.
	await once(child.stdout, 'data');
	for (const { privateKey } of keys) {
		execFileSync('ssh-add', ['-q', '-'], {
			env: { ...process.env, SSH_AUTH_SOCK: socket },
			input: privateKey,
			stdio: ['pipe', 'ignore', 'pipe'],
		});
	}
	return {
		socket,
		async [Symbol.asyncDispose]() {
			child.kill();
			await exited;
			await removeFolder(folder);
		},
	};
}

function isInstalled(): boolean {
	try {
		execFileSync('ssh-add', ['-h'], { stdio: 'ignore' });
		return true;
	} catch (error) {
		return error instanceof Error && 'status' in error && error.status !== null;
	}
}
