import { isIP } from 'node:net';
import { namesAndAliases, type PlatformRegistry } from '../../domain/platform/platform-registry.ts';
import { didYouMean } from '../findings/closest.ts';
import { quote } from '../findings/path-label.ts';
import type { Finding } from '../findings/problem-list.ts';
import type { InventoryKind } from './inventory-kind.ts';

/** One finding for all hosts of an inventory: a fleet may have hundreds, most often servers that nobody means. */
export function noPlatform(
	name: string,
	{ more, kind }: { readonly more: number; readonly kind: InventoryKind },
): Finding {
	const filter = kind.optional.includes('groups') ? 'groups: [GROUP]' : 'filter: { role: [ROLE] }';
	const isFiltered = kind.optional.includes('groups') || kind.optional.includes('filter');
	const some = isFiltered ? `; or take some of them only: ${filter} under this inventory` : '';
	return {
		message: `${name}${more === 0 ? ' has' : ` and ${more} more have`} no platform`,
		fix: `Say it there, in defaults (platform: NAME) or under devices${some}. ${NAMES}`,
	};
}

/**
 * One finding for all hosts that an inventory calls so.
 *
 * @param word - null: the words may be secrets, and are not shown
 * @param of.name - null: the same of names
 */
export function unknownPlatform(
	word: string | null,
	{
		name,
		more,
		platforms,
	}: { readonly name: string | null; readonly more: number; readonly platforms: PlatformRegistry },
): Finding {
	const who = `${name ?? 'this device'}${more === 0 ? '' : ` and ${more} more`}`;
	if (word === null) {
		return {
			message: `the column of platforms holds none for ${who}`,
			fix: `Check which columns says it is, under this inventory. If it is the right one, say there what its words mean: platforms: { WORD: NAME }, or null to leave such hosts out. ${NAMES}`,
		};
	}
	return {
		message: `unknown platform ${quote(word)} of ${who}`,
		fix: `${didYouMean(word, namesAndAliases(platforms))}Say what it is under this inventory: platforms: { ${quote(word)}: NAME }, or null to leave such hosts out. ${NAMES}`,
	};
}

const NAMES = '"fleet-drift platforms" lists the names';

/** A whole line that is taken for a name, because another delimiter is meant, may hold a password: it is not quoted. */
export function unusableName(name: string, { isQuotable }: { readonly isQuotable: boolean }): Finding {
	if (name === '') return { message: 'a device has no name', fix: 'Write its name, or take it out' };
	const isShown = isQuotable && /^[^;,|\t]{1,64}$/.test(name) && (isIP(name) !== 0 || !name.includes(':'));
	return {
		message: `${isShown ? quote(name) : 'this text'} cannot be the name of a device`,
		fix: 'Rename it there: letters, digits, ".", "_" and "-", beginning with a letter or a digit',
	};
}

/** For a column that is counted, and may be that of a password which several devices share. */
export const REPEATED_NAME: Finding = {
	message: 'an earlier line has the same name',
	fix: 'Check that this is the column of names, and take one of the two lines out',
};

/** A name stands for one device: its intended config and its history are found by it. */
export function sharedName(name: string, more: number): Finding {
	return {
		message: `another device with another address is called ${name} too${more === 0 ? '' : `, and the same goes for ${more} more`}`,
		fix: 'A name stands for one device: rename one of the two there, or leave it out',
	};
}
