/**
 * The floor: npm ssh2 and nothing around it. Reads `{ devices: [{ name, port }], concurrency }` and the login from its
 * standard input, fetches every running-config, and prints `{ "milliseconds": { "<device>": 812.4, … }, "bytes": 63500000 }`.
 */
import { text } from 'node:stream/consumers';
import ssh2 from 'ssh2';
import type { BareRequest, BareResult } from './bare-client.ts';

const { devices, concurrency, username, password, enable }: BareRequest = JSON.parse(await text(process.stdin));
const waiting = devices.values();
const milliseconds: Record<string, number> = {};
let bytes = 0;

await Promise.all(
	Array.from({ length: concurrency }, async () => {
		for (const device of waiting) {
			const start = performance.now();
			// Not in one with the sum: others add to it meanwhile.
			const fetched = await fetchConfig(device);
			bytes += fetched;
			milliseconds[device.name] = performance.now() - start;
		}
	}),
);
const result: BareResult = { milliseconds, bytes };
process.stdout.write(JSON.stringify(result));

function fetchConfig({ name, port }: BareRequest['devices'][number]): Promise<number> {
	return new Promise((resolve, reject) => {
		const client = new ssh2.Client();
		client.once('error', reject);
		client.once('ready', () => {
			client.shell((error, channel) => {
				if (error) return reject(error);
				const toType = ['terminal length 0', 'show running-config'];
				let received: Buffer[] = [];
				channel.on('data', (chunk: Buffer) => {
					received.push(chunk);
					const end = chunk.subarray(-name.length - 2).toString('latin1');
					if (end.endsWith('assword: ')) channel.write(`${enable}\n`);
					else if (end.endsWith(`${name}>`)) channel.write('enable\n');
					else if (end.endsWith(`${name}#`)) {
						const next = toType.shift();
						if (next !== undefined) {
							received = [];
							channel.write(`${next}\n`);
							return;
						}
						client.end();
						resolve(Buffer.concat(received).length);
					}
				});
			});
		});
		client.on('keyboard-interactive', (_name, _instructions, _language, _prompts, answer) => answer([password]));
		client.connect({ host: '127.0.0.1', port, username, password, tryKeyboard: true });
	});
}
