/** The whole environment of a git process. */
export type GitEnvironment = Readonly<Record<string, string>>;

/** What git and the libraries under it need from the machine: where programs are, and how to get out to the network. */
const PASSED_ON: readonly string[] = [
	'PATH',
	'SystemRoot',
	'TMPDIR',
	'TEMP',
	'TMP',
	'SSH_AUTH_SOCK',
	...['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'].flatMap((name) => [name, name.toUpperCase()]),
	'GIT_SSL_CAINFO',
	'GIT_SSL_CAPATH',
	'GIT_SSL_CERT',
	'GIT_SSL_KEY',
	'GIT_PROXY_SSL_CAINFO',
	'SSL_CERT_FILE',
	'SSL_CERT_DIR',
	'CURL_CA_BUNDLE',
];

/** Messages that can be read by a program, no prompt, and no protocol that runs a command of the URL's choice. */
const ALWAYS: GitEnvironment = {
	LC_ALL: 'C',
	GIT_TERMINAL_PROMPT: '0',
	GIT_ALLOW_PROTOCOL: 'https:http:ssh:file',
	GIT_NO_REPLACE_OBJECTS: '1',
};

/** The user's own repository is read the way the user's own git reads it: `safe.directory` and includes count. */
export function userEnvironment(machine: NodeJS.ProcessEnv = process.env): GitEnvironment {
	return {
		...pick(machine, [...PASSED_ON, 'HOME', 'USERPROFILE', 'XDG_CONFIG_HOME']),
		...ALWAYS,
		GIT_OPTIONAL_LOCKS: '0',
	};
}

/**
 * For a temporary repository of ours: neither the user's nor the system's configuration, credential helpers, hooks or
 * `.netrc`. Only how to reach the network is kept: the proxy and CA variables here, the same settings of the user's git
 * in `config`.
 *
 * The token stands in no argument and in no URL: git reads it from the environment as an HTTP header that is bound to the
 * remote's origin. The empty value in front resets headers that came from elsewhere, and redirects are refused so that
 * the header cannot follow one.
 */
export function isolatedEnvironment({
	remoteUrl,
	token,
	home,
	config = [],
	machine = process.env,
}: {
	readonly remoteUrl: string;
	readonly token: string | null;
	/** An empty folder of ours. */
	readonly home: string;
	readonly config?: readonly GitSetting[];
	readonly machine?: NodeJS.ProcessEnv;
}): GitEnvironment {
	const settings: readonly GitSetting[] = [
		...config,
		['remote.origin.url', remoteUrl],
		['protocol.version', '2'],
		// The only thing that ends an HTTP helper whose git was killed.
		['http.lowSpeedLimit', '1'],
		['http.lowSpeedTime', '30'],
		['gc.auto', '0'],
		['maintenance.auto', 'false'],
		...authentication(remoteUrl, token),
	];
	return {
		...pick(machine, PASSED_ON),
		...ALWAYS,
		HOME: home,
		GIT_CONFIG_NOSYSTEM: '1',
		GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
		...asVariables(settings),
	};
}

/** A key of git's configuration and its value. */
export type GitSetting = readonly [key: string, value: string];

/** The `Authorization` value that GitHub takes for a token, without its scheme: as secret as the token. */
export function basicCredentials(token: string): string {
	return Buffer.from(`x-access-token:${token}`).toString('base64');
}

function authentication(remoteUrl: string, token: string | null): readonly GitSetting[] {
	if (token === null || !/^https?:\/\//iu.test(remoteUrl)) return [];
	const header = `http.${new URL(remoteUrl).origin}/.extraheader`;
	return [
		['http.followRedirects', 'false'],
		[header, ''],
		[header, `Authorization: Basic ${basicCredentials(token)}`],
	];
}

function asVariables(settings: readonly GitSetting[]): GitEnvironment {
	const entries = settings.flatMap(([key, value], index) => [
		[`GIT_CONFIG_KEY_${index}`, key],
		[`GIT_CONFIG_VALUE_${index}`, value],
	]);
	return { GIT_CONFIG_COUNT: String(settings.length), ...Object.fromEntries(entries) };
}

function pick(machine: NodeJS.ProcessEnv, names: readonly string[]): GitEnvironment {
	return Object.fromEntries(names.flatMap((name) => (machine[name] === undefined ? [] : [[name, machine[name]]])));
}
