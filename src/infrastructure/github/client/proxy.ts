import { checkBypass } from '@actions/http-client/lib/proxy';
import { ConfigurationError, systemCode } from '../../../errors.ts';

type Variables = Record<string, string | undefined>;

/** Whether an API is asked through a proxy: `https_proxy` or `http_proxy` names one, in either case, and `no_proxy` not the API. */
export function isBehindProxy(api: URL, env: Readonly<Variables>): boolean {
	return !checkBypass(api) && Object.entries(env).some(([name, value]) => PROXY_VARIABLE.test(name) && value !== '');
}

const PROXY_VARIABLE = /^https?_proxy$/i;

/**
 * Makes what reads which proxy is set: GitHub's client does as it is imported, and again as it is made. It takes less than
 * curl does, and git with it: a proxy without `http://` in front counts as none, so does one with a port or an escape that is
 * none, and it does not know `all_proxy`. All requests would go past the proxy then, token and report included. One of SOCKS
 * is refused with an error that names neither the variable nor what to write. Where `no_proxy` has the API asked directly,
 * nobody minds what the others say.
 *
 * @param env - completed here, which changes nothing for git
 * @throws ConfigurationError
 */
export async function throughProxy<Part>(
	make: () => Part | Promise<Part>,
	{ api, env = process.env }: { readonly api: URL; readonly env?: Variables },
): Promise<Part> {
	if (checkBypass(api)) return make();
	completeProxies(env);
	try {
		return await make();
	} catch (error) {
		throw systemCode(error) === 'UND_ERR_INVALID_ARG' ? unusableProxy() : error;
	}
}

function completeProxies(env: Variables): void {
	// SOCKS for everything may be there for other programs, and the runner itself does not look at it either.
	const forAll = completeAddress(env.all_proxy || env.ALL_PROXY || '');
	// An empty one says that there is none; git goes by it.
	for (const name of /^https?:/iu.test(forAll) ? ['https_proxy', 'http_proxy'] : [])
		if (env[name] === undefined && env[name.toUpperCase()] === undefined) env[name] = forAll;
	for (const [name, value] of Object.entries(env)) {
		if (!PROXY_VARIABLE.test(name) || value === undefined || value === '') continue;
		const address = completeAddress(value);
		if (!isAddress(address)) throw unusableProxy();
		env[name] = address;
	}
}

function completeAddress(value: string): string {
	return value === '' || value.includes('://') ? value : `http://${value}`;
}

function isAddress(address: string): boolean {
	try {
		const { hostname, username, password } = new URL(address);
		for (const part of [username, password]) decodeURIComponent(part);
		return hostname !== '';
	} catch {
		return false;
	}
}

function unusableProxy(): ConfigurationError {
	return ConfigurationError.of(
		'the proxy that https_proxy, http_proxy or all_proxy names cannot be used for GitHub’s API',
		'Write its address in full, with http:// or https:// in front, and % in a password as %25: http://proxy.example:3128',
	);
}
