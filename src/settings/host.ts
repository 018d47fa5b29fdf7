import { isIP } from 'node:net';

/**
 * Whether a text names one host: a host name, an IPv4 or an IPv6 address, and nothing else — no user, port, white space or
 * leading `-` that another program could read as an option.
 */
export function isHost(text: string): boolean {
	if (isIP(text) !== 0) return !text.includes('%');
	if (text.length > 253) return false;
	const labels = text.split('.');
	// A last label of digits only is an address that is not valid, such as 10.0.0.256.
	return labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '');
}

const LABEL = /^[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$/;
