import { endOfLine } from '../text/end-of-line.ts';

/**
 * How log messages begin that devices print into a terminal on their own, whatever is being shown there. In front of each
 * pattern stands a part of it, so that a config of any length that has none of it is searched at once. It begins with a rare
 * sign: at each blank the engine would stop.
 */
const BEGINNINGS: readonly (readonly [part: string, pattern: RegExp])[] = [
	// %LINK-3-UPDOWN: of Cisco and those who took after it; NX-OS, ASA and XR have more parts: %PKT_INFRA-LINK-3-UPDOWN :
	['%', /%[A-Z][A-Z0-9_]*(?:-[A-Z0-9_]+)*-[0-7]-[A-Z0-9_]+ ?:/g],
	// %%01IFNET/4/IF_STATE(l)[0]: of VRP, and of Comware with its digits: %%10IFNET/3/PHY_UPDOWN:
	['%%', /%%\d\d[A-Z][A-Z0-9_]*\/\d\/[A-Z0-9_]+[(:]/g],
	// %Jan 12 10:11:12:123 2026 ams-agg-01 IFNET/3/PHY_UPDOWN: of Comware 7
	['%', /%[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d:\d{1,3} \d{4} \S{1,64} [A-Z0-9_]+\/\d\/[A-Z0-9_]+:/g],
	// The traps of both: #Jan 12 2026 10:11:12+00:00 ams-pe-01 IFNET/1/LINKDOWN:OID 1.3.6.1…
	['#', /#[A-Z][a-z]{2} {1,2}\d{1,2} [\d:+ ]{12,30} \S{1,64} [A-Z0-9_]+\/\d\/[A-Z0-9_]+:/g],
	// From its beginning on only: a long word of capitals would be read again from each of its letters.
	[':OID ', /(?<![A-Z0-9_])[A-Z0-9_]+\/\d\/[A-Z0-9_]+:OID /g],
	// 12 2026/01/12 10:11:12.34 UTC MINOR: SYSTEM #2006 Base of SR OS
	['#2', /(?:CRITICAL|MAJOR|MINOR|WARNING|INDETERMINATE|CLEARED): [A-Z_]{2,40} #2\d{3} /g],
	// <165>1 2026-01-12T10:11:12.345+00:00 OS10 … - Node.1-Unit.1:PRI [event], Dell EMC (OS10) %IFM_OSTATE_UP: of OS10
	['PRI [event], ', /PRI \[event\], Dell /g],
	// 01/12/2026 10:11:12.34 <Info:vlan.msgs.portLinkStateUp> of EXOS
	['<', /<(?:Crit|Erro|Warn|Noti|Info|Debu|Summ|Verb):[\w.]{1,80}> /g],
	// syslogd and wall(1): Junos, VyOS, EdgeOS, Cumulus
	['Message from syslogd@', /Message from syslogd@\S{1,255} at /g],
	// A reload that was scheduled, and what somebody sends to all terminals: IOS, Junos
	['*** ', /\*\*\* (?:--- SHUTDOWN |Message from \S{1,64} to |(?:FINAL )?System shutdown message from )/g],
	['Broadcast ', /Broadcast [Mm]essage from \S{1,255} /g],
];

/** A log message has its time in front of it, unless the device was told to leave it out; then there is nothing at all. */
const TIME = /\d\d:\d\d:\d\d|\d{1,4}[wdy]\d{1,4}[hdw]/;

/**
 * The lines of a text that read like log messages, each with the lines around it. A config may quote a message, in a banner or
 * for an event manager, so nothing is proven by one: but a message does not come to the same place twice.
 */
export function findLogMessages(text: string): readonly string[] {
	return startsOf(text).map((start) => withNeighbours(text, start));
}

/** A line that reads like a log message. */
export interface LogMessageLine {
	/** 1-based. */
	readonly number: number;
	readonly line: string;
}

/** The lines alone that read like log messages. */
export function logMessageLines(text: string): readonly LogMessageLine[] {
	let number = 1;
	let counted = 0;
	return startsOf(text).map((start) => {
		number += text.slice(counted, start).split('\n').length - 1;
		counted = start;
		return { number, line: text.slice(start, endOfLine(text, start)) };
	});
}

/** A message as far as its name, because what it says, and what stands around it, may be a secret; empty where there is none. */
export function logMessageName(found: string): string {
	const names = BEGINNINGS.map(([, beginning]) => new RegExp(beginning.source).exec(found)?.[0] ?? '');
	const name = names.find((begins) => begins !== '') ?? '';
	// Of what begins with a time only the end is the name.
	return name.replace(/^.*\d\d:\d\d:\d\d\S* (?:\d{4} )?/, '').replace(/[ :(]+$/, '');
}

/** Where the lines begin, in their order. */
function startsOf(text: string): readonly number[] {
	const starts = new Set<number>();
	for (const [part, beginning] of BEGINNINGS) {
		if (!text.includes(part)) continue;
		// Of a line that begins hundreds of thousands of messages each part is looked at once.
		let line = { start: 0, end: -1, isTimed: false };
		let looked = 0;
		for (const { index } of text.matchAll(beginning)) {
			if (index > line.end) {
				const start = index === 0 ? 0 : text.lastIndexOf('\n', index - 1) + 1;
				line = { start, end: endOfLine(text, index), isTimed: false };
				looked = start;
			}
			line.isTimed ||= TIME.test(text.slice(looked, index));
			looked = index;
			if (index === line.start || line.isTimed) starts.add(line.start);
		}
	}
	return [...starts].toSorted((one, other) => one - other);
}

function withNeighbours(text: string, start: number): string {
	const from = text.lastIndexOf('\n', start - 2) + 1;
	return text.slice(from, endOfLine(text, endOfLine(text, start) + 1));
}
