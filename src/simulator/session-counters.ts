/** What a simulated device has seen since it was started. */
export interface SessionCounters {
	/** TCP connections, whatever came of them. */
	readonly connections: number;
	/** Those that are open now. */
	readonly open: number;
	/** Connections whose key exchange was completed. */
	readonly handshakes: number;
	/** Logins that were judged, right or wrong. Asking which methods there are is none. */
	readonly authAttempts: number;
	/** Every command as received, in order; answers to a password prompt are none. */
	readonly commands: readonly string[];
}

/** The device's own side of its counters. */
export interface SessionLog extends SessionCounters {
	connections: number;
	open: number;
	handshakes: number;
	authAttempts: number;
	readonly commands: string[];
}

/** The counters of a device that nobody has called yet. */
export function createSessionLog(): SessionLog {
	return { connections: 0, open: 0, handshakes: 0, authAttempts: 0, commands: [] };
}
