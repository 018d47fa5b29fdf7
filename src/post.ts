import { removeLeftovers } from './infrastructure/remove-leftovers.ts';

/** The Action's last word in a job: takes away what a run that was killed could not. */
const { RUNNER_TEMP } = process.env;
if (RUNNER_TEMP) await removeLeftovers(RUNNER_TEMP);
