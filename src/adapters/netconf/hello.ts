import { ConnectionFailure } from '../connection/connection-failure.ts';
import { XmlError } from '../xml/read-tag.ts';
import { readXml } from '../xml/read-xml.ts';

const BASE = 'urn:ietf:params:netconf:base:';

/** What we send first. */
export const CLIENT_HELLO =
	'<?xml version="1.0" encoding="UTF-8"?>' +
	`<hello xmlns="urn:ietf:params:xml:ns:netconf:base:1.0"><capabilities>` +
	`<capability>${BASE}1.0</capability><capability>${BASE}1.1</capability></capabilities></hello>`;

/** The version to speak with a server that said this hello: the higher of those that it knows (RFC 6241, section 8.1). */
export function negotiate(hello: string, where: string): '1.0' | '1.1' {
	const capabilities = capabilitiesOf(hello, where);
	if (capabilities.includes(`${BASE}1.1`)) return '1.1';
	if (capabilities.includes(`${BASE}1.0`)) return '1.0';
	throw refusal(where, 'its hello names no version of NETCONF that this tool speaks');
}

function capabilitiesOf(hello: string, where: string): readonly string[] {
	try {
		const root = readXml(hello);
		if (root.name !== 'hello') throw refusal(where, 'it does not begin with a hello');
		const lists = root.all('capabilities');
		return lists.flatMap((list) => list.all('capability')).map((capability) => capability.text.trim());
	} catch (error) {
		if (error instanceof XmlError) throw refusal(where, `its hello is not XML: ${error.message}`, error);
		throw error;
	}
}

function refusal(where: string, why: string, cause?: unknown): ConnectionFailure {
	const message = `${where} does not speak NETCONF correctly: ${why}. Check that this is its NETCONF port`;
	return new ConnectionFailure('ERR_INCOMPLETE', message, { cause });
}
