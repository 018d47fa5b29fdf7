import { expect, it } from 'vitest';
import { maskContent } from '../../src/domain/masking/mask-content.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import { readAs } from '../../src/domain/platform/text-form.ts';
import { platformOf } from '../support/platform-of.ts';

/** Commands of rare features, and common ones as people write them before a device encrypts what they say. */
const RARE: readonly (readonly [platform: string, text: string])[] = [
	['juniper_junos', 'set protocols rip group G neighbor ae0.0 authentication-selective-md5 1 key fictive'],
	['juniper_junos', 'set wlan access-point A radio 1 virtual-access-point 0 security wpa-personal key fictive'],
	[
		'juniper_junos',
		'event-options { policy P { then { change-configuration { commands { "set snmp community fictive"; } } } } }',
	],
	['nokia_sros', 'bluetooth\n    passkey "fictive"'],
	['nokia_srosmd', '/configure system bluetooth passkey "fictive"'],
	['nokia_srosmd', '/configure subscriber-mgmt local-user-db "D" ppp host "H" password chap "fictive"'],
	['nokia_srosmd', '/configure ipsec static-sa "S" authentication key "fictive"'],
	['fortinet', 'config system ha\n    set key "fictive"\nend'],
	['fortinet', 'config system modem\n    set pin-init "AT+CPIN=fictive"\nend'],
	['fortinet', 'config vpn ipsec manualkey-interface\n    edit "m"\n        set enc-key fictive\n    next\nend'],
	['fortinet', 'config system acme\n    config accounts\n        edit "a"\n            set eab_key_hmac fictive\n'],
	['fortinet', 'config endpoint-control fctems\n    edit 1\n        set cloud-authentication-access-key fictive\n'],
	['paloalto_panos', 'mfa-config {\n  duo-secret-key {\n    value fictive;\n  }\n}'],
	['paloalto_panos', 'scep-challenge {\n  fixed fictive;\n}'],
	['paloalto_panos', 'set shared certificate C private-key fictive'],
	['mikrotik_routeros', '/tool romon\nset enabled=yes secrets=fictive'],
	['mikrotik_routeros', '/container envs\nadd list=db key=API_TOKEN value=fictive'],
	['mikrotik_routeros', '/interface wireless\nset [ find default-name=wlan1 ] nv2-preshared-key=fictive'],
	['mikrotik_routeros', '/disk\nadd encryption-key=fictive slot=a'],
	['vyos', "set interfaces macsec macsec0 security static peer P key 'fictive'"],
	['vyos', 'macsec macsec0 {\n    security {\n        static {\n            key fictive\n        }\n    }\n}'],
	['vyos', 'radius {\n    dynamic-author {\n        key fictive\n    }\n}'],
	['hp_procurve', 'radius-server cppm identity "x" key "fictive"'],
	['hp_procurve', 'password port-access user-name "p" fictive'],
	['hp_procurve', 'captive-portal profile "x" url "http://x.example" url-hash-key plaintext "fictive"'],
	['aruba_aoscx', 'snmpv3 user x auth sha auth-pass fictive1 priv aes priv-pass fictive2'],
	['aruba_aoscx', 'keychain K\n    key 1\n        key-string fictive'],
	['aruba_aoscx', 'interface 1/1/1\n    ip ospf authentication-key fictive'],
	['aruba_aoscx', 'crypto pki est-profile E\n    username u password fictive'],
	['hp_comware', 'radius dynamic-author server\n client ip 192.0.2.1 key fictive'],
	['hp_comware', 'sntp authentication-keyid 1 authentication-mode md5 fictive'],
	['hp_comware', 'interface Vlan-interface1\n rip authentication-mode md5 rfc2082 fictive 1'],
	['hp_comware', 'mpls ldp\n md5-password plain 192.0.2.1 fictive'],
	['hp_comware', 'ipsec policy P 1 manual\n sa authentication-hex inbound ah fictive'],
	['huawei_vrp', 'aaa\n local-user anna password fictive'],
	['huawei_vrp', 'ospf 1\n area 0\n  vlink-peer 192.0.2.1 md5 1 fictive'],
	['huawei_vrp', 'keychain K mode absolute\n key-id 1\n  key-string fictive'],
	['huawei_vrp', 'isis 1\n domain-authentication-mode hmac-sha256 key-id 1 fictive'],
	['huawei_vrp', 'nqa test-instance a b\n community read fictive'],
	['huawei_vrp', 'wlan\n temporary-management psk fictive'],
	['dell_os10', 'key-chain K\n key 1\n  key-string fictive'],
	['extreme_exos', 'configure isis circuits hello-password encrypted md5 "fictive"'],
	['extreme_exos', 'create ntp key 1 sha256 encrypted "fictive"'],
	['extreme_exos', 'configure ldap domain "d" bind-user "cn=a" fictive'],
	['cumulus', "nv set system snmp-server username x auth-sha 'fictive 1' encrypt-des fictive2"],
	['sonic', '{"SNMP_SERVER_COMMUNITY": {"fictive": {"groupName": "g"}}}'],
	['sonic', '{"SNMP_SERVER_USER": {"u": {"aesKey": "fictive", "md5Key": "fictive"}}}'],
	['opnsense', '<opnsense><hasync><dhcpd><omapikey>fictive</omapikey></dhcpd></hasync></opnsense>'],
	['opnsense', '<opnsense><bind><transferkey>fictive</transferkey></bind></opnsense>'],
	['pfsense', '<pfsense><sshdata><sshkeyfile><xmldata>fictive</xmldata></sshkeyfile></sshdata></pfsense>'],
	['pfsense', '<pfsense><suricata><config><etprocode>fictive</etprocode></config></suricata></pfsense>'],
	['f5_tmsh', 'ltm monitor external x {\n    user-defined API_TOKEN fictive\n}'],
	['f5_tmsh', 'ltm rule r {\nwhen HTTP_REQUEST {\n    set jwt_secret {fictive}\n}\n}'],
	['checkpoint_gaia', 'add mcvr vrid 1 priority 1 authtype simple password fictive'],
	['checkpoint_gaia', 'add virtual-system x one-time-password fictive'],
];

it.each(RARE)('is hidden on %s: %j', (name, text) => {
	const masks = compileMasks(platformOf(name), { fingerprintKey: 'rare' });

	expect(maskContent(`${text}\n`, masks).text).not.toMatch(/fictive/);
});

it.each([
	['paloalto_panos', '<config><ddns><entry name="k"><value>fictive</value></entry></ddns></config>'],
	['paloalto_panos', '<config><single-sign-on><kerberos-keytab>fictive</kerberos-keytab></single-sign-on></config>'],
	['vyos', '{"protocols": {"nhrp": {"tunnel": {"tun0": {"authentication": "fictive"}}}}}'],
	['vyos', '{"service": {"monitoring": {"telegraf": {"influxdb": {"authentication": {"token": "fictive"}}}}}}'],
])('is hidden in the document of the API of %s: %j', (name, text) => {
	const masks = compileMasks(readAs(platformOf(name), 'rest'), { fingerprintKey: 'rare' });

	expect(maskContent(`${text}\n`, masks).text).not.toMatch(/fictive/);
});
