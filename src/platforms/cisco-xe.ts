import type { Platform } from '../domain/platform/platform.ts';
import { ciscoIos } from './cisco-ios.ts';
import { getConfig } from './shared/get-config.ts';
import { getResource } from './shared/get-resource.ts';

/** Cisco IOS XE: at the command line it is IOS, and it has the APIs that IOS lacks. */
export const ciscoXe: Platform = {
	...ciscoIos,
	name: 'cisco_xe',
	title: 'Cisco IOS XE',
	aliases: ['iosxe', 'ios-xe', 'ios_xe', 'cisco_iosxe', 'cisco_xe_ssh'],

	// The native model is the configuration; the others say parts of it once more.
	rest: getResource({ path: '/restconf/data/Cisco-IOS-XE-native:native', enabledBy: 'restconf' }),

	netconf: getConfig({
		root: '<native xmlns="http://cisco.com/ns/yang/Cisco-IOS-XE-native"/>',
		enabledBy: 'netconf-yang',
	}),
};
