import type { NetconfRules } from '../../domain/platform/netconf-rules.ts';
import type { OrderRule } from '../../domain/platform/order-rules.ts';
import { yangXmlEntries } from './document-entries.ts';
import { xmlDocument } from './documents.ts';

/**
 * `get-config` of the running datastore (RFC 6241, section 7.1).
 *
 * @param options.root - the element of the model that holds the whole configuration, where there is one: such systems give the
 * same once more in models of others. Empty: all that there is
 */
export function getConfig({
	root,
	enabledBy,
	order = [],
}: {
	readonly root: string;
	readonly enabledBy: string;
	readonly order?: readonly OrderRule[];
}): NetconfRules {
	const filter = root === '' ? '' : `<filter type="subtree">${root}</filter>`;
	return {
		yields: 'xml',
		// An account that may read nothing is answered with an empty element.
		form: xmlDocument({ top: /^<data>$/, entries: yangXmlEntries, order }),
		request: `<get-config><source><running/></source>${filter}</get-config>`,
		text: '/rpc-reply/data',
		enabledBy,
	};
}
