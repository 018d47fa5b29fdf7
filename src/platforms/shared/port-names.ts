import type { SpellingRule } from '../../domain/platform/spelling-rules.ts';

type Names = Readonly<Record<string, string>>;

/** Names that mean one port on every system that knows them; the protocol stands in front (`cmd` is TCP, `syslog` UDP). */
const EVERYWHERE: Names = {
	echo: '7',
	discard: '9',
	daytime: '13',
	chargen: '19',
	'ftp-data': '20',
	ftp: '21',
	ssh: '22',
	telnet: '23',
	smtp: '25',
	time: '37',
	nameserver: '42',
	whois: '43',
	tacacs: '49',
	domain: '53',
	bootps: '67',
	bootpc: '68',
	tftp: '69',
	gopher: '70',
	finger: '79',
	www: '80',
	hostname: '101',
	pop2: '109',
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
	xdmcp: '177',
	bgp: '179',
	irc: '194',
	ldap: '389',
	https: '443',
	biff: '512',
	exec: '512',
	login: '513',
	who: '513',
	cmd: '514',
	syslog: '514',
	lpd: '515',
	talk: '517',
	rip: '520',
	uucp: '540',
	klogin: '543',
	kshell: '544',
	ldaps: '636',
};

/** What else Cisco's systems and EOS call a port; VRP and Comware mean 90 by `dnsix`. */
const CISCO: Names = {
	ident: '113',
	msrpc: '135',
	dnsix: '195',
	'mobile-ip': '434',
	'pim-auto-rp': '496',
	isakmp: '500',
	drip: '3949',
	'non500-isakmp': '4500',
};

const EOS: Names = {
	msdp: '639',
	ldp: '646',
	'netconf-ssh': '830',
	bfd: '3784',
	'bfd-echo': '3785',
	mlag: '4432',
	vxlan: '4789',
};

/** RADIUS is on its new ports here, and on the old ones on ASA. */
const XR: Names = { ldp: '646', radius: '1812', 'radius-acct': '1813', bfd: '3784' };

/** Left out is what sources give different numbers for: `aol`, `kerberos`. `dns` is another word for `dnsix`. */
const ASA: Names = {
	http: '80',
	dns: '195',
	rsh: '514',
	rtsp: '554',
	lotusnotes: '1352',
	'citrix-ica': '1494',
	sqlnet: '1521',
	radius: '1645',
	'radius-acct': '1646',
	h323: '1720',
	pptp: '1723',
	nfs: '2049',
	ctiqbe: '2748',
	cifs: '3020',
	vxlan: '4789',
	sip: '5060',
	'secureid-udp': '5510',
	'pcanywhere-data': '5631',
	'pcanywhere-status': '5632',
};

const H3C: Names = { dns: '53' };

/** Behind `eq` and `neq` several ports may stand: `eq ssh www 8443`. */
const IN_ACCESS_LISTS = ['eq', 'neq', 'lt', 'gt', 'range'];

/** A port that is translated stands twice: `service tcp 80 www`. */
const IN_ASA_LISTS = [...IN_ACCESS_LISTS, 'tcp', 'udp'];

function portNames(
	tables: readonly Names[],
	source: string,
	behind: readonly string[] = IN_ACCESS_LISTS,
): SpellingRule {
	return {
		kind: 'ports',
		pattern: new RegExp(` (?:${behind.join('|')}) `),
		behind: new Set(behind),
		values: Object.assign({}, EVERYWHERE, ...tables),
		source,
	};
}

/** Ports in access lists of IOS and NX-OS: `eq 80`, `range 20 21`. */
export const ciscoPortNames: SpellingRule = portNames(
	[CISCO],
	'a number is taken and the name shown (Batfish, tcp_port and udp_port of its grammar cisco_nxos, and NamedPort)',
);

export const eosPortNames: SpellingRule = portNames(
	[CISCO, EOS],
	'a number is taken and the name shown (Batfish, port of its grammar arista, and NamedPort)',
);

export const xrPortNames: SpellingRule = portNames(
	[CISCO, XR],
	'"IOS XR auto-translates the port numbers of these well known protocols into the protocol name" (a script of Cisco that counts TCAM entries of Cisco 8000, with this table)',
);

export const asaPortNames: SpellingRule = portNames(
	[CISCO, ASA],
	'a number is taken and the name shown (Cisco, Port and Protocol Values of FWSM: SQL*Net is 1521, RADIUS 1645 and 1646, "dns" is dnsix; the others from the tables of Capirca and Batfish)',
	IN_ASA_LISTS,
);

export const vrpLikePortNames: SpellingRule = portNames(
	[H3C],
	'a number is taken and the name shown, or the other way round (HPE Comware ACL and QoS Command Reference, TCP/UDP-specific parameters)',
);
