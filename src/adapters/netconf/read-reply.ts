import type { NetconfRules } from '../../domain/platform/netconf-rules.ts';
import { ConnectionFailure } from '../connection/connection-failure.ts';
import { printable } from '../connection/printable.ts';
import { findElement } from '../xml/find-xml.ts';
import { XmlError } from '../xml/read-tag.ts';
import { readXml } from '../xml/read-xml.ts';
import type { XmlElement } from '../xml/xml-element.ts';

/** The config that a reply holds. Throws a `ConnectionFailure` where it is an error, is cut, or holds none. */
export function readReply(
	reply: string,
	{ rules: { text: place, yields }, where }: { readonly rules: NetconfRules; readonly where: string },
): string {
	try {
		const root = readXml(reply);
		const errors = root.name === 'rpc-error' ? [root] : root.all('rpc-error');
		const error = errors.find((candidate) => child(candidate, 'error-severity') !== 'warning');
		if (error !== undefined) throw refusal(error, where);
		const said = complaintIn(root);
		if (said !== null) {
			const message = `${where} refused the request: ${said}. Check the account's rights, and the log of the device`;
			throw new ConnectionFailure('ERR_COMMAND_REJECTED', message);
		}
		const element = findElement(root, place);
		if (element !== null) {
			const text = yields === 'xml' ? wholeOf(element) : element.text;
			return text.replaceAll(/\r\n?/g, '\n').replace(/^\n+/, '');
		}
		const message = `${where} answered without a config: there is no ${place}. Check the account's rights to read all of it`;
		throw new ConnectionFailure('ERR_INCOMPLETE', message);
	} catch (error) {
		if (!(error instanceof XmlError)) throw error;
		const message = `${where} sent an answer that is not XML: ${error.message}. Try again; if it keeps happening, report it to the vendor`;
		throw new ConnectionFailure('ERR_INCOMPLETE', message, { cause: error });
	}
}

/** A document has one root, and a datastore may hold several models: the element around them is theirs. */
function wholeOf({ name, markup }: XmlElement): string {
	return `<${name}>${markup}</${name}>\n`;
}

/** RFC 6241, section 4.3; `access-denied` is what an account without rights gets. */
function refusal(error: XmlElement, where: string): ConnectionFailure {
	const tag = printable(child(error, 'error-tag'), 40) || 'rpc-error';
	const said = printable(child(error, 'error-message'));
	const advice =
		tag === 'access-denied' ? 'Give the account the right to read the config' : 'Check the log of the device';
	const message = `${where} refused the request with ${tag}${said === '' ? '' : `: ${said}`}. ${advice}`;
	return new ConnectionFailure('ERR_COMMAND_REJECTED', message);
}

/** Junos says some of its errors as the output of a command, perhaps beside a part of the config. */
function complaintIn(root: XmlElement): string | null {
	const output = root.all('output')[0]?.text.trim() ?? '';
	return output.startsWith('error: ') ? printable(output) : null;
}

function child(element: XmlElement, name: string): string {
	return element.all(name)[0]?.text.trim() ?? '';
}
