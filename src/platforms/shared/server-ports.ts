import type { DefaultRule } from '../../domain/platform/equivalence-rules.ts';
import type { SpellingRule } from '../../domain/platform/spelling-rules.ts';

/** A server of TACACS+ that says the port it has anyway. */
export const tacacsPort: SpellingRule = {
	kind: 'words',
	pattern: /^(tacacs-server host \S+(?: .+?)?) port 49(?= |$)/,
	spelled: '$1',
	source: 'the port of TACACS+ is 49 (RFC 8907, section 4.1), and is shown by some releases only',
};

/** The same where a server is a section. */
export const tacacsServerPort: DefaultRule = {
	line: /^port 49$/,
	command: /^(?:no )?port(?: |$)/,
	within: [/^tacacs server /],
	source: 'the port of TACACS+ is 49 (RFC 8907, section 4.1)',
	matches: ['port 49'],
	spares: ['port 4949', 'port 50'],
};

/** A server of RADIUS that says the ports it has anyway: the old ones on IOS and IOS XR. */
export const oldRadiusPorts: SpellingRule = {
	kind: 'words',
	pattern: /^(radius-server host \S+(?: vrf \S+)?) auth-port 1645 acct-port 1646(?= |$)/,
	spelled: '$1',
	source:
		'1645 and 1646 where none is said, and shown by most releases (Cisco IOS XR System Security Command Reference, radius-server host)',
};

/** The same where the ports are those that RADIUS was given: NX-OS and EOS. */
export const radiusPorts: SpellingRule = {
	kind: 'words',
	pattern:
		/^((?:radius-server host|server) \S+(?: .+?)??) (?:auth-port 1812(?: acct-port 1813)?|acct-port 1813)(?= |$)/,
	spelled: '$1',
	source: '1812 and 1813 (RFC 2865, RFC 2866) unless it says otherwise, and not shown (from knowledge)',
};
