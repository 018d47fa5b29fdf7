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
	...['/system ntp key', '/system/ntp/key', '/routing/rip/keys', '/iot lora servers'].flatMap((menu) =>
		['\n', ' ', '/'].map((gap) => ['mikrotik_routeros', `${menu}${gap}add key=fictive key-id=1`] as const),
	),
	...['/container envs', '/container/envs', '/ container envs'].flatMap((menu) =>
		['\n', ' '].map((gap) => ['mikrotik_routeros', `${menu}${gap}add key=DB_PASSWORD name=env value=fictive`] as const),
	),
	['mikrotik_routeros', '/ snmp community\nset [ find default=yes ] name=fictive'],
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
	['checkpoint_gaia', 'set user anna password fictive'],
	['checkpoint_gaia', 'set cluster-management password fictive'],
	['checkpoint_gaia', 'set snmp usm user u authentication-md5-pass-phrase-hashed fictive'],
	['cisco_asa', 'vpngroup G password fictive'],
	['cisco_asa', 'ctl-provider C\n client username u password fictive encrypted'],
	['cisco_asa', 'logging ftp-server 192.0.2.1 path u fictive'],
	['cisco_asa', 'group-policy G attributes\n webvpn\n  storage-key value fictive'],
	['cisco_asa', 'aaa-server SSO (inside) host 192.0.2.1\n hidden-parameter SMAUTH=fictive&a=b'],
	['f5_tmsh', 'apm sso form-based s {\n    hidden-parameters "a=b&c=fictive"\n}'],
	['vyos', "set interfaces openvpn vtun0 openvpn-option '--setenv DB_PASSWORD fictive'"],
	['vyos', `set service snmp community '"fictive"' authorization 'ro'`],
	['vyos', `set interfaces wireguard wg0 private-key '"fictive='`],
	['ubiquiti_edgeos', `snmp {\n    community "'fictive" {\n    }\n}`],
	['mikrotik_routeros', '/interface ethernet\nset [ find ] comment="creds admin/fictive"'],
	['juniper_junos', 'set interfaces ge-0/0/0 description "pwd fictive"'],
	['cisco_ios', 'event manager applet A\n action 2.0 cli command "fictive" pattern "#"'],
	['cisco_ios', 'snmp mib community-map fictive engineid 8000'],
	['cisco_ios', 'interface Tunnel0\n ipv6 nhrp authentication fictive'],
	['cisco_ios', 'radius-server local\n user u nthash 7 fictive'],
	['cisco_ios', 'interface Cable1/0\n cable shared-secondary-secret index 1 fictive'],
	['cisco_nxos', 'rmon event 1 log trap fictive description x owner o'],
	['dell_os10', 'rmon event 1 log trap fictive'],
	['dell_os10', 'interface vlan1\n vrrp-group 1\n  authentication-type simple fictive'],
	['cisco_xr', 'router hsrp\n interface G\n  hsrp 1 authentication fictive'],
	['cisco_xr', 'router vrrp\n interface G\n  vrrp 1 text-authentication fictive'],
	['cisco_xr', 'key config-key password-encryption fictive'],
	['cumulus', 'nv set interface swp1 router ospf authentication message-digest-key 1 md5 fictive'],
	['extreme_exos', 'configure cli failsafe-account encrypted fictive'],
	['extreme_exos', 'configure failsafe-account password "fictive"'],
	['f5_tmsh', 'ltm rule r {\nwhen HTTP_REQUEST {\n    set basic [b64encode "anna:fictive"]\n}\n}'],
	['f5_tmsh', 'ltm rule r {\nwhen HTTP_REQUEST {\n    HTTP::cookie decrypt "c" "fictive"\n}\n}'],
	['f5_tmsh', 'ltm rule r {\nwhen HTTP_REQUEST {\n    HTTP::header replace "X-Api-Key" "fictive"\n}\n}'],
	['f5_tmsh', 'ltm rule r {\nwhen HTTP_REQUEST {\n    set k [CRYPTO::decrypt -alg aes -key fictive]\n}\n}'],
	['f5_tmsh', 'ltm auth ocsp-responder O {\n    sign-key-pass-phrase fictive\n}'],
	['fortinet', 'config system sdn-connector\n    edit "s"\n        set secret-key fictive\n    next\nend'],
	['fortinet', 'config system ssh-config\n    set ssh-hsk "fictive"\nend'],
	['fortinet', 'config videofilter youtube-key\n    edit 1\n        set key "fictive"\n    next\nend'],
	['frr', 'interface e\n openfabric password clear fictive'],
	['hp_comware', 'snmp-agent usm-user v2c fictive ops'],
	['hp_comware', 'snmp-agent community-map fictive context c'],
	['hp_comware', 'local-server nas-ip 192.0.2.1 key fictive'],
	['hp_comware', 'port-security preshared-key pass-phrase fictive'],
	['hp_comware', 'rtm environment ftp_password fictive'],
	['huawei_vrp', 'snmp-agent proxy community fictive remote-engineid 0a1b'],
	['hp_procurve', 'vlan 1\n   ip ospf authentication-key fictive'],
	['hp_procurve', 'vlan 1\n   vrrp vrid 1\n      authentication plaintext-password "fictive"'],
	['nokia_srosmd', '/configure system security system-password admin-password "fictive"'],
	['nokia_srosmd', '/configure python python-script "s" protection key "fictive"'],
	['paloalto_panos', 'set shared server-profile mfa-server-profile M mfa-config okta-token value fictive'],
	['paloalto_panos', 'set shared scep S otp fictive'],
	['generic', 'ntp authentication-key 1 md5 fictive'],
	['generic', 'interface 1\n ip ospf message-digest-key 1 md5 7 fictive'],
	['sonic', '{"IPSEC": {"y": {"pre_shared_key": "fictive", "enable_pass": "fictive"}}}'],
	['sonic', '{"NTP_AUTHENTICATION_KEY": {"1": {"type": "md5", "value": "fictive"}}}'],
];

