import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { removeFolder } from '../temporary-folder.ts';

const run = promisify(execFile);

/** Why FRRouting's own reload script cannot be asked; null where it can. */
export const frrReloadMissing: string | null = existsSync('/usr/lib/frr/frr-reload.py')
	? null
	: 'Debian package frr-pythontools is not installed';

/** Why FRRouting cannot be started here; null when it can. For `it.skipIf`. */
export const frrMissing: string | null = !existsSync('/usr/lib/frr/zebra')
	? 'Debian package frr is not installed'
	: process.getuid?.() === 0
		? null
		: 'FRRouting gets a network of its own only as root';

export interface RealFrr extends AsyncDisposable {
	/** For sshd's `SetEnv`: `vtysh` found through this PATH talks to this router and to no other. */
	readonly environment: { readonly PATH: string };
	/** Runs one command in this router's vtysh. */
	vtysh(command: string): Promise<string>;
	/** Enters commands in configuration mode; rejects when the router refuses one. */
	configure(commands: readonly string[]): Promise<void>;
	/** What FRRouting's own frr-reload.py would enter to bring this router to a config. */
	reloadCommands(intended: string): Promise<readonly string[]>;
}

/** What every router of the tests runs. */
const DAEMONS = ['zebra', 'staticd', 'bgpd'];

/**
 * Starts a real router: FRRouting's zebra, staticd and bgpd with their own sockets, in network, process and mount
 * namespaces of their own, so that they touch nothing of the machine and cannot outlive the test.
 *
 * @param config - what is typed in configuration mode: `router bgp 65001\n neighbor …`
 * @param others - daemons besides these: `ospfd`
 */
export async function startFrr(config: string, others: readonly string[] = []): Promise<RealFrr> {
	const folder = await mkdtemp(join(tmpdir(), 'frr-'));
	await chmod(folder, 0o755);
	const sockets = join(folder, 'sockets');
	const bin = join(folder, 'bin');
	await mkdir(sockets);
	await mkdir(bin);
	await writeFile(join(folder, 'vtysh.conf'), '');
	await writeFile(join(folder, 'daemon.conf'), '');
	await writeFile(join(folder, 'frr.conf'), config);
	const vtysh = ['--vty_socket', sockets, '--config_dir', folder];
	await writeFile(join(bin, 'vtysh'), `#!/bin/sh\nexec /usr/bin/vtysh ${vtysh.join(' ')} "$@"\n`, { mode: 0o755 });
	await run('chown', ['-R', 'frr:frr', folder]);

	const daemons = startDaemons(folder, sockets, others);
	const router: RealFrr = {
		environment: { PATH: `${bin}:/usr/bin:/bin` },
		vtysh: async (command) => (await run('/usr/bin/vtysh', [...vtysh, '-c', command])).stdout,
		async configure(commands) {
			// One by one, as people enter them: of a file, vtysh makes transactions that take what a router refuses alone.
			const entered = ['configure terminal', ...commands].flatMap((command) => ['-c', command]);
			await run('/usr/bin/vtysh', [...vtysh, ...entered]);
		},
		async reloadCommands(intended) {
			const file = join(folder, 'intended.conf');
			// It does not take what vtysh prints above the first `!`.
			await writeFile(file, intended.slice(intended.indexOf('!')));
			const options = ['--test', '--stdout', '--bindir', '/usr/bin', '--confdir', folder, '--vty_socket', sockets];
			const { stdout } = await run('/usr/lib/frr/frr-reload.py', [...options, file]);
			return reloadedLines(stdout);
		},
		async [Symbol.asyncDispose]() {
			const exited = daemons.exitCode === null ? once(daemons, 'exit') : Promise.resolve();
			daemons.stdin?.end();
			await exited;
			await removeFolder(folder);
		},
	};
	try {
		await untilAnswering(router, [...DAEMONS, ...others]);
		await run('/usr/bin/vtysh', [...vtysh, '-f', join(folder, 'frr.conf')]);
	} catch (error) {
		await router[Symbol.asyncDispose]();
		throw error;
	}
	return router;
}

/** The lines below `Lines To Delete` and `Lines To Add`; a line of a section is printed with its header in front. */
function reloadedLines(output: string): readonly string[] {
	const start = output.search(/^Lines To (?:Delete|Add)$/m);
	if (start === -1) return [];
	return output
		.slice(start)
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '' && !/^(?:Lines To (?:Delete|Add)|=+|exit.*)$/.test(line));
}

/** The namespaces live as long as the shell in them, and the shell as long as the test holds its standard input open. */
function startDaemons(folder: string, sockets: string, others: readonly string[]): ChildProcess {
	const start = (daemon: string, ...options: string[]): string =>
		[
			`/usr/lib/frr/${daemon} -d -P 0 -f ${join(folder, 'daemon.conf')} -i ${join(sockets, `${daemon}.pid`)}`,
			`-z ${join(sockets, 'zserv.api')} --vty_socket ${sockets}`,
			...options,
		].join(' ');
	const script = [
		'set -e',
		// FRRouting keeps crash reports there, and removes none.
		'mkdir -p /var/tmp/frr && mount -t tmpfs tmpfs /var/tmp/frr',
		start('zebra'),
		start('staticd'),
		start('bgpd', '-p 0'),
		...others.map((daemon) => start(daemon, ...(daemon === 'bfdd' ? [`--bfdctl ${join(sockets, 'bfdd.sock')}`] : []))),
		'read -r _ || true',
	].join('\n');
	const namespaces = ['--net', '--pid', '--mount', '--fork', '--kill-child'];
	return spawn('unshare', [...namespaces, 'sh', '-c', script], { stdio: ['pipe', 'ignore', 'ignore'] });
}

async function untilAnswering(router: RealFrr, daemons: readonly string[]): Promise<void> {
	for (let tries = 0; ; tries += 1) {
		try {
			const shown = await router.vtysh('show daemons');
			if (daemons.every((daemon) => shown.includes(daemon))) return;
		} catch (error) {
			if (tries >= 100) throw error;
		}
		await sleep(50);
	}
}
