import type { SpellingRule } from '../../domain/platform/equivalence-rules.ts';

/** Names that mean one port on every system that knows them; the protocol stands in front (`cmd` is TCP, `syslog` UDP). */
const PORTS: Readonly<Record<string, string>> = {
	'ftp-data': '20',
	ftp: '21',
	ssh: '22',
	telnet: '23',
	smtp: '25',
	tacacs: '49',
	domain: '53',
	dns: '53',
	bootps: '67',
	bootpc: '68',
	tftp: '69',
	finger: '79',
	www: '80',
	pop3: '110',
	sunrpc: '111',
	nntp: '119',
	ntp: '123',
	'netbios-ns': '137',
	'netbios-dgm': '138',
	'netbios-ss': '139',
	'netbios-ssn': '139',
	imap4: '143',
	snmp: '161',
	snmptrap: '162',
	bgp: '179',
	irc: '194',
	ldap: '389',
	https: '443',
	isakmp: '500',
	exec: '512',
	login: '513',
	cmd: '514',
	syslog: '514',
	lpd: '515',
	rip: '520',
	ldaps: '636',
	'non500-isakmp': '4500',
};

/** Ports in access lists: `eq 80`, `range 20 21`. */
export const portNames: SpellingRule = {
	kind: 'names',
	pattern: /(?<= (?:eq|neq|lt|gt|range) | range \S+ )[a-z][a-z\d-]*(?= |$)/g,
	values: PORTS,
	source:
		'a number is taken and the name shown, or the other way round (Cisco IOS and ASA command references; HPE Comware ACL and QoS Command Reference, TCP/UDP-specific parameters)',
};
