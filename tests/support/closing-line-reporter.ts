import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with `N passed, N failed, N skipped`, the line that CI reads. */
export default class ClosingLineReporter implements Reporter {
	onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
		const count = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
		for (const module of modules) {
			const tests = [...module.children.allTests()];
			for (const test of tests) count[test.result().state] += 1;
			// A file that broke before its first test has failed, although no test of it has.
			if (module.state() === 'failed' && tests.every((test) => test.result().state !== 'failed')) count.failed += 1;
		}
		// After vitest's own summary, so that it is the last line.
		process.on('exit', () => {
			process.stdout.write(
				`\n${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped\n`,
			);
		});
	}
}
