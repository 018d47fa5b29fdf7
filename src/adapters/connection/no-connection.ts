/** Of this process, or of the whole machine: no device is to blame. */
const TOO_MANY_FILES =
	'was not asked, because too many files are open already. Raise the limit (ulimit -n), or ask fewer devices at once (concurrency in fleet.yml)';

const SAYINGS: Readonly<Record<string, (service: string) => string>> = {
	ENOTFOUND: () => 'has no address: the name is unknown. Check the host in fleet.yml',
	EAI_AGAIN: () => 'has no address: the name server did not answer. Try again',
	ECONNREFUSED: (service) => `refused the connection. Check the port, and that ${service} is switched on there`,
	EHOSTUNREACH: () => 'cannot be reached from here. Check routing and firewalls',
	ENETUNREACH: () => 'cannot be reached from here. Check routing and firewalls',
	EMFILE: () => TOO_MANY_FILES,
	ENFILE: () => TOO_MANY_FILES,
	ETIMEDOUT: () => 'did not answer. Check that it is up, and that no firewall is in the way',
};

/**
 * What a TCP connection that did not come about says, for a sentence that begins with the server; null where the error is
 * of another kind.
 *
 * @example
 * describeNoConnection('ETIMEDOUT', 'SSH') //=> 'did not answer. Check that it is up, and that no firewall is in the way'
 */
export function describeNoConnection(code: string, service: string): string | null {
	return SAYINGS[code]?.(service) ?? null;
}
