import { defineConfig } from 'vitest/config';

/** Packages that import JSON as bundlers take it and Node does not. */
const FOR_BUNDLERS = [/\/@actions\/(?:workflow-parser|expressions)\//];

/** One project per kind of test; each is a folder of tests/. */
const project = (name: string, options: Record<string, unknown> = {}) => ({
	// Vite warns of each file of a package whose source map leads nowhere.
	logLevel: 'error' as const,
	test: {
		name,
		include: [`tests/${name}/**/*.test.ts`],
		testTimeout: 60_000,
		hookTimeout: 120_000,
		server: { deps: { inline: FOR_BUNDLERS } },
		// A busy machine may take a while to close a socket; nobody waits so long on another.
		expect: { poll: { timeout: 15_000 } },
		...options,
	},
});

/**
 * Files that keep no state and start nothing share a process: to load the same modules anew for each of two hundred files
 * takes longer than the tests in them. A test of theirs that asserts nothing fails: its loop or its table was empty.
 */
const pure = (name: string, testTimeout: number) =>
	project(name, { isolate: false, testTimeout, expect: { requireAssertions: true } });

export default defineConfig({
	test: {
		pool: 'forks',
		// More than the two cores of a small machine: devices, remotes and GitHub let the tests wait half of the time.
		maxWorkers: 4,
		projects: [
			pure('unit', 60_000),
			pure('property', 240_000),
			pure('platforms', 60_000),
			project('contract'),
			project('e2e', { testTimeout: 240_000 }),
			pure('corpus', 300_000),
		],
	},
});
