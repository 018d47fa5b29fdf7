import type { DefaultRule } from '../../domain/platform/equivalence-rules.ts';

const SHOWN = 'every device shows it, configured or not (recorded shows of ASA: 9.5 as it comes, and 9.8)';

/** A line that ASA always shows, in these words or in others of the same command. */
function shown(
	line: RegExp,
	command: RegExp,
	{ source = SHOWN, ...examples }: Pick<DefaultRule, 'matches' | 'spares'> & { readonly source?: string },
): DefaultRule {
	return { line, command, source, ...examples };
}

const TIMEOUTS = 'the idle times, all of which are shown (ASA Series Firewall CLI Configuration Guide, page 16-3)';

/** What ASA shows although nobody said it. What it leaves out when it is off has no place here. */
export const shownAsaDefaults: readonly DefaultRule[] = [
	shown(/^timeout xlate 3:00:00$/, /^timeout xlate /, {
		source: TIMEOUTS,
		matches: ['timeout xlate 3:00:00'],
		spares: ['timeout xlate 1:00:00'],
	}),
	shown(/^timeout pat-xlate 0:00:30$/, /^timeout pat-xlate /, {
		source: TIMEOUTS,
		matches: ['timeout pat-xlate 0:00:30'],
		spares: ['timeout pat-xlate 0:01:00'],
	}),
	shown(
		/^timeout conn 1:00:00 half-closed 0:10:00 udp 0:02:00(?: sctp 0:02:00)? icmp 0:00:02$/,
		/^timeout (?:conn|half-closed|udp|sctp|icmp) /,
		{
			source: TIMEOUTS,
			matches: ['timeout conn 1:00:00 half-closed 0:10:00 udp 0:02:00 icmp 0:00:02'],
			spares: ['timeout conn 8:00:00 half-closed 0:10:00 udp 0:02:00 icmp 0:00:02', 'timeout conn 1:00:00'],
		},
	),
	shown(
		/^timeout sunrpc 0:10:00 h323 0:05:00 h225 1:00:00 mgcp 0:05:00 mgcp-pat 0:05:00$/,
		/^timeout (?:sunrpc|h323|h225|mgcp|mgcp-pat) /,
		{
			source: TIMEOUTS,
			matches: ['timeout sunrpc 0:10:00 h323 0:05:00 h225 1:00:00 mgcp 0:05:00 mgcp-pat 0:05:00'],
			spares: ['timeout sunrpc 0:10:00 h323 0:05:00 h225 1:00:00 mgcp 0:05:00 mgcp-pat 0:10:00'],
		},
	),
	shown(
		/^timeout sip 0:30:00 sip_media 0:02:00 sip-invite 0:03:00 sip-disconnect 0:02:00$/,
		/^timeout (?:sip|sip_media|sip-invite|sip-disconnect) /,
		{
			source: TIMEOUTS,
			matches: ['timeout sip 0:30:00 sip_media 0:02:00 sip-invite 0:03:00 sip-disconnect 0:02:00'],
			spares: ['timeout sip 1:00:00 sip_media 0:02:00 sip-invite 0:03:00 sip-disconnect 0:02:00'],
		},
	),
	shown(/^timeout sip-provisional-media 0:02:00 uauth 0:05:00 absolute$/, /^timeout (?:sip-provisional-media|uauth) /, {
		source: TIMEOUTS,
		matches: ['timeout sip-provisional-media 0:02:00 uauth 0:05:00 absolute'],
		spares: ['timeout sip-provisional-media 0:02:00 uauth 0:05:00 inactivity'],
	}),
	shown(/^timeout floating-conn 0:00:00$/, /^timeout floating-conn /, {
		source: TIMEOUTS,
		matches: ['timeout floating-conn 0:00:00'],
		spares: ['timeout floating-conn 0:00:30'],
	}),
	shown(/^timeout conn-holddown 0:00:15$/, /^timeout conn-holddown /, {
		source: TIMEOUTS,
		matches: ['timeout conn-holddown 0:00:15'],
		spares: ['timeout conn-holddown 0:00:00'],
	}),
	shown(/^timeout igp stale-route 0:01:10$/, /^timeout igp /, {
		source: TIMEOUTS,
		matches: ['timeout igp stale-route 0:01:10'],
		spares: ['timeout igp stale-route 0:00:10'],
	}),
	shown(/^pager lines 24$/, /^(?:no )?pager(?: |$)/, { matches: ['pager lines 24'], spares: ['pager lines 48'] }),
	shown(/^no snmp-server (location|contact)$/, /^snmp-server (location|contact) /, {
		matches: ['no snmp-server location', 'no snmp-server contact'],
		spares: ['snmp-server location Amsterdam', 'no snmp-server enable'],
	}),
	shown(/^prompt hostname context ?$/, /^(?:no )?prompt(?: |$)/, {
		matches: ['prompt hostname context'],
		spares: ['prompt hostname priority state'],
	}),
	shown(/^no failover$/, /^failover/, { matches: ['no failover'], spares: ['failover', 'no failover active'] }),
	shown(/^no mac-address auto$/, /^mac-address auto(?: |$)/, {
		source: 'newer releases show it, configured or not (recorded show of ASA 9.20)',
		matches: ['no mac-address auto'],
		spares: ['mac-address auto'],
	}),
	shown(/^no call-home reporting anonymous$/, /^call-home reporting anonymous/, {
		matches: ['no call-home reporting anonymous'],
		spares: ['call-home reporting anonymous'],
	}),
	shown(/^icmp unreachable rate-limit 1 burst-size 1$/, /^(?:no )?icmp unreachable /, {
		matches: ['icmp unreachable rate-limit 1 burst-size 1'],
		spares: ['icmp unreachable rate-limit 10 burst-size 5'],
	}),
	shown(/^no asdm history enable$/, /^asdm history enable$/, {
		matches: ['no asdm history enable'],
		spares: ['asdm history enable'],
	}),
	shown(/^no arp permit-nonconnected$/, /^arp permit-nonconnected$/, {
		matches: ['no arp permit-nonconnected'],
		spares: ['arp permit-nonconnected'],
	}),
	shown(/^(console) timeout 0$/, /^(?:no )?(console) timeout(?: |$)/, {
		matches: ['console timeout 0'],
		spares: ['console timeout 10'],
	}),
	shown(/^(telnet|ssh) timeout 5$/, /^(?:no )?(telnet|ssh) timeout(?: |$)/, {
		matches: ['telnet timeout 5', 'ssh timeout 5'],
		spares: ['ssh timeout 30'],
	}),
	shown(
		/^crypto ipsec security-association pmtu-aging infinite$/,
		/^(?:no )?crypto ipsec security-association pmtu-aging /,
		{
			matches: ['crypto ipsec security-association pmtu-aging infinite'],
			spares: ['crypto ipsec security-association lifetime seconds 28800'],
		},
	),
	shown(
		/^(?:crypto ca trustpool policy|dynamic-access-policy-record DfltAccessPolicy)$/,
		/^no (?:crypto ca trustpool policy|dynamic-access-policy-record DfltAccessPolicy)$/,
		{
			source: `an empty section: ${SHOWN}`,
			matches: ['crypto ca trustpool policy', 'dynamic-access-policy-record DfltAccessPolicy'],
			spares: ['dynamic-access-policy-record A'],
		},
	),
	shown(/^user-identity default-domain LOCAL$/, /^(?:no )?user-identity default-domain /, {
		matches: ['user-identity default-domain LOCAL'],
		spares: ['user-identity default-domain EXAMPLE'],
	}),
];
