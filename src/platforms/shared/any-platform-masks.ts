import type { MaskingPattern } from '../../domain/masking/pattern.ts';
import type { BlockRule } from '../../domain/platform/syntax.ts';

/** What people and scripts call a secret. IOS shows banners between `^C`, and a text may begin right behind it. */
const SECRET_NAME =
	'(?<![A-Za-z0-9<](?<!\\^C|PG|SSH))(?:[Pp]ass(?:word|wd|phrase|code)|PASS(?:WORD|WD|PHRASE|CODE)|[Pp]wd|PWD|[Pp]sk|PSK|(?:[Pp]ass|PASS|[Pp][Ww])(?=[:=]|\\s{1,8}(?:is|was)\\b)|[Ss]ecret|SECRET|[Aa]pi[-_]?[Kk]ey|API_?KEY|(?:auth|access|api|AUTH|ACCESS|API)[-_]?(?:[Tt]oken|TOKEN)|TOKEN(?==)|[Tt]oken(?="))';

/** Whose it is. */
const OF_SOMEBODY = String.raw`(?:\s{1,8}(?:for|of)\s{1,8}[\w.@-]{1,64})?`;

/** What stands between the two; in XML an arrow is written as it has to be. */
const SAYS = '(?:[:=]|[-=](?:>|&gt;))';

/** Begins a secret like any other sign, unless it opens a list, or what it opens stands for a secret: `{{ x }}`, `<removed>`. */
const BRACKET = String.raw`(?:[{[](?=[^\s"'{}[\]:=]{3,}(?:[\s"']|$))|<(?=[^\s<>"']{3,}(?:[\s"']|$)|[^\s<>"'/]{1,16}>[^\s<>"']))`;

/** What they say of it, unless it is a state, goes on with a sentence, or was hidden already; a template begins with U+E001. */
const SAID_VALUE = String.raw`["']?(?!<secret[:>]|(?:not|required|needed|mandatory|case|too|an?|the|set|yes|no|true|false|enabled?|disabled?|none|null|auto|default|custom|changed|expired|monitored|never|on|off|optional|valid|invalid|incorrect|wrong|hidden|stored)(?![\w-]|[^\s\w]\w))(?<secret>(?:[^\s"'<>{[\\,;\ue001]|${BRACKET})(?:[^\s"'<>\\,;]|'(?=\w)|[,;<>](?=[^\s"'<>\\,;=:]+(?:[\s"'\\,;<]|$)))*)`;

/** What was done to a secret, and what a sentence goes on with then. */
const DONE_TO_IT = String.raw`(?:reset|updated|rotated|shown|given|sent|lost|stolen|kept|last|first|in|at|by|from|with|to|only|now|still)(?![\w-]|[^\s\w]\w)`;

/** What policies of routes call a community (RFC 1997, 4360, 8092). */
const NO_ROUTE_COMMUNITY = String.raw`(?!["']?(?:\d[\d:.*]*|(?:target|origin|rt|soo|large):[^\s"',;<]*|(?:internet|local-as|no-\w+|none|additive|list)(?![\w-]))(?:[\s"',;<]|$))`;

/** Tools of the command line, the flag that a password follows, and what stands between the two. */
const TOOLS: readonly (readonly [name: string, flag: string, between?: string])[] = [
	['(?:mysql(?:admin|dump|import|show)?|mariadb(?:-dump)?)', 'p', '(?!\\s)'],
	['ldap(?:add|compare|delete|modify|passwd|search|whoami)', 'w'],
	['snmp(?:bulkget|bulkwalk|get|getnext|inform|set|table|trap|walk)', '[cAX]'],
	['curl', '(?:-proxy-user|U)', '[ =]["\']?[^\\s:"\']{1,128}:'],
	['curl', '(?:-proxy|x)', '[ =]["\']?[^\\s:/@"\']{1,128}:(?=[^\\s@"\']{1,256}@)'],
	['(?:smbclient|rpcclient)', 'U', ' ?["\']?[^\\s%"\']{1,128}%'],
	['lftp', 'u', ' ["\']?[^\\s,"\']{1,128},'],
	['redis-cli', 'a'],
	['(?:ipmitool|mosquitto_(?:pub|sub))', 'P'],
];

