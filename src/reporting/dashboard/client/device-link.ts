import type { DeviceStatus } from '../../../domain/fleet-report.ts';
import { deviceFragment } from '../device-fragment.ts';
import { element } from './element.ts';

/** A device's name as a link to its timeline; what is filtered stays as it is (main.ts). */
export function deviceLink(name: string): HTMLAnchorElement {
	return element('a', { href: `#${deviceFragment(name)}`, 'data-device': name }, name);
}

/** A status as a coloured word, as the page has it everywhere. */
export function statusTag(status: DeviceStatus): HTMLElement {
	return element('span', { class: `tag ${status}` }, status === 'in-sync' ? 'in sync' : status);
}
