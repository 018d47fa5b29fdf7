import type { SequenceRule } from '../../domain/platform/list-rules.ts';

const ADDRESSES = String.raw`(?<values>[\d.:A-Fa-f]+(?: [\d.:A-Fa-f]+)*)`;

/** Name servers are asked in their order. */
export const iosLikeNameServers: SequenceRule = {
	pattern: new RegExp(String.raw`^(?<head>ip name-server (?:vrf \S+ )?)${ADDRESSES}(?<tail>| use-vrf \S+)$`),
	source:
		'CSR1000v and NX-OS show all of them on one line, other releases of IOS one on each (ansible/ansible pull request 32373)',
	matches: ['ip name-server 192.0.2.1 2001:db8::1', 'ip name-server vrf MGMT 192.0.2.1'],
	spares: ['ip name-server', 'ip domain lookup'],
};

export const asaNameServers: SequenceRule = {
	pattern: new RegExp(String.raw`^(?<head>name-server )${ADDRESSES}(?<tail>| [A-Za-z][\w-]*)$`),
	within: [/^dns server-group /],
	source: 'six may be entered on one line, and stand on lines of their own (ASA command reference, name-server)',
	matches: ['name-server 192.0.2.1 192.0.2.2', 'name-server 192.0.2.1 inside'],
	spares: ['domain-name example.net'],
};
