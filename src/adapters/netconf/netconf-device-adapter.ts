import type { FetchedConfig } from '../../use-cases/ports.ts';
import { NetworkDeviceAdapter, type NetworkOptions, type Visit } from '../connection/network-device-adapter.ts';
import { sizeOf } from '../connection/size-of.ts';
import { type SshAccess, withDeviceSession } from '../ssh-connection/device-session.ts';
import { NetconfSession } from './netconf-session.ts';
import { readReply } from './read-reply.ts';

/** RFC 6242, section 3. */
const NETCONF_PORT = 830;

/** Fetches running-configs over NETCONF, with the connection, host keys, logins and bastions of SSH. */
export class NetconfDeviceAdapter extends NetworkDeviceAdapter {
	readonly #access: SshAccess;

	constructor(options: NetworkOptions & SshAccess) {
		super(options);
		this.#access = options;
	}

	protected override portOf(): number {
		return NETCONF_PORT;
	}

	protected override async read(visit: Visit): Promise<FetchedConfig> {
		const { platform, connection, trace, asked, arrived, reached } = visit;
		const rules = platform.netconf;
		if (rules === undefined) throw new Error(`${platform.name} has no rules for NETCONF`);
		const { timeouts } = connection;
		return withDeviceSession({ ...visit, ...this.#access }, async ({ session, auth, took }) => {
			reached();
			await using netconf = await NetconfSession.open({ session, auth, timeouts, enabledBy: rules.enabledBy });
			const reply = netconf.request(rules.request);
			asked?.();
			const text = readReply(await reply, { rules, where: session.where });
			trace?.('config', sizeOf(text));
			arrived?.(text);
			return { text, session: { ...took, commands: 1 } };
		});
	}
}
