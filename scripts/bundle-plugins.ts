import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'rolldown';
import { librariesWhenNeeded } from './libraries.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** See src/adapters/ssh-connection/crypto-for-ssh2.ts. */
const cryptoForSsh2: Plugin = {
	name: 'crypto-for-ssh2',
	resolveId: (source, importer = '') =>
		source === 'crypto' && importer.includes('/node_modules/ssh2/')
			? join(ROOT, 'src/adapters/ssh-connection/crypto-for-ssh2.ts')
			: null,
};

/**
 * What paces the requests to GitHub takes the time of day to measure its pauses: a clock that is set back by an hour would
 * make every request wait for that hour. All its times are differences, so the clock that never runs back serves as well.
 */
const steadyPace: Plugin = {
	name: 'steady-pace',
	transform: (code, id) =>
		id.endsWith('/bottleneck/light.js') ? code.replaceAll('Date.now()', 'performance.now()') : null,
};

/**
 * ssh2 brings agents that speak HTTP through SSH. They extend those of Node as soon as it is loaded, so that all of HTTP and TLS
 * is loaded too; nobody here uses them.
 */
const withoutHttpAgents: Plugin = {
	name: 'without-http-agents',
	load: (id) => (id.endsWith('/node_modules/ssh2/lib/http-agents.js') ? 'module.exports = {};' : null),
};

const REQUIRED = '\0required:';

/**
 * Turns imports of some of Node's modules into calls of `require` where they are used first. An import stands at the top of
 * the one file that an entry is, and Node reads all exports of what is imported, some of which load more: `WebSocket` of
 * `http` loads undici, `webcrypto` of `crypto` and `ReadStream` of `fs` what they are made of.
 */
const nodeWhenNeeded: Plugin = {
	name: 'node-when-needed',
	resolveId: (source, importer = '') => {
		const name = /^(?:node:)?(?<name>https?|http2|tls|fs|crypto|util)$/.exec(source)?.groups?.name;
		if (name === undefined) return null;
		return importer.startsWith(REQUIRED) ? { id: source, external: true } : `${REQUIRED}${name}`;
	},
	load: (id) => (id.startsWith(REQUIRED) ? `module.exports = require('node:${id.slice(REQUIRED.length)}');` : null),
};

/** What is done to libraries as they are bundled. */
export const BUNDLE_PLUGINS: readonly Plugin[] = [
	cryptoForSsh2,
	steadyPace,
	withoutHttpAgents,
	nodeWhenNeeded,
	librariesWhenNeeded,
];
