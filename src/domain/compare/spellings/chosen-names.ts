/**
 * What only a name that somebody chose stands behind, on every platform: no address does, so none of these is a word that a
 * group, a server or a neighbor of any system has in front of it.
 */
const IN_FRONT: readonly string[] = [
	'host-?name|sysname|username|nameif',
	'(?:use-)?vrf(?: (?:forwarding|definition|member|context|instance))?|vpn-instance|routing-instances',
	'(?:class|policy)-map(?: type \\S+)?(?: match-a(?:ll|ny))?|class(?: type \\S+)?',
	'service-policy(?: type \\S+)? (?:in|out)put|traffic (?:classifier|behavior|policy)',
	'route-map|route-policy|policy-statement|match ip(?:v6)? address',
	'prefix-list|prefix-set|ip(?:v6)?-prefix|community-(?:list|set)(?: (?:standard|expanded))?',
	'access-(?:list|group|class)(?: (?:standard|extended|name))?|traffic-filter|acl name',
	'object(?:-group)?(?: (?:network|service|ip(?:v6)? address|ip port))?|key[- ]?chain|peer-group',
];

/** In front of the values of RouterOS, which have no case where they are addresses. */
const PROPERTIES = '(?:name|comment|list|chain|table|mark|vrf|interface|profile|pool)=';

const BEFORE = new RegExp(`(?:(?:^|\\s)(?:${IN_FRONT.join('|')}) |${PROPERTIES})$`);

/**
 * Whether the word that begins there is a name that somebody chose: `hostname a::1` names no address, and `A::1` is another name.
 */
export function isChosenName(text: string, at: number): boolean {
	return BEFORE.test(text.slice(0, at));
}
