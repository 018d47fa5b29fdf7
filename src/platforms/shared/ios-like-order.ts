import type { OrderRule } from '../../domain/platform/platform.ts';

/** What IOS, NX-OS and EOS read from top to bottom alike; each has more of its own. */
export const iosLikeOrder: readonly OrderRule[] = [
	{ kind: 'children', within: [/^(?:ip|ipv6|mac) access-list /] },
	{ kind: 'siblings', pattern: /^route-map (\S+)(?: |$)/ },
	// With `seq` the number is the order, whatever the order of the text.
	{ kind: 'siblings', pattern: /^ip(?:v6)? prefix-list (\S+) (?:permit|deny) / },
	{ kind: 'siblings', pattern: /^ip as-path access-list (\S+) / },
	{ kind: 'children', within: [/^policy-map /] },
	{ kind: 'children', within: [/^aaa group server /] },
];
