/** A process of its own that spools the details of devices into the folder that it is given, and prints what became of them. */
import { hasDetailsElsewhere } from '../../src/domain/device-details.ts';
import { SpooledDetails } from '../../src/infrastructure/spooled-details.ts';
import { aChange, aDevice } from './report-fixtures.ts';

const warnings: string[] = [];
using spool = new SpooledDetails({
	folder: process.argv[2] ?? '',
	memoryBytes: 0,
	redact: (details) => details,
	warn: (sentence) => warnings.push(sentence),
});
const reports = Array.from({ length: 100 }, (_, index) =>
	spool.keep(aDevice({ name: `edge-${index}`, changes: [aChange({ line: `vlan ${index}${' '.repeat(2_000)}` })] })),
);
const told = reports.filter(({ changes }, index) => changes[0]?.line.trimEnd() === `vlan ${index}`);
process.stdout.write(
	JSON.stringify({
		devices: reports.length,
		told: told.length,
		elsewhere: reports.filter(hasDetailsElsewhere).length,
		warnings,
	}),
);