/** A blank and a hyphen are looked for, which a text has far fewer of than words that begin like a tool's name. */
const FLAG_OF_TOOL = TOOLS.map(
	([name, flag, between = '']) => `${flag}(?<=(?:^|[\\s"'/])${name}(?: \\S+){0,24} -${flag})${between}`,
).join('|');

/**
 * The nets under every platform's own list: a secret that no rule knows by its command is still known by its form. They
 * stand last, so that a platform's own rule names the hit.
 */
export const anyPlatformMasks: readonly MaskingPattern[] = [
	{
		id: 'secret/any-crypt-hash',
		platform: '*',
		kind: 'secret',
		action: 'replace',
		pattern: /(?<secret>\$(?<=(?:^|[\s"':=>{(])\$)(?:1|5|6|8|9|14|2[aby]|sha1|sha512)\$[^\s";,<\\]{3,})/d,
		decode: 'juniper-9',
		reason: 'crypt(3) and vendor hashes can be cracked offline; Junos $9$ is reversible (netconan juniper_secrets.py)',
		matches: [
			'my password is $1$salt$abcdefghijklmnopqrs',
			'authentication "$9$kmQF9CuEcyKWX7Vs"',
			'<hash>$6$salt$abcdefghijk</hash>',
		],
		spares: ['event manager environment price $1$', 'match as-path $1'],
	},
	{
		id: 'secret/any-url-password',
		platform: '*',
		kind: 'secret',
		action: 'replace',
		// Bounded, because a line of nothing but `://a:` would else be read once per occurrence. A password may hold an `@`: the
		// last one in front of the path stands before the host.
		pattern:
			/:\/\/(?!<secret:)(?:[^\s:@/"]{0,128}:(?<secret>(?:[^\s@"]{1,256}|(?=@[^\s@"/,]{1,128}@))(?:@[^\s@"/,]{1,128}(?=@)){0,4})|[^\s:@/"]{1,128}@[^\s:@/"]{1,128}:(?<secret2>[^\s@/"]{1,256}(?:@[^\s@"/,]{1,128}(?=@)){0,4}))@/d,
		reason: 'archive and copy URLs carry a login in clear (Junos archive-sites are not tagged SECRET-DATA)',
		matches: [
			'path ftp://backup:Tr0ub4dor@192.0.2.9/cfg',
			'path ftp://backup:fic@tive@192.0.2.9/cfg',
			'path ftp://backup:@fictive@192.0.2.9/cfg',
			'path ftp://anna@corp.example:fictive@192.0.2.9/cfg',
			'path ftp://anna@corp.example:fic@tive@192.0.2.9/cfg',
			'url redis://:fictive@192.0.2.9/0',
			'"pasvftp://u:p4ss@198.51.100.7/";',
		],
		spares: [
			'path ftp://192.0.2.9:2121/cfg',
			'path scp://anna@192.0.2.9:2222/a@b',
			'source-url https://updates.example.net/a@b',
		],
	},
	{
		id: 'secret/any-url-token',
		platform: '*',
		kind: 'secret',
		action: 'replace',
		pattern:
			/[?&;](?:[\w.-]{0,32}(?:[Tt]oken|TOKEN|[Ss]ecret|[Pp]assw(?:or)?d|[Aa]pi_?[Kk]ey|auth|sig|signature)|pwd|pass|key)=(?<secret>[^\s&"'<>\\;]+)/d,
		reason: 'what webhooks, dynamic DNS and update lists are asked with stands in their URL',
		matches: [
			'url https://dyn.example.net/update?host=a&token=fictive',
			'set resource "https://x.example/l?api_key=fictive"',
		],
		spares: ['url https://dyn.example.net/update?host=a', 'add comment="a=b&c=d"', 'url https://x.example/?keyword=a'],
	},
	{
		id: 'secret/any-webhook',
		platform: '*',
		kind: 'secret',
		action: 'replace',
		pattern:
			/\/(?:(?<=\.(?:slack\.com\/(?:services|workflows)|com\/api\/webhooks|webhook\.office\.com)\/)(?<secret>[^\s"'<>\\]+)|bot(?<=\.telegram\.org\/bot)(?<secret2>[^\s"'<>/\\]+))/d,
		reason:
			'the path of such an address is all that it takes to write to the channel (documents of Slack, Discord, Teams, Telegram)',
		matches: [
			'set uri "hooks.slack.com/services/T0/B0/fictive"',
			'/tool fetch url="https://api.telegram.org/bot1:fictive/sendMessage"',
		],
		spares: ['set uri "hooks.slack.com"', 'logging host hooks.example.net'],
	},
	{
		id: 'secret/any-http-header',
		platform: '*',
		kind: 'secret',
		action: 'replace',
		pattern:
			/(?:^|[\s"'-])(?:(?:Basic|Bearer|Token|bearer) (?<=[Aa]uthorization["']?:? ?["']?\w{5,6} )(?<secret>[^\s"'<>\\]+)|[Xx]-[\w-]{0,32}(?:[Tt]oken|[Kk]ey|[Aa]uth)["']?: ?["']?(?<secret2>[^\s"'<>\\]+))/d,
		reason: 'scripts, monitors and webhooks log in with a header of HTTP (RFC 7617, RFC 6750)',
		matches: [
			'action bash curl -H "Authorization: Bearer fictive" https://x.example',
			'send "GET / HTTP/1.1\\r\\nAuthorization: Basic ZmljdGl2ZQ==\\r\\n"',
			"curl -H 'X-Auth-Token: fictive'",
		],
		spares: ['aaa authorization exec default group tacacs+', 'set headers "X-Request-Id: 1"'],
	},
	{
		id: 'secret/any-command-line-login',
		platform: '*',
		kind: 'secret',
		action: 'replace',
		pattern:
			/(?:^|[\s"'-])(?:-?-u(?:ser)?[ =]["']?[^\s:"'<]{1,128}:(?<secret>(?:[^\s"']|'(?=\w))+)|sshpass -p ?["']?(?<secret2>(?:[^\s"']|'(?=\w))+)|-?-(?!no-)(?:[a-z]{1,16}-)?(?:password|passwd|pass|secret|token|api-?key)[ =]["']?(?!<secret[:>])(?<secret3>(?:[^\s"']|'(?=\w))+))/d,
		reason: 'scripts on a device log in elsewhere (manual pages of curl and sshpass)',
		matches: [
			'action bash curl -s -u anna:fictive https://x.example',
			'sshpass -p fictive scp a b',
			'exec /usr/bin/agent --user anna --password fictive',
			'exec /usr/bin/agent --api-key fictive',
		],
		spares: ['action bash curl -s https://x.example', 'alias u show users'],
	},
	{
		id: 'secret/any-command-line-tool',
		platform: '*',
		kind: 'secret',
		action: 'replace',
		pattern: new RegExp(
			` -(?:${FLAG_OF_TOOL}) ?(?:'(?!<secret[:>])(?<secret>[^']+)'|["']?(?!<secret[:>])(?<secret2>(?:[^\\s"']|'(?=\\w))+))`,
			'd',
		),
		reason:
			'scripts on a device ask other systems, and each tool has its own letter for a password (their manual pages)',
		matches: [
			'action bash mysql -u root -pfictive db',
			"action bash mysqldump -p'fictive words' db",
			'action bash ldapsearch -x -D cn=a -w fictive -b dc=example',
			'action bash snmpwalk -v 2c -c fictive 192.0.2.1',
			'action bash snmpget -v 3 -u anna -A fictive1 -X fictive2 192.0.2.1',
			'action bash curl -s --proxy-user anna:fictive https://x.example',
			'action bash curl -x anna:fictive@192.0.2.1:3128 https://x.example',
			'action bash smbclient -U anna%fictive //x/a',
			'action bash lftp -u anna,fictive x.example',
			'action bash redis-cli -a fictive ping',
			'action bash ipmitool -U anna -P fictive power status',
		],
		spares: [
			'action bash mysql -u root db',
			'action bash snmpwalk -v 3 -u anna 192.0.2.1',
			'action bash curl -x 192.0.2.1:3128 https://x.example',
			'snmp-server community',
		],
	},
	{
		id: 'secret/any-assigned-password',
		platform: '*',
		kind: 'secret',
		action: 'replace',
		ofSentences: true,
		pattern: new RegExp(
			`${SAYS} {0,8}(?<=${SECRET_NAME}["']?${OF_SOMEBODY}(?:\\s{1,8}(?:is|was))?\\s{0,8}${SAYS} {0,8})${SAID_VALUE}`,
			'd',
		),
		reason: 'descriptions, comments and scripts that say a password',
		matches: [
			'description LAN of Anna, password: fictive',
			'export PASSWORD=fictive',
			'export DB_PASSWORD=fictive TOKEN=fictive',
			'user: anna pass: fictive',
			'the password is: fictive',
			'the password is: fictive,fictive',
			'the password is: none.fictive',
			'the password for anna: fictive',
			'action bash curl -d \'{"token": "fictive"}\' https://x.example',
			'action bash PGPASSWORD=fictive psql',
		],
		spares: ['description password rotation', 'add password=""', '"password": {', 'password:'],
	},
	{
		id: 'secret/any-json-in-text',
		platform: '*',
		kind: 'secret',
		action: 'replace',
		pattern:
			/\\"[\w-]{0,32}?(?:[Pp]assword|[Pp]asswd|[Ss]ecret|[Tt]oken|[Aa]pi_?[Kk]ey)\\"\s?:\s?\\"(?!<secret[>:])(?<secret>(?:[^"\\]|\\\\(?:\\")?|\\[^"\\])+)/d,
		reason: 'the body of a message to a web service, as JSON in a quoted text',
		matches: ['set http-body "{\\"token\\":\\"fictive\\", \\"user\\": \\"a\\"}"'],
		spares: ['set http-body "{\\"user\\":\\"anna\\"}"'],
	},
	{
		id: 'secret/any-said-password',
		platform: '*',
		kind: 'secret',
		action: 'replace',
		ofSentences: true,
		pattern: new RegExp(
			`(?:^|[\\s"'-])(?:is|was) {1,8}(?<=${SECRET_NAME}${OF_SOMEBODY}\\s{1,8}(?:is|was) {1,8})(?!(?<=was {1,8})${DONE_TO_IT})${SAID_VALUE}`,
			'd',
		),
		reason: 'the same in a sentence, as in banners',
		matches: [
			'the new pwd is fictive',
			'add comment="password is fictive"',
			'announcement "pw is fictive"',
			'the password for anna is fictive',
			'the password was fictive',
		],
		spares: [
			'your password is required',
			'this is fictive',
			'the password of anna was changed',
			'the password was reset',
		],
	},
	{
		id: 'secret/any-told-password',
		platform: '*',
		kind: 'secret',
		action: 'replace',
		// One class is what masks are sorted by: another alternative would have this one looked for anywhere in a text.
		pattern:
			/(?:^|[\s"'>C-])(?<!(?<!\^)C)(?:[Pp]assword|PASSWORD|[Pp]asswd|[Pp]assphrase|[Pp]wd|[Pp]sk|PSK|[Ss]ecret) ["']?(?!(?:hmac-?)?(?:sha|md|aes|des|level|type|hash|pbkdf|password|passwd|is|was|of)[\w-]{0,12}(?:[\s"'.,;]|$))(?=[^\s"'\d]{0,64}\d)(?=[^\s"'A-Za-z]{0,64}[A-Za-z])(?<secret>[^\s"'<>{[\\,;][^\s"'<>\\,;]{5,})/d,
		reason: 'a description that says a password without a sign: no word of a sentence has letters and digits',
		matches: ['description Password fictive1', 'add comment="psk f1ct1ve"'],
		spares: ['description password rotation', 'description password hmac-sha256', 'name "secret server"'],
	},
	{
		id: 'secret/any-brief-login',
		platform: '*',
		kind: 'secret',
		action: 'replace',
		pattern:
			/(?:^|[\s"'-])(?:(?:[Ll]og[io]n|[Cc]red(?:ential)?s?)(?: is| are)?:? (?!(?:local|console|vty|ssh|telnet|radius|tacacs\+?|ldap|https?)\/)[\w.@-]{1,64}\/(?<secret>(?:[^\s"'<>\\,;/]|[,;](?=[^\s"'<\\])){3,})(?=[\s"'<\\,;]|$)|(?<=["'])(?:pass|passwd|[Pp]wd|[Pp]sk|PSK) (?!(?:all|any|in|out|to|from|on|through|traffic|rule)["'])(?<secret2>[^\s"'<>\\]{4,})["'])/d,
		reason: 'remarks that are hardly more than a login',
		matches: [
			'description login admin/fictive',
			'description login admin/fictive,1',
			'add comment="creds: admin/fictive"',
			'add comment="pwd fictive"',
		],
		spares: [
			'aaa authentication login default group tacacs+',
			'description login ssh/telnet',
			'add comment="pass all"',
			'login /Common/local',
		],
	},
	{
		id: 'secret/any-said-community',
		platform: '*',
		kind: 'secret',
		action: 'replace',
		ofSentences: true,
		// At the start of a line it is a statement. That start is in the group all the same: see `secret/any-told-password`.
		pattern: new RegExp(
			`(?:^|[\\s"'>C-])(?<=[\\s"'>-]|\\^C)(?:[Cc]ommunity|COMMUNITY)(?:\\s(?:string|name))?(?:(?:\\s(?:is|was))?\\s?${SAYS} ?|\\sis (?!${SAYS} ?["']?<secret[:>]))${NO_ROUTE_COMMUNITY}${SAID_VALUE}`,
			'd',
		),
		reason: 'a community of SNMP is a password in clear; one of routes is a number or a word that all systems know',
		matches: [
			'description SNMP community: fictive',
			'remark the community string is fictive',
			'remark community is: fictive',
			'remark community is : fictive',
		],
		spares: [
			'description community: 65000:100',
			'description community is no-export',
			'description community = target:65000:1',
			'community: fictive',
		],
	},
	{
		id: 'secret/any-private-key',
		platform: '*',
		kind: 'secret',
		action: 'replace',
		pattern: /-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY-----(?!<secret[:>])(?<secret>(?:[^"-]|-(?!----))+)/d,
		reason: 'a PEM key in one quoted string (Junos security certificates local)',
		matches: [
			'"-----BEGIN RSA PRIVATE KEY-----\\nMIIEow\\n-----END RSA PRIVATE KEY-----\\n";',
			'"-----BEGIN RSA PRIVATE KEY-----\\nProc-Type: 4,ENCRYPTED\\nDEK-Info: AES-128-CBC,0A1B\\n\\nMIIEow\\n-----END RSA PRIVATE KEY-----\\n"',
		],
		spares: ['"-----BEGIN CERTIFICATE-----\\nMIIDdz\\n-----END CERTIFICATE-----\\n";'],
	},
	{
		id: 'secret/any-encoded-private-key',
		platform: '*',
		kind: 'secret',
		action: 'replace',
		pattern: /(?<secret>LS0tLS1CRUdJTiB(?:QUklWQVRF|SU0EgUFJJ|FQyBQUklW|PUEVOU1NI|FTkNSWVBU|EU0EgUFJJ)[\w+/=]+)/d,
		reason: 'a PEM key in base64, as documents keep it whatever its element is called',
		matches: ['<x>LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tfictive==</x>', 'x LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQ=='],
		spares: ['<crt>LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t</crt>'],
	},
	{
		id: 'secret/any-token-form',
		platform: '*',
		kind: 'secret',
		action: 'replace',
		pattern:
			/(?:^|[\s"'=:>/])(?<secret>eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}|(?:gh[opsu]_|github_pat_|glpat-|xox[abprs]-)[\w.-]{16,}|hvs\.[\w-]{24,})/d,
		reason: 'tokens that are known by how they begin (RFC 7519; documents of GitHub, GitLab, Slack and Vault)',
		matches: [
			'value eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJmaWN0aXZlIn0.fictive-signature',
			'url https://glpat-fictive1fictive1fictive@x.example',
		],
		spares: ['description eyJ', 'ntp server hvs.time-servers.example.net'],
	},
	{
		id: 'secret/any-private-key-block',
		platform: '*',
		kind: 'secret',
		action: 'replace',
		scope: 'block',
		pattern: /-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY-----$/,
		reason: 'the same over several lines: masking line by line would leave the key behind',
		matches: ['-----BEGIN PRIVATE KEY-----', '"-----BEGIN EC PRIVATE KEY-----'],
		spares: ['-----BEGIN CERTIFICATE-----', '-----BEGIN PUBLIC KEY-----'],
	},
];

/** What every platform's list of blocks ends with. */
export const anyPlatformBlocks: readonly BlockRule[] = [
	{
		id: 'private-key',
		start: /-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY-----$/,
		end: /-----END (?:[A-Z]{2,10} )?PRIVATE KEY-----/,
		key: true,
	},
];
