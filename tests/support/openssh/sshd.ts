import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import { makeKey, type TestKey } from '../ssh/test-keys.ts';
import { removeFolder } from '../temporary-folder.ts';
import { takePassword } from './pam.ts';

const SSHD = '/usr/sbin/sshd';

/** Why OpenSSH's server cannot be started here; null when it can. For `it.skipIf`. */
export const sshdMissing: string | null = existsSync(SSHD) ? null : 'Debian package openssh-server is not installed';

export interface SshdOptions {
	/** Public keys that may log in as the user who runs the tests: `ssh-ed25519 AAAA…`. */
	readonly authorizedKeys: readonly string[];
	/** @default one new ed25519 key */
	readonly hostKeys?: readonly TestKey[];
	/** Environment of every command. */
	readonly environment?: Readonly<Record<string, string>>;
	/** Also takes this password of the user, by PAM; only where `pamMissing` is null. */
	readonly password?: string;
	/** Further lines of sshd_config(5); the first that says something counts. */
	readonly config?: readonly string[];
}

export interface Sshd extends AsyncDisposable {
	readonly port: number;
	/** Of the first host key. */
	readonly fingerprint: string;
	/** The one user who can log in. */
	readonly username: string;
	/** What it has logged so far, at level VERBOSE. */
	log(): string;
}

/** Starts OpenSSH's own server on a free port of the loopback, with nothing of the machine's configuration. */
export async function startSshd(options: SshdOptions): Promise<Sshd> {
	const hostKeys = options.hostKeys ?? [makeKey()];
	const folder = await mkdtemp(join(tmpdir(), 'sshd-'));
	const port = await freePort();
	// Debian's service makes it at boot, and sshd does not start as root without it.
	if (process.getuid?.() === 0) await mkdir('/run/sshd', { recursive: true, mode: 0o755 });
	for (const [index, key] of hostKeys.entries()) {
		await writeFile(join(folder, `host_key_${index}`), key.privateKey, { mode: 0o600 });
	}
	await writeFile(join(folder, 'authorized_keys'), `${options.authorizedKeys.join('\n')}\n`);
	await writeFile(join(folder, 'sshd_config'), configOf(options, { folder, port, keys: hostKeys.length }));

	const through = options.password === undefined ? [] : await takePassword(folder, options.password);
	const [command = SSHD, ...args] = [...through, SSHD, '-D', '-e', '-f', join(folder, 'sshd_config')];
	const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
	let log = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		log += text;
	});
	const exited = once(child, 'exit');
	const server: Sshd = {
		port,
		fingerprint: hostKeys[0]?.fingerprint ?? '',
		username: userInfo().username,
		log: () => log,
		async [Symbol.asyncDispose]() {
			child.kill();
			await exited;
			await removeFolder(folder);
		},
	};
	await untilListening(server, () => child.exitCode !== null);
	return server;
}

function configOf(
	{ environment = {}, password, config = [] }: SshdOptions,
	{ folder, port, keys }: { readonly folder: string; readonly port: number; readonly keys: number },
): string {
	const variables = Object.entries(environment).map(([name, value]) => `${name}="${value}"`);
	return [
		`Port ${port}`,
		'ListenAddress 127.0.0.1',
		...Array.from({ length: keys }, (_, index) => `HostKey ${join(folder, `host_key_${index}`)}`),
		`AuthorizedKeysFile ${join(folder, 'authorized_keys')}`,
		'PidFile none',
		'StrictModes no',
		...config,
		`UsePAM ${password === undefined ? 'no' : 'yes'}`,
		'PasswordAuthentication no',
		'KbdInteractiveAuthentication no',
		`PermitRootLogin ${password === undefined ? 'prohibit-password' : 'yes'}`,
		'LogLevel VERBOSE',
		...(variables.length === 0 ? [] : [`SetEnv ${variables.join(' ')}`]),
		'',
	].join('\n');
}

async function untilListening(server: Sshd, gone: () => boolean): Promise<void> {
	for (let tries = 0; tries < 100; tries += 1) {
		if (gone()) throw new Error(`sshd did not start: ${server.log()}`);
		const socket = connect(server.port, '127.0.0.1');
		const listening = await once(socket, 'connect').then(
			() => true,
			() => false,
		);
		socket.destroy();
		if (listening) return;
		await sleep(50);
	}
	throw new Error(`sshd does not listen: ${server.log()}`);
}
