import type { ConfigNode } from '../../config/config-node.ts';
import type { OrderRule } from '../../platform/order-rules.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Siblings } from './siblings.ts';

/** What a platform is without some of its rules: as compiled once as the platform itself. */
const variants = new WeakMap<Platform, Map<string, Platform>>();

/** The platform with those rules of its order that count in two configs: a rule may ask for a line in either of them. */
export function withOrderThatHolds(platform: Platform, { intended, running }: Siblings): Platform {
	const holds = (rule: OrderRule): boolean =>
		rule.where === undefined || !orders(rule, intended) || says(intended, rule.where) || says(running, rule.where);
	const order = platform.order.filter(holds);
	if (order.length === platform.order.length) return platform;
	const known = variants.get(platform) ?? new Map<string, Platform>();
	variants.set(platform, known);
	const name = platform.order.map((rule) => (holds(rule) ? '1' : '0')).join('');
	const variant = known.get(name) ?? { ...platform, order };
	known.set(name, variant);
	return variant;
}

/** Whether there is anything in this order: that is seen at the top, without a look into the sections. */
function orders(rule: OrderRule, nodes: readonly ConfigNode[]): boolean {
	return rule.kind !== 'siblings' || rule.within !== undefined || nodes.some(({ text }) => rule.pattern.test(text));
}

/** At the top or one level below. */
function says(nodes: readonly ConfigNode[], pattern: RegExp): boolean {
	return nodes.some(({ text, children }) => pattern.test(text) || children.some((child) => pattern.test(child.text)));
}
