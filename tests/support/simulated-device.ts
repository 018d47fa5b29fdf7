import type { SimulatedDevice } from '../../src/simulator/simulated-device.ts';
import { demoClientKey, demoPassword } from '../../src/simulator/simulated-keys.ts';

/** A well-behaved device that answers at once; a test says what is different about its own. */
export function simulatedDevice(overrides: Partial<SimulatedDevice> = {}): SimulatedDevice {
	return {
		name: 'edge-01',
		platform: 'cisco_ios',
		runningConfig: 'version 15.9\nhostname edge-01\n!\ninterface Ethernet0/0\n description uplink\n!\nend\n',
		username: 'auditor',
		password: demoPassword('login'),
		publicKey: demoClientKey().publicKey,
		enablePassword: null,
		latencyMs: 0,
		commandMs: 0,
		pageLines: null,
		fault: 'none',
		...overrides,
	};
}
