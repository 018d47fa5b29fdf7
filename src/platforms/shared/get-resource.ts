import type { RestRules } from '../../domain/platform/rest-rules.ts';
import { yangJsonEntries } from './document-entries.ts';
import { jsonDocument } from './documents.ts';

/**
 * GET of the resource that holds the configuration, over RESTCONF (RFC 8040, section 4.3: it reads and has no other effect).
 *
 * @param options.path - where the resource is, from the root: `/restconf/data/Cisco-IOS-XE-native:native`
 */
export function getResource({ path, enabledBy }: { readonly path: string; readonly enabledBy: string }): RestRules {
	const member = memberOf(path).replaceAll('.', '\\.');
	return {
		yields: 'json',
		form: jsonDocument({ top: new RegExp(`^"${member}": \\{$`), entries: yangJsonEntries }),
		logins: [{ kind: 'basic' }],
		showRunning: [{ method: 'GET', path, headers: { accept: 'application/yang-data+json' } }],
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
		enabledBy,
	};
}

/** What the answer calls the resource: its name and the module that defines it (RFC 7951, section 4). */
function memberOf(path: string): string {
	const [name = '', ...parents] = path
		.replace(/^.*?\/data(?:\/|$)/, '')
		.split('/')
		.toReversed();
	if (name === '') return 'ietf-restconf:data';
	if (name.includes(':')) return name;
	const [module] = parents.find((parent) => parent.includes(':'))?.split(':') ?? [];
	return module === undefined ? name : `${module}:${name}`;
}
