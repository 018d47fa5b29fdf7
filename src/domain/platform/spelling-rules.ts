/**
 * Two ways to write one thing, of which a device shows one.
 *
 * - `words`: what `pattern` matches is written as `spelled` (`$1` for its groups)
 * - `names`: what `pattern` matches is written as `values` say, where it stands there: `www` as `80`
 * - `ports`: in lines that match, numbers and names behind the words `behind` are written as `values` say: `eq www 443` as
 *   `eq 80 443`
 * - `netmask`: in lines that match, `192.0.2.1 255.255.255.0`, `192.0.2.1/255.255.255.0` and `192.0.2.1 24` are `192.0.2.1/24`
 * - `wildcard`: in lines that match, `192.0.2.0 0.0.0.255` and `192.0.2.9 0.0.0.255` are `192.0.2.0/24`, `host 192.0.2.1` is
 *   `192.0.2.1/32`, `host 2001:db8::1` is `2001:db8::1/128`, and all addresses are `any`
 * - `free-bits`: in lines that match, `192.0.2.9 255.255.255.0` is `0.0.0.9 255.255.255.0`, whose second part is a wildcard
 * - `networks`: in lines that match, `192.0.2.9/24` is `192.0.2.0/24`, and `2001:db8::9/64` is `2001:db8::/64`: which host of the
 *   network it names says nothing
 * - `sorted`: the words that `pattern` catches as `values`, between its groups `head` and `tail`, may stand in any order; behind
 *   one that `valued` matches stands its value: `key 1 prefer` is `prefer key 1`
 * - `as-numbers`: in lines that match, the AS number `1.10` is `65546` (RFC 5396), also in front of a colon
 * - `caseless`: lines that match are read without regard to case
 * - `attributes`: in lines that match, words `name=value` may stand in any order, and so may the values behind commas of those
 *   that `sets` matches; those in `unsaid` say what is so anyway
 * - `implied-network`: what `pattern` catches as `said` need not be said where `network` is that of `address` and `length`, its
 *   other groups
 *
 * With `within`, a rule holds below these last parents only, else anywhere. Free text (descriptions, remarks) is never read
 * otherwise than it stands there.
 */
export type SpellingRule = {
	readonly pattern: RegExp;
	readonly within?: readonly RegExp[];
	readonly source: string;
} & (
	| { readonly kind: 'words'; readonly spelled: string }
	| { readonly kind: 'names'; readonly values: Readonly<Record<string, string>> }
	| { readonly kind: 'ports'; readonly behind: ReadonlySet<string>; readonly values: Readonly<Record<string, string>> }
	| { readonly kind: 'sorted'; readonly valued?: RegExp }
	| { readonly kind: 'attributes'; readonly sets?: RegExp; readonly unsaid?: readonly string[] }
	| { readonly kind: 'netmask' | 'wildcard' | 'free-bits' | 'networks' | 'implied-network' | 'as-numbers' | 'caseless' }
);
