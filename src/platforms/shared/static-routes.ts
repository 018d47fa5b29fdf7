import type { SpellingRule } from '../../domain/platform/spelling-rules.ts';

/**
 * A static route that names the distance that it has anyway. The 1 has to stand behind an address or an interface: `tag 1` and
 * `track 1` say something else.
 */
export const routeDistance: SpellingRule = {
	kind: 'words',
	pattern:
		/^(ip(?:v6)? route (?:vrf \S+ )?\S+ (?:\S+ ){0,2}(?:\d+\.\d+\.\d+\.\d+|[\dA-Fa-f]*:[\dA-Fa-f:.]*|[A-Za-z][\w/.-]*\d)) 1(?= |$)/,
	spelled: '$1',
	source:
		'1 is the distance of a static route, and is not shown (Cisco IOS IP Routing Command Reference, ip route; Arista EOS user manual; FRRouting, Static Route Commands)',
};

/** A session over more than one hop may take as many as there can be. */
export const multihop: SpellingRule = {
	kind: 'words',
	pattern: /^(neighbor \S+ ebgp-multihop)$/,
	spelled: '$1 255',
	source:
		'as many as there can be unless it says otherwise, and shown (FRRouting 8.4; Dell FTOS CLI guides of the command it has in common with IOS)',
};
