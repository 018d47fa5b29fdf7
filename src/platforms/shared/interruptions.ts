import type { MaskingPattern } from '../../domain/masking/pattern.ts';
import { volatileLinesOf } from './mask-tables.ts';

const clock = String.raw`[A-Z][a-z]{2} {1,2}\d{1,2}(?: \d{4})? \d\d:\d\d:\d\d\S{0,12}`;

/** `*Mar  1 00:00:05.123: %LINK-3-UPDOWN: …`, with a sequence number, a card or a host name, as releases have it. */
const iosLikeMessage = new RegExp(
	`^(?:\\d{1,10}: )?(?:[\\w/]{1,40}?:)?[*.]?(?:\\d{4} )?${clock}(?: [A-Z]{2,5})?:? (?:[\\w.\\-[\\]:/]{1,80} ){0,3}%[A-Z][A-Z0-9_-]{1,40}-[0-7]-[A-Z0-9_]{2,} ?:`,
);

/** `%Jan  5 10:12:13:123 2026 sw-01 SHELL/5/SHELL_LOGIN: …` and `#Jan  5 2026 10:12:13+00:00 ce-01 DS/4/DATASYNC…:`. */
const vrpLikeMessage = new RegExp(`^[%#]{1,2}${clock}(?: \\d{4})? \\S{1,80} (?:%%)?\\d{0,2}\\w{1,20}/\\d/\\w{2,}`);

/**
 * Messages that a device writes into whatever a terminal shows just then. They stand at the start of a line, also in the
 * middle of a section, which goes on behind them: therefore they are `frame` too.
 */
export const iosLikeInterruptions: readonly RegExp[] = [iosLikeMessage];
export const vrpLikeInterruptions: readonly RegExp[] = [vrpLikeMessage];

export const iosLikeMessageMasks: readonly MaskingPattern[] = volatileLinesOf('*', [
	{
		id: 'volatile/ios-like-message',
		pattern: iosLikeMessage,
		inTexts: true,
		reason: 'a syslog message in the middle of the output (oxidized vsololt, RANCID ios.pm)',
		matches: [
			'*Mar  1 00:00:05.123: %LINK-3-UPDOWN: Interface GigabitEthernet0/2, changed state to up',
			'000123: Jan  5 10:12:13.123 UTC: %SYS-5-CONFIG_I: Configured from console by anna on vty0',
			'2026 Jan  5 10:12:13 sw-01 %ETHPORT-5-IF_UP: Interface Ethernet1/1 is up',
			'RP/0/RP0/CPU0:Jan  5 10:12:13.123 UTC: config[65742]: %MGBL-SYS-5-CONFIG_I : Configured from console by anna',
			'Jan  5 10:12:13 sw-01 Ebra: %LINEPROTO-5-UPDOWN: Line protocol on Interface Ethernet1, changed state to up',
		],
		spares: [
			'event syslog pattern "%LINK-3-UPDOWN: Interface"',
			'description Jan  5 10:12:13: %LINK-3-UPDOWN: x',
			'clock summer-time CEST recurring',
		],
	},
]);

export const vrpLikeMessageMasks: readonly MaskingPattern[] = volatileLinesOf('*', [
	{
		id: 'volatile/vrp-like-message',
		pattern: vrpLikeMessage,
		inTexts: true,
		reason: 'a log or trap in the middle of the output (info-center, `terminal monitor`)',
		matches: [
			'%Jan  5 10:12:13:123 2026 sw-01 SHELL/5/SHELL_LOGIN: anna logged in from 192.0.2.9.',
			'#Jan  5 2026 10:12:13+00:00 ce-01 DS/4/DATASYNC_CFGCHANGE:OID 1.3.6.1.4.1.2011.5.25.191.3.1 configurations changed',
			'Jan  5 2026 10:12:13+00:00 ce-01 %%01SHELL/5/LOGIN(s)[12]:anna'.replace(/^/, '%'),
		],
		spares: ['#', 'info-center loghost 192.0.2.5', '%^%#fictive%^%#'],
	},
]);
