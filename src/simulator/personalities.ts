import { aristaEos } from './personalities/arista-eos.ts';
import { ciscoAsa } from './personalities/cisco-asa.ts';
import { ciscoIos } from './personalities/cisco-ios.ts';
import { ciscoNxos } from './personalities/cisco-nxos.ts';
import { ciscoXe } from './personalities/cisco-xe.ts';
import { ciscoXr } from './personalities/cisco-xr.ts';
import { frr } from './personalities/frr.ts';
import { juniperJunos } from './personalities/juniper-junos.ts';
import { mikrotikRouteros } from './personalities/mikrotik-routeros.ts';
import { nokiaSros } from './personalities/nokia-sros.ts';
import { paloaltoPanos } from './personalities/paloalto-panos.ts';
import { vyos } from './personalities/vyos.ts';
import type { Personality } from './personality.ts';

const PERSONALITIES: readonly Personality[] = [
	aristaEos,
	ciscoAsa,
	ciscoIos,
	ciscoNxos,
	ciscoXe,
	ciscoXr,
	frr,
	juniperJunos,
	mikrotikRouteros,
	nokiaSros,
	paloaltoPanos,
	vyos,
];

/** The platforms that can be simulated. */
export const simulatedPlatforms: readonly string[] = PERSONALITIES.map(({ platform }) => platform);

/** Throws for a platform that nobody has written yet. */
export function personalityOf(platform: string): Personality {
	const found = PERSONALITIES.find((personality) => personality.platform === platform);
	if (found !== undefined) return found;
	throw new Error(`no simulated device runs "${platform}"; there are ${simulatedPlatforms.join(', ')}`);
}
