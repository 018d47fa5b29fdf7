import type { Platform } from '../domain/platform/platform.ts';
import type { PlatformRegistry } from '../domain/platform/platform-registry.ts';
import { aristaEos } from './arista-eos.ts';
import { arubaAoscx } from './aruba-aoscx.ts';
import { checkpointGaia } from './checkpoint-gaia.ts';
import { ciscoAsa } from './cisco-asa.ts';
import { ciscoIos } from './cisco-ios.ts';
import { ciscoNxos } from './cisco-nxos.ts';
import { ciscoXe } from './cisco-xe.ts';
import { ciscoXr } from './cisco-xr.ts';
import { cumulus } from './cumulus.ts';
import { dellOs10 } from './dell-os10.ts';
import { extremeExos } from './extreme-exos.ts';
import { f5Tmsh } from './f5-tmsh.ts';
import { fortinet } from './fortinet.ts';
import { frr } from './frr.ts';
import { generic } from './generic.ts';
import { hpComware } from './hp-comware.ts';
import { hpProcurve } from './hp-procurve.ts';
import { huaweiVrp } from './huawei-vrp.ts';
import { juniperJunos } from './juniper-junos.ts';
import { mikrotikRouteros } from './mikrotik-routeros.ts';
import { nokiaSros } from './nokia-sros.ts';
import { nokiaSrosmd } from './nokia-srosmd.ts';
import { opnsense } from './opnsense.ts';
import { paloaltoPanos } from './paloalto-panos.ts';
import { pfsense } from './pfsense.ts';
import { sonic } from './sonic.ts';
import { ubiquitiEdgeos } from './ubiquiti-edgeos.ts';
import { vyos } from './vyos.ts';

/** Every platform, one line each. */
const all: readonly Platform[] = [
	aristaEos,
	arubaAoscx,
	checkpointGaia,
	ciscoAsa,
	ciscoIos,
	ciscoNxos,
	ciscoXe,
	ciscoXr,
	cumulus,
	dellOs10,
	extremeExos,
	f5Tmsh,
	fortinet,
	frr,
	generic,
	hpComware,
	hpProcurve,
	huaweiVrp,
	juniperJunos,
	mikrotikRouteros,
	nokiaSros,
	nokiaSrosmd,
	opnsense,
	paloaltoPanos,
	pfsense,
	sonic,
	ubiquitiEdgeos,
	vyos,
];

const byName: ReadonlyMap<string, Platform> = new Map(
	all.flatMap((platform) => [platform.name, ...platform.aliases].map((name) => [name, platform] as const)),
);

/** The network operating systems that this version knows. */
export const platforms: PlatformRegistry = {
	names: all.map(({ name }) => name).toSorted(),
	resolve: (nameOrAlias) => byName.get(nameOrAlias.toLowerCase()) ?? null,
};
