import { describe, expect, it } from 'vitest';
import { differences } from '../support/compare-texts.ts';
import { platformOf } from '../support/platform-of.ts';

/** Secrets where braces or quotes have a meaning of their own, `@` in place of each. */
const CONFIGS: readonly (readonly [platform: string, config: string])[] = [
	['juniper_junos', 'set snmp community @ authorization read-only\nset system tacplus-server 192.0.2.1 secret @\n'],
	['juniper_junos', 'snmp {\n    community @ {\n        authorization read-only;\n    }\n}\n'],
	['juniper_junos', 'system {\n    tacplus-server {\n        192.0.2.1 secret @; ## SECRET-DATA\n    }\n}\n'],
	['juniper_junos', 'system { radius-server { 192.0.2.1 { secret @; timeout 5; } } }\n'],
	[
		'nokia_srosmd',
		'configure {\n    system {\n        security {\n            snmp {\n                community @ hash2 {\n                    access-permissions r\n                }\n            }\n        }\n    }\n}\n',
	],
	['nokia_srosmd', '/configure router "Base" bgp authentication-key @\n'],
	[
		'nokia_sros',
		'exit all\nconfigure\n    system\n        security\n            snmp\n                community @ hash2 r version both\n            exit\n        exit\n    exit\nexit all\n',
	],
	['vyos', 'service {\n    snmp {\n        community @ {\n            authorization ro\n        }\n    }\n}\n'],
	[
		'vyos',
		'system {\n    login {\n        user a {\n            authentication {\n                encrypted-password @\n            }\n        }\n    }\n}\n',
	],
	['vyos', "set system login user a authentication encrypted-password '@'\nset service snmp community @\n"],
	['ubiquiti_edgeos', 'vpn {\n    ipsec {\n        pre-shared-secret @\n    }\n}\n'],
	[
		'paloalto_panos',
		'config {\n  mgt-config {\n    users {\n      admin {\n        phash @;\n      }\n    }\n  }\n}\n',
	],
	['paloalto_panos', 'set mgt-config users admin phash @\n'],
	['f5_tmsh', 'auth radius-server /Common/r {\n    secret @\n    server 192.0.2.1\n}\n'],
	['extreme_exos', 'configure snmpv3 add community @ name @ user v1v2c_ro\n'],
	['hp_procurve', 'snmp-server community "@" unrestricted\n'],
	['cisco_nxos', 'snmp-server community @ group network-operator\n'],
	['mikrotik_routeros', '/ppp secret\nadd name=a password="@" service=l2tp\n'],
];

const PLACEHOLDERS = [
	'<removed>',
	`\${SNMP_RO}`,
	'{{ snmp_ro }}',
	'{{ key("a") }}',
	"{{ vault['a'].b | quote }}",
	'****',
];

describe('a placeholder', () => {
	it.each(CONFIGS.flatMap((config) => PLACEHOLDERS.map((placeholder) => [placeholder, ...config] as const)))(
		'%s equals any secret on %s: %j',
		(placeholder, name, config) => {
			const platform = platformOf(name);
			const running = config.replaceAll('@', 'k9Hq2fictive');

			expect(differences({ platform, intended: config.replaceAll('@', placeholder), running })).toEqual([]);
			expect(differences({ platform, intended: running, running: config.replaceAll('@', placeholder) })).not.toEqual(
				[],
			);
		},
	);
});
