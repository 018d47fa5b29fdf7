import type { OrderRule } from '../../domain/platform/order-rules.ts';

/** `10 permit …`, `sequence 10 permit …`: where an entry of an access list stands. */
export const ENTRY_NUMBER = /^(?:sequence )?(\d+) /;

/** `route-map A permit 10`, `route-map A permit seq 10`. */
export const ROUTE_MAP_NUMBER = /^route-map \S+ (?:permit|deny) (?:seq )?(\d+)$/;

/** `ip prefix-list A seq 10 permit …`: the place of an entry on a line that names its list. */
export const SEQUENCE_NUMBER = / seq (\d+) /;

/**
 * Servers are tried in the order in which they were entered, in a group of their own and in the groups `tacacs+` and `radius`
 * that hold all of them ("the Cisco IOS software searches for hosts in the order in which they are specified", IOS, tacacs-server
 * host; HPE Access Security Guide K/KA/KB.15.15, page 127: first-choice server; AOS-CX 10.02, Default server groups).
 */
export const serversInOrder: readonly OrderRule[] = [
	{ kind: 'siblings', pattern: /^(server)(?:-private)? /, within: [/^aaa group server /] },
	{ kind: 'siblings', pattern: /^(tacacs|radius)-server host / },
];

/** What IOS, NX-OS and EOS read from top to bottom alike; each has more of its own. */
export const iosLikeOrder: readonly OrderRule[] = [
	{ kind: 'children', within: [/^(?:ip|ipv6|mac|arp) access-list /], numbers: ENTRY_NUMBER },
	{ kind: 'siblings', pattern: /^route-map (\S+)(?: |$)/, numbers: ROUTE_MAP_NUMBER },
	{ kind: 'siblings', pattern: /^ip(?:v6)? prefix-list (\S+) (?:seq|permit|deny) /, numbers: SEQUENCE_NUMBER },
	{ kind: 'siblings', pattern: /^ip as-path access-list (\S+) /, numbers: SEQUENCE_NUMBER },
	{ kind: 'children', within: [/^policy-map /] },
	...serversInOrder,
];
