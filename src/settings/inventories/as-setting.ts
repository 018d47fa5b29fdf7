import { asSlug } from './as-slug.ts';
import type { InventorySetting } from './inventory-kind.ts';

/** A field of a table as the setting wants it: a list where it is one, a number where it is one. */
export function asSetting(key: InventorySetting, text: string): unknown {
	if (key === 'tags' || key === 'groups') return text.split(/[\s,;|]+/).filter((word) => word !== '');
	if (key === 'site' || key === 'role') return asSlug(text);
	return key === 'port' && /^\d+$/.test(text) ? Number(text) : text;
}
