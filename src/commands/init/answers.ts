import type { DeviceTransport } from '../../domain/platform/transports.ts';
import { ConfigurationError } from '../../errors.ts';
import { INVENTORY_KINDS } from '../../settings/inventories/all-kinds.ts';
import type { LoginMethod } from '../../settings/starter/starter-fleet.ts';

/** What `init` was told on the command line. */
export interface InitOptions {
	readonly fleet: string;
	readonly from?: string;
	readonly file?: string;
	readonly url?: string;
	readonly device?: readonly string[];
	readonly platform?: string;
	readonly transport?: DeviceTransport;
	readonly login?: LoginMethod;
	readonly enable?: boolean;
	readonly intended: string;
	readonly copy?: boolean;
	readonly workflow?: boolean;
	readonly force?: boolean;
}

/** The variable that holds the token of an inventory server. */
export const INVENTORY_TOKEN = 'NETBOX_TOKEN';

/** `edge-01=192.0.2.1` */
export const DEVICE: RegExp = /^(?<name>[^=\s]+)=(?<host>\S+)$/u;

/** What `init` goes by. */
export interface Answers {
	/** An entry of `inventory`; null: from scratch. */
	readonly inventory: Readonly<Record<string, string>> | null;
	/** `edge-01=192.0.2.1`, from scratch. */
	readonly devices: readonly string[];
	readonly platform: string | null;
	readonly transport: DeviceTransport;
	/** null: what the devices take. */
	readonly login: LoginMethod | null;
	/** Whether the privileged mode has a password of its own. */
	readonly enable: boolean;
	readonly workflow: boolean;
}

/** Whether the options answer the first question; nothing is asked then. */
export function areAnswered({ from, device }: InitOptions): boolean {
	return from !== undefined || device !== undefined;
}

/** What the options say. */
export function answersOf(options: InitOptions): Answers {
	const { platform = null, transport = 'ssh' } = options;
	return {
		inventory: options.from === undefined ? null : entryOf(options.from, options),
		devices: options.device ?? [],
		platform,
		transport,
		login: options.login ?? null,
		enable: options.enable ?? false,
		workflow: options.workflow ?? false,
	};
}

/** The entry of `inventory` for a kind. */
export function entryOf(
	from: string,
	{ file, url }: Pick<InitOptions, 'file' | 'url'>,
): Readonly<Record<string, string>> {
	if (needs(from, 'url')) {
		if (url === undefined || url === '')
			throw ConfigurationError.of(`${from} needs --url`, 'Write its address: --url https://netbox.example.net');
		refuseOther(from, '--file', file);
		return { from, url, token: `\${${INVENTORY_TOKEN}}` };
	}
	if (file === undefined || file === '')
		throw ConfigurationError.of(`${from} needs --file`, 'Write the path of its file, relative to fleet.yml');
	refuseOther(from, '--url', url);
	return { from, file };
}

function refuseOther(from: string, option: string, value: string | undefined): void {
	if (value === undefined) return;
	throw ConfigurationError.of(`${option} has no effect for ${from}`, 'Leave it out');
}

/** Whether a kind of inventory cannot do without it. */
export function needs(from: string, key: 'url' | 'file'): boolean {
	return INVENTORY_KINDS.find(({ name }) => name === from)?.required.includes(key) ?? false;
}
