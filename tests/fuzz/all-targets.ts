import type { FuzzTarget } from './fuzz-target.ts';
import { configTargets } from './targets/configs.ts';
import { httpTarget } from './targets/http.ts';
import { inventoryTargets } from './targets/inventories.ts';
import { netconfTargets } from './targets/netconf.ts';
import { settingsTargets } from './targets/settings.ts';
import { shardsTarget } from './targets/shards.ts';
import { sinksTarget } from './targets/sinks.ts';
import { storedTargets } from './targets/stored.ts';
import { terminalTarget } from './targets/terminal.ts';

/** Everything that reads text from outside. */
export const fuzzTargets: readonly FuzzTarget[] = [
	terminalTarget,
	...netconfTargets,
	httpTarget,
	...configTargets,
	...settingsTargets,
	...inventoryTargets,
	...storedTargets,
	shardsTarget,
	sinksTarget,
];
