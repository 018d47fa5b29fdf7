import { cellsOf, platformFacts } from '../../src/composition/platform-facts.ts';
import { platforms } from '../../src/platforms/index.ts';
import { code, markdownTable } from './markdown-table.ts';

const HEADER = ['Platform', 'By', 'Format', 'Proof', 'Volatile', 'Secrets', 'Ordered', 'Tested with'];

/** What `fleet-drift platforms` prints. */
export function platformFactsTable(): string {
	const rows = platformFacts(platforms).flatMap(({ name, transports }) =>
		transports.map((way) => [code(name), ...cellsOf(way)]),
	);
	return markdownTable(HEADER, rows);
}
