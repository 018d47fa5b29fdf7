import type { DefaultRule } from '../../domain/platform/equivalence-rules.ts';

const SHOWN = 'every device shows it, configured or not (recorded shows of IOS and IOS XE)';

/** They write such a line into every new process, and show nothing where it was taken out (from knowledge). */
const OLDER_RELEASE = /^version 1[0-2]\./;

function shown(
	rule: Pick<DefaultRule, 'line' | 'command' | 'matches' | 'spares'> &
		Partial<Pick<DefaultRule, 'within' | 'unless' | 'of' | 'leftOutBy' | 'source'>>,
): DefaultRule {
	return { source: SHOWN, ...rule };
}

/** What IOS shows although nobody said it, and people leave out of what they write. */
export const shownIosDefaults: readonly DefaultRule[] = [
	shown({
		line: /^version \d+\.\d+$/,
		command: /^version /,
		source: 'the release that wrote the configuration (recorded shows of IOS and IOS XE)',
		matches: ['version 17.3'],
		spares: ['version 2', 'ip ssh version 2'],
	}),
	shown({
		line: /^boot-(?:start|end)-marker$/,
		command: /^no boot-/,
		matches: ['boot-start-marker', 'boot-end-marker'],
		spares: ['boot system flash:a.bin'],
	}),
	shown({
		line: /^no service password-encryption$/,
		command: /^service password-encryption$/,
		matches: ['no service password-encryption'],
		spares: ['service password-encryption', 'no service pad'],
	}),
	shown({
		line: /^no aaa new-model$/,
		command: /^aaa /,
		matches: ['no aaa new-model'],
		spares: ['aaa new-model'],
	}),
	shown({
		line: /^aaa session-id common$/,
		command: /^(?:no )?aaa session-id /,
		source:
			'one identifier for all services of a call unless it says otherwise, and shown with `aaa new-model` (recorded shows)',
		matches: ['aaa session-id common'],
		spares: ['aaa session-id unique'],
	}),
	shown({
		line: /^logging facility local7$/,
		command: /^(?:no )?logging facility(?: |$)/,
		source:
			'the facility of messages unless it says otherwise, and not shown (Cisco IOS command reference, logging facility)',
		matches: ['logging facility local7'],
		spares: ['logging facility local6'],
	}),
	shown({
		line: /^ip forward-protocol nd$/,
		command: /^no ip forward-protocol nd$/,
		matches: ['ip forward-protocol nd'],
		spares: ['ip forward-protocol udp', 'no ip forward-protocol nd'],
	}),
	shown({
		line: /^multilink bundle-name authenticated$/,
		command: /^(?:no )?multilink bundle-name /,
		matches: ['multilink bundle-name authenticated'],
		spares: ['multilink bundle-name both'],
	}),
	shown({
		line: /^spanning-tree extend system-id$/,
		command: /^no spanning-tree extend system-id$/,
		// A switch with 1024 addresses of its own may do without (Cisco IOS command reference, spanning-tree extend system-id).
		leftOutBy: 'intended',
		matches: ['spanning-tree extend system-id'],
		spares: ['spanning-tree mode rapid-pvst'],
	}),
	shown({
		line: /^(?:control-plane|redundancy|line (?:con|aux) 0)$/,
		command: /^no (?:control-plane|redundancy)$/,
		source: `an empty section: ${SHOWN}`,
		matches: ['control-plane', 'redundancy', 'line aux 0'],
		spares: ['control-plane host', 'line vty 0 4'],
	}),
	...[
		'mmi polling-interval 60',
		'mmi snmp-timeout 180',
		'vlan internal allocation policy ascending',
		'platform qfp utilization monitor load 80',
		'diagnostic bootup level minimal',
	].map((text) => {
		const command = text.replace(/ \S+$/, '');
		return shown({
			line: new RegExp(`^${text}$`),
			command: new RegExp(`^(?:no )?${command}(?: |$)`),
			leftOutBy: 'intended',
			matches: [text],
			spares: [`no ${text}`, `${command} 1`],
		});
	}),
	shown({
		line: /^no mmi (auto-configure|pvc)$/,
		command: /^mmi (auto-configure|pvc)(?: |$)/,
		leftOutBy: 'intended',
		matches: ['no mmi auto-configure', 'no mmi pvc'],
		spares: ['mmi pvc', 'no mmi'],
	}),
	shown({
		line: /^subscriber templating$/,
		command: /^no subscriber templating$/,
		leftOutBy: 'intended',
		matches: ['subscriber templating'],
		spares: ['no subscriber templating', 'subscriber feature prepaid default'],
	}),
	shown({
		line: /^stopbits 1$/,
		command: /^(?:no )?stopbits(?: |$)/,
		within: [/^line (?:con|aux) 0$/],
		leftOutBy: 'intended',
		matches: ['stopbits 1'],
		spares: ['stopbits 2'],
	}),
	shown({
		line: /^service timestamps (debug|log) datetime msec$/,
		command: /^(?:no )?service timestamps (debug|log)(?: |$)/,
		unless: OLDER_RELEASE,
		leftOutBy: 'intended',
		matches: ['service timestamps debug datetime msec', 'service timestamps log datetime msec'],
		spares: ['service timestamps log datetime msec localtime', 'service timestamps log uptime'],
	}),
	shown({
		line: /^ip cef$/,
		command: /^no ip cef(?: |$)/,
		unless: OLDER_RELEASE,
		leftOutBy: 'intended',
		matches: ['ip cef'],
		spares: ['no ip cef', 'ip cef distributed'],
	}),
	shown({
		line: /^no ipv6 cef$/,
		command: /^ipv6 (?:cef|unicast-routing)(?: |$)/,
		unless: /^ipv6 unicast-routing$/,
		leftOutBy: 'intended',
		matches: ['no ipv6 cef'],
		spares: ['ipv6 cef', 'ipv6 cef distributed'],
	}),
	shown({
		line: /^(ipv6) cef$/,
		command: /^no (ipv6) cef(?: |$)/,
		of: /^(ipv6) unicast-routing$/,
		leftOutBy: 'intended',
		source: 'on where routing of IPv6 is, and shown (recorded shows of IOS and IOS XE)',
		matches: ['ipv6 cef'],
		spares: ['no ipv6 cef', 'ipv6 cef distributed'],
	}),
	shown({
		line: /^bgp log-neighbor-changes$/,
		command: /^no bgp log-neighbor-changes$/,
		within: [/^router bgp /],
		unless: OLDER_RELEASE,
		leftOutBy: 'intended',
		matches: ['bgp log-neighbor-changes'],
		spares: ['no bgp log-neighbor-changes', 'bgp router-id 192.0.2.1'],
	}),
	shown({
		line: /^log-adjacency-changes$/,
		command: /^(?:no )?log-adjacency-changes(?: |$)/,
		within: [/^router ospf /],
		unless: OLDER_RELEASE,
		source:
			'"By default, the system sends a syslog message when an OSPF neighbor goes up or down" (Cisco IOS IP Configuration Guide 12.2, page 235)',
		matches: ['log-adjacency-changes'],
		spares: ['log-adjacency-changes detail', 'no log-adjacency-changes'],
	}),
	shown({
		line: /^topology base$/,
		command: /^no topology base$/,
		within: [/^router eigrp /, /^address-family /],
		source: 'EIGRP in named mode shows the section (from knowledge)',
		matches: ['topology base'],
		spares: ['topology V tid 10'],
	}),
	shown({
		line: /^mode tunnel$/,
		command: /^(?:no )?mode /,
		within: [/^crypto ipsec transform-set /],
		source: 'the mode of a transform set, shown by newer releases only (shows in Batfish)',
		matches: ['mode tunnel'],
		spares: ['mode transport', 'mode tunnel ipv4'],
	}),
	shown({
		line: /^lifetime 86400$/,
		command: /^(?:no )?lifetime /,
		within: [/^crypto isakmp policy /],
		source:
			'one day, and not shown (output of show crypto isakmp policy: the default protection suite has 86400 seconds)',
		matches: ['lifetime 86400'],
		spares: ['lifetime 28800'],
	}),
	shown({
		line: /^standby((?: \d+)?) timers 3 10$/,
		command: /^(?:no )?standby((?: \d+)?) timers /,
		within: [/^interface \S/],
		source: 'the times of HSRP (Cisco IOS in a Nutshell, 2nd edition, standby timers)',
		matches: ['standby 10 timers 3 10'],
		spares: ['standby 10 timers 1 3', 'standby 10 timers msec 250 msec 750'],
	}),
	shown({
		line: /^standby version 1$/,
		command: /^(?:no )?standby version /,
		within: [/^interface \S/],
		source: 'the version of HSRP, and not shown (from knowledge)',
		matches: ['standby version 1'],
		spares: ['standby version 2'],
	}),
	shown({
		line: /^lease 1$/,
		command: /^(?:no )?lease /,
		within: [/^ip dhcp pool /],
		source: 'one day, and not shown (from knowledge)',
		matches: ['lease 1'],
		spares: ['lease 1 12', 'lease infinite'],
	}),
];
