import { defineConfig } from 'vitest/config';

/** One project per kind of test; each is a folder of tests/. */
const project = (name: string, options: Record<string, unknown> = {}) => ({
	test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout: 20_000, hookTimeout: 60_000, ...options },
});

export default defineConfig({
	test: {
		pool: 'forks',
		maxWorkers: 2,
		projects: [
			project('unit'),
			project('property', { testTimeout: 120_000 }),
			project('platforms'),
			project('contract', { testTimeout: 60_000 }),
			project('e2e', { testTimeout: 120_000 }),
			project('corpus', { testTimeout: 300_000 }),
		],
	},
});