it.each(RARE)('is hidden on %s: %j', (name, text) => {
	const masks = compileMasks(platformOf(name), { fingerprintKey: 'rare' });

	expect(maskContent(`${text}\n`, masks).text).not.toMatch(/fictive/);
});

it.each([
	['paloalto_panos', '<config><ddns><entry name="k"><value>fictive</value></entry></ddns></config>'],
	['paloalto_panos', '<config><single-sign-on><kerberos-keytab>fictive</kerberos-keytab></single-sign-on></config>'],
	['vyos', '{"protocols": {"nhrp": {"tunnel": {"tun0": {"authentication": "fictive"}}}}}'],
	['cisco_xe', '{"native": {"ntp": {"Cisco-IOS-XE-ntp:authentication-key": [{"number": 1, "md5": "fictive"}]}}}'],
	['cisco_xe', '{"native": {"interface": {"Vlan": [{"standby": {"authentication": {"word": "fictive"}}}]}}}'],
	['cisco_xe', '{"native": {"interface": {"Tunnel": [{"nhrp": {"authentication": "fictive"}}]}}}'],
	['cisco_xe', '{"native": {"client": [{"ip": "192.0.2.1", "key-7": "fictive"}]}}'],
	['cisco_xe', '{"native": {"password": "65000:1fictive", "secret": "none.fictive"}}'],
	['aruba_aoscx', '{"Port": {"1": {"ospf_auth_md5_keys": {"1": "fictive"}}}}'],
	['vyos', '{"service": {"monitoring": {"telegraf": {"influxdb": {"authentication": {"token": "fictive"}}}}}}'],
])('is hidden in the document of the API of %s: %j', (name, text) => {
	const masks = compileMasks(readAs(platformOf(name), 'rest'), { fingerprintKey: 'rare' });

	expect(maskContent(`${text}\n`, masks).text).not.toMatch(/fictive/);
});

it.each([
	[
		'cisco_nxos',
		'<System><ospf><authSimpleKey>fictive</authSimpleKey><authMd5Key>fictive</authMd5Key></ospf></System>',
	],
	['cisco_nxos', '<System><snmp><Host-list><commName>fictive</commName></Host-list></snmp></System>'],
	['cisco_xr', '<ospf><message-digest-key><md5>fictive</md5></message-digest-key></ospf>'],
	['cisco_xr', '<ospf><authentication-key><encrypted>fictive</encrypted></authentication-key></ospf>'],
	[
		'nokia_srosmd',
		'<configure><message-digest-key><key-id>1</key-id><md5>fictive</md5></message-digest-key></configure>',
	],
])('is hidden in what %s says over NETCONF: %s', (name, text) => {
	const masks = compileMasks(readAs(platformOf(name), 'netconf'), { fingerprintKey: 'rare' });

	expect(maskContent(`${text}\n`, masks).text).not.toMatch(/fictive/);
});

it.each([
	['cisco_ios', 'crypto isakmp client configuration group G\n key 48151623'],
	['cisco_asa', 'aaa-server S (inside) host 192.0.2.1\n key 48151623'],
	['cisco_asa', 'cluster group G\n key 48151623'],
])('is hidden on %s where it is a number: %j', (name, text) => {
	const masks = compileMasks(platformOf(name), { fingerprintKey: 'rare' });

	expect(maskContent(`${text}\n`, masks).text).not.toMatch(/48151623/);
});
