import type { DeviceTransport } from '../../domain/platform/transports.ts';

/**
 * What a way to fetch a platform has been tried against. Nothing is claimed by hand: a test compares it with the tests that
 * there are.
 *
 * - `real server`: the system itself, on this machine
 * - `recorded sessions`: what real devices sent while their config was shown, replayed
 * - `recorded logins`: the same of their logins
 * - `simulated device`: a server that was written to behave like it
 * - `simulated API`: a server that answers as the vendor's documents say, rightly and wrongly
 * - `ncclient`: a client that others wrote reads the same from our simulated server
 * - `fixtures`: texts only; nothing has spoken to us the way this system does
 */
export type Evidence =
	| 'real server'
	| 'recorded sessions'
	| 'recorded logins'
	| 'simulated device'
	| 'simulated API'
	| 'ncclient'
	| 'fixtures';

/** @param platform - one that ships */
export function evidenceOf(platform: string, transport: DeviceTransport): readonly Evidence[] {
	return tried[platform]?.[transport] ?? ['fixtures'];
}

const SIMULATED_API = ['simulated API'] as const;
const MODEL = ['simulated device', 'ncclient'] as const;

/** Who is missing has fixtures. */
const tried: Readonly<Record<string, Partial<Record<DeviceTransport, readonly Evidence[]>>>> = {
	arista_eos: { ssh: ['recorded sessions', 'simulated device'], rest: SIMULATED_API },
	aruba_aoscx: { ssh: ['recorded sessions', 'simulated device'], rest: SIMULATED_API },
	checkpoint_gaia: { ssh: ['recorded logins'], rest: SIMULATED_API },
	cisco_asa: { ssh: ['recorded logins', 'simulated device'] },
	cisco_ios: { ssh: ['recorded sessions', 'recorded logins', 'simulated device'] },
	cisco_nxos: {
		ssh: ['recorded sessions', 'recorded logins', 'simulated device'],
		netconf: MODEL,
		rest: SIMULATED_API,
	},
	cisco_xe: {
		ssh: ['recorded sessions', 'recorded logins', 'simulated device'],
		netconf: MODEL,
		rest: SIMULATED_API,
	},
	cisco_xr: { ssh: ['recorded logins', 'simulated device'], netconf: MODEL },
	cumulus: { ssh: ['recorded sessions'] },
	dell_os10: { ssh: ['recorded logins'] },
	extreme_exos: { ssh: ['simulated device'] },
	fortinet: { ssh: ['simulated device'], rest: SIMULATED_API },
	frr: { ssh: ['real server', 'simulated device'] },
	hp_comware: { ssh: ['recorded logins'] },
	hp_procurve: { ssh: ['simulated device'] },
	huawei_vrp: { ssh: ['simulated device'] },
	juniper_junos: { ssh: ['recorded sessions', 'recorded logins', 'simulated device'], netconf: MODEL },
	mikrotik_routeros: { ssh: ['recorded sessions', 'simulated device'], rest: SIMULATED_API },
	nokia_sros: { ssh: ['simulated device'] },
	nokia_srosmd: { ssh: ['recorded logins', 'simulated device'], netconf: MODEL },
	opnsense: { ssh: ['recorded sessions'] },
	paloalto_panos: { ssh: ['simulated device'], rest: SIMULATED_API },
	pfsense: { ssh: ['recorded sessions'] },
	ubiquiti_edgeos: { ssh: ['simulated device'] },
	vyos: { ssh: ['simulated device'], rest: SIMULATED_API },
};
