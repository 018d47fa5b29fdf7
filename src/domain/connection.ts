/** How to log in. Values are resolved secrets: they go to the transport's library and nowhere else. */
export interface Credentials {
	/** Their name in fleet.yml: what may be told of them anywhere. */
	readonly name: string;
	readonly username: string;
	/** Whether the device, or its inventory, has put its own username in place of theirs. */
	readonly ownUsername: boolean;
	readonly password: string | null;
	/** PEM or OpenSSH text of a private key. */
	readonly privateKey: string | null;
	readonly passphrase: string | null;
	/** Path of the socket of an SSH agent whose keys may be used. */
	readonly agent: string | null;
	/** The enable (privileged) password; null falls back to `password`. */
	readonly enable: string | null;
	/** API token for REST. */
	readonly token: string | null;
}

/** What SSH may negotiate. `legacy` offers, after everything modern, what is broken but all that an old device has. */
export type SshAlgorithms = 'modern' | 'legacy';

/** One SSH hop in front of devices; its connection is shared by all that is behind it. */
export interface Bastion {
	readonly name: string;
	readonly host: string;
	readonly port: number;
	readonly credentials: Credentials;
	/** `SHA256:…` pin; null: known_hosts decides. */
	readonly hostKey: string | null;
	/** Whether a key that nothing is known of is trusted and kept; a changed one never is. */
	readonly acceptNewHostKey: boolean;
	readonly sshAlgorithms: SshAlgorithms;
	/** The hop before this one; null: it is reached directly. */
	readonly bastion: Bastion | null;
}

/** What an adapter needs to reach one device. */
export interface Connection {
	readonly credentials: Credentials;
	/** As that of a bastion. */
	readonly hostKey: string | null;
	/** As that of a bastion. */
	readonly acceptNewHostKey: boolean;
	readonly sshAlgorithms: SshAlgorithms;
	/** Path of the certificates that TLS is verified by, relative to the folder of fleet.yml; null: the public ones. */
	readonly caFile: string | null;
	/** Part of a device that is divided, where only that is fetched: a VDOM of FortiOS. */
	readonly vdom: string | null;
	readonly bastion: Bastion | null;
	readonly timeouts: Timeouts;
}

/** The phases of a fetch; all of them end with the signal that a fetch is given. */
export interface Timeouts {
	/** TCP connect and handshake (SSH, TLS). */
	readonly connectMs: number;
	/** From the handshake to the first command: login, prompt, enable, NETCONF's hello, a login request of REST. */
	readonly authMs: number;
	/** Silence while a command runs. */
	readonly idleMs: number;
	/** One command or request, from its first byte to the last of its answer. */
	readonly commandMs: number;
	/** The whole device, first byte to last. */
	readonly deviceMs: number;
}
