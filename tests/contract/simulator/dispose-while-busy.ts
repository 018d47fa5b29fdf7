/**
 * A program of its own, as a test runner has timers and sockets too: starts a fleet, keeps its devices busy, disposes of it
 * and prints what is still open. It never calls process.exit(): what stays open keeps it alive.
 */
import { demoClientKey } from '../../../src/simulator/simulated-keys.ts';
import { startSimulatedFleet } from '../../../src/simulator/start-fleet.ts';
import { simulatedDevice } from '../../support/simulated-device.ts';
import { connectSsh } from '../../support/ssh-conversation.ts';

const login = { username: 'auditor', privateKey: demoClientKey().privateKey };
const devices = [
	simulatedDevice({ name: 'idle' }),
	simulatedDevice({ name: 'busy', commandMs: 600_000 }),
	simulatedDevice({ name: 'far', latencyMs: 300 }),
	simulatedDevice({ name: 'hanging', fault: 'hang' }),
	simulatedDevice({ name: 'paging', pageLines: 3 }),
	simulatedDevice({ name: 'gone', fault: 'unreachable' }),
	simulatedDevice({ name: 'silent', fault: 'silent' }),
];

const fleet = await startSimulatedFleet({ devices });
const clients = await Promise.all(
	devices.slice(0, 5).map(({ name }) => connectSsh({ ...login, port: fleet.portOf(name) })),
);
const shells = await Promise.all(clients.map((client) => client.shell()));
for (const shell of shells.slice(1)) shell.type('show running-config\n');
await shells[4]?.readUntil('--More--');
const silent = connectSsh({ ...login, port: fleet.portOf('silent') }).catch(() => {});

await fleet[Symbol.asyncDispose]();
await silent;
await Promise.all(clients.map((client) => client.closed));
await new Promise((resolve) => setImmediate(resolve));

const stillOpen = process.getActiveResourcesInfo().filter((kind) => /TCP|Timeout/.test(kind));
console.log(JSON.stringify({ connected: clients.length, stillOpen }));
