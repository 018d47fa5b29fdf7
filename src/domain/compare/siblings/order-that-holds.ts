import type { ConfigNode } from '../../config/tree.ts';
import type { OrderRule, Platform } from '../../platform/platform.ts';
import type { Siblings } from './match-siblings.ts';

/** What a platform is without some of its rules: as compiled once as the platform itself. */
const variants = new WeakMap<Platform, Map<string, Platform>>();

/** The platform with those rules of its order that count in two configs: a rule may ask for a line in either of them. */
export function withOrderThatHolds(platform: Platform, { intended, running }: Siblings): Platform {
	const holds = ({ where }: OrderRule): boolean => where === undefined || says(intended, where) || says(running, where);
	const order = platform.order.filter(holds);
	if (order.length === platform.order.length) return platform;
	const known = variants.get(platform) ?? new Map<string, Platform>();
	variants.set(platform, known);
	const name = platform.order.map((rule) => (holds(rule) ? '1' : '0')).join('');
	const variant = known.get(name) ?? { ...platform, order };
	known.set(name, variant);
	return variant;
}

/** At the top or one level below. */
function says(nodes: readonly ConfigNode[], pattern: RegExp): boolean {
	return nodes.some(({ text, children }) => pattern.test(text) || children.some((child) => pattern.test(child.text)));
}
