import type { SpellingRule } from '../../domain/platform/spelling-rules.ts';

/** AS numbers of 32 bits in commands of BGP: `router bgp 1.10`, `neighbor 192.0.2.1 remote-as 65546`, `rd 1.10:7`. */
export const asNumbers: SpellingRule = {
	kind: 'as-numbers',
	pattern:
		/^(?:router bgp |(?:neighbor \S+ )?(?:remote-as|local-as) |bgp confederation (?:identifier|peers) |set as-path prepend |set extcommunity (?:rt|soo) |rd |route-target (?:import|export|both) )/,
	source:
		'taken in either notation, and shown in the one that `bgp asnotation`, or `as-format`, says (Cisco IOS IP Routing: BGP Configuration Guide, 4-byte autonomous system numbers; RFC 5396)',
};
