import type { ConfigNode } from '../config/config-node.ts';
import type { PortRule } from '../platform/equivalence-rules.ts';

/**
 * Whether a section that only the device has is a port as it came: it is there because the hardware is, and what stands in it is
 * what a device shows of a port that nobody touched.
 */
export type IsUntouchedPort = (node: ConfigNode, lineage: readonly string[]) => boolean;

/** The ports of a running config; nothing is read before the first port asks. */
export function untouchedPorts(running: readonly ConfigNode[], rules: readonly PortRule[] = []): IsUntouchedPort {
	let used: ReadonlySet<string> | null = null;
	return ({ text, children, body }, lineage) => {
		if (lineage.length > 0 || body !== null) return false;
		if (!rules.some((rule) => rule.header.test(text) && isAsItCame(children, rule))) return false;
		if (!children.some((child) => child.text === 'shutdown')) return true;
		// What uses a port, as a subinterface or a mirror does, is down with it.
		used ??= portsUsed(running, rules);
		return !namesOf(text).some((name) => used?.has(name));
	};
}

function isAsItCame(children: readonly ConfigNode[], { says = [], mayState }: PortRule): boolean {
	const lines = children.map((child) => child.text);
	if (children.some((child) => child.children.length > 0 || child.body !== null)) return false;
	return (
		says.every((line) => lines.includes(line)) &&
		lines.every((line) => says.includes(line) || mayState?.test(line) === true)
	);
}

const PORT = /(?<![\w/])([A-Za-z]{2,})(\d+(?:\/[A-Z]{0,3}\d+)*)/g;

function portsUsed(running: readonly ConfigNode[], rules: readonly PortRule[]): ReadonlySet<string> {
	const found = new Set<string>();
	const read = ({ text, children }: ConfigNode): void => {
		// A description names ports of other devices.
		if (!/^(?:\d+ )?(?:description|remark) /.test(text)) {
			for (const [name] of text.matchAll(PORT)) found.add(name.toLowerCase());
		}
		children.forEach(read);
	};
	for (const node of running) {
		const isPort = rules.some(({ header }) => header.test(node.text));
		(isPort ? node.children : [node]).forEach(read);
	}
	return found;
}

/** In full and in every abbreviation: `GigabitEthernet0/1`, `Gi0/1`. */
function namesOf(header: string): readonly string[] {
	return [...header.matchAll(PORT)].flatMap(([, letters = '', number = '']) =>
		Array.from({ length: letters.length - 1 }, (_, at) => `${letters.slice(0, at + 2)}${number}`.toLowerCase()),
	);
}
