import { tidyUpAfterJob } from './composition/action/after-job.ts';
import { createLog } from './infrastructure/log.ts';
import { writeTogether } from './infrastructure/write-together.ts';

/** The Action's last word in a job, also in one that was cancelled or whose run was killed. */
await tidyUpAfterJob(process.env, createLog({ write: writeTogether(process.stdout), inActions: true }));
