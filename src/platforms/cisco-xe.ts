import type { Platform } from '../domain/platform.ts';
import { ciscoIos } from './cisco-ios.ts';
import { yangJsonEntries } from './shared/document-entries.ts';
import { jsonDocument } from './shared/documents.ts';
import { getConfig } from './shared/get-config.ts';

/** Cisco IOS XE: at the command line it is IOS, and it has the APIs that IOS lacks. */
export const ciscoXe: Platform = {
	...ciscoIos,
	name: 'cisco_xe',
	title: 'Cisco IOS XE',
	aliases: ['iosxe', 'ios-xe', 'ios_xe', 'cisco_iosxe', 'cisco_xe_ssh'],

	// RESTCONF (RFC 8040). The native model is the configuration; the others say parts of it once more.
	rest: {
		yields: 'json',
		form: jsonDocument({ top: /^"Cisco-IOS-XE-native:native": \{$/, entries: yangJsonEntries }),
		logins: [{ kind: 'basic' }],
		showRunning: [
			{
				method: 'GET',
				path: '/restconf/data/Cisco-IOS-XE-native:native',
				headers: { accept: 'application/yang-data+json' },
			},
		],
		answer: {
			type: 'json',
			text: '',
			complaints: [
				'/ietf-restconf:errors/error/0/error-message',
				'/ietf-restconf:errors/error/0/error-tag',
				'/errors/error/0/error-message',
				'/errors/error/0/error-tag',
			],
		},
		enabledBy: 'restconf',
	},

	netconf: getConfig({
		root: '<native xmlns="http://cisco.com/ns/yang/Cisco-IOS-XE-native"/>',
		enabledBy: 'netconf-yang',
	}),
};
