import type { FetchedConfig } from '../../use-cases/ports.ts';
import { NetworkDeviceAdapter, type NetworkOptions, type Visit } from '../connection/network-device-adapter.ts';
import { type SshAccess, withDeviceSession } from '../ssh-connection/device-session.ts';
import { fetchByExec } from './fetch-by-exec.ts';
import { fetchByShell } from './fetch-by-shell.ts';

const SSH_PORT = 22;

/** Fetches running-configs over SSH, directly or through bastions. */
export class SshDeviceAdapter extends NetworkDeviceAdapter {
	readonly #access: SshAccess;

	constructor(options: NetworkOptions & SshAccess) {
		super(options);
		this.#access = options;
	}

	protected override portOf(): number {
		return SSH_PORT;
	}

	protected override read(visit: Visit): Promise<FetchedConfig> {
		const { platform, connection, trace, asked, arrived, reached } = visit;
		const { credentials, timeouts } = connection;
		const readConfig = platform.cli.channel === 'exec' ? fetchByExec : fetchByShell;
		return withDeviceSession({ ...visit, ...this.#access }, async ({ session, auth, took }) => {
			reached();
			const options = { session, auth, platform, credentials, timeouts, trace, asked, arrived };
			const { text, commands } = await readConfig(options);
			return { text, session: { ...took, commands } };
		});
	}
}
