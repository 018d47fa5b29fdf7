import type { NetconfRules } from '../../domain/netconf-rules.ts';
import type { OrderRule } from '../../domain/platform.ts';
import type { TextForm } from '../../domain/text-form.ts';
import { anyPlatformMasks } from './any-platform-masks.ts';
import { yangXmlEntries } from './document-entries.ts';
import { xmlSecrets } from './document-secrets.ts';

/** How the XML of a system's own data model is read. */
function modelDocument(order: readonly OrderRule[] = []): TextForm {
	return {
		syntax: {
			style: 'xml',
			comments: [],
			negation: '',
			closers: [],
			frame: [],
			entries: yangXmlEntries,
			blocks: [],
		},
		// An account that may read nothing is answered with an empty element.
		completeness: { proof: 'parses', pattern: /^<data>$/ },
		masks: [...xmlSecrets, ...anyPlatformMasks],
		order,
	};
}

/**
 * `get-config` of the running datastore (RFC 6241, section 7.1).
 *
 * @param options.root - the element of the model that holds the whole configuration, where there is one: such systems give the
 * same once more in models of others. Empty: all that there is
 */
export function getConfig({
	root,
	enabledBy,
	order,
}: {
	readonly root: string;
	readonly enabledBy: string;
	readonly order?: readonly OrderRule[];
}): NetconfRules {
	const filter = root === '' ? '' : `<filter type="subtree">${root}</filter>`;
	return {
		yields: 'xml',
		form: modelDocument(order),
		request: `<get-config><source><running/></source>${filter}</get-config>`,
		text: '/rpc-reply/data',
		enabledBy,
	};
}
