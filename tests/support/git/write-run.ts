import { openBranch, type WriteRunArguments } from './open-branch.ts';

/** A process that records one run and ends: it is there to be killed. What it is to write is JSON in its first argument. */
const options = JSON.parse(process.argv[2] ?? '') as WriteRunArguments;
process.stdout.write(await openBranch(options).record(options.report));
