import type { Connection, Credentials } from '../../../src/domain/connection.ts';
import type { Device } from '../../../src/domain/device.ts';
import type { CliRules } from '../../../src/domain/platform/cli-rules.ts';
import type { Platform } from '../../../src/domain/platform/platform.ts';
import type { Clock } from '../../../src/use-cases/ports.ts';

/** The clock of the machine. */
export const systemClock: Clock = { now: () => Date.now(), elapsed: () => performance.now() };

/** A device on the loopback. */
export function testDevice(options: Partial<Device> & { readonly port: number }): Device {
	return {
		name: 'edge-01',
		host: '127.0.0.1',
		platform: 'test_os',
		transport: 'ssh',
		site: null,
		role: null,
		tags: [],
		groups: [],
		...options,
	};
}

export function testCredentials(options: Partial<Credentials> = {}): Credentials {
	return {
		name: 'lab',
		username: 'audit',
		ownUsername: false,
		password: 'open sesame',
		privateKey: null,
		passphrase: null,
		enable: null,
		agent: null,
		token: null,
		...options,
	};
}

export function testConnection(
	options: Omit<Partial<Connection>, 'timeouts'> & { readonly timeouts?: Partial<Connection['timeouts']> } = {},
): Connection {
	const { timeouts, ...rest } = options;
	return {
		credentials: testCredentials(),
		hostKey: null,
		acceptNewHostKey: false,
		sshAlgorithms: 'modern',
		caFile: null,
		vdom: null,
		bastion: null,
		...rest,
		timeouts: {
			connectMs: 5_000,
			authMs: 5_000,
			idleMs: 5_000,
			commandMs: 120_000,
			deviceMs: 120_000,
			...timeouts,
		},
	};
}

/** An IOS-like platform for tests that are about the transport, not about a platform. */
export function testPlatform(cli: Partial<CliRules> = {}): Platform {
	return {
		name: 'test_os',
		title: 'Test OS',
		aliases: [],
		cli: {
			channel: 'shell',
			prompt: /^[\w.@/:-]{1,63}(?:\([\w-]+\))?[>#]\s?$/,
			enable: { command: 'enable', passwordPrompt: /^password:\s*$/i, privileged: /#$/ },
			setup: ['terminal length 0', 'terminal width 511'],
			showRunning: 'show running-config',
			failures: [/^% ?Invalid input.*$/m, /^% ?Authorization failed.*$/m],
			pager: { prompt: /<?-+ ?[Mm]ore ?-+>?\s*$/, answer: ' ' },
			questions: [],
			logout: 'exit',
			...cli,
		},
		syntax: { style: 'indented', comments: ['!'], negation: 'no ', closers: [], frame: [], blocks: [] },
		completeness: { proof: 'last-line', pattern: /^end$/ },
		masks: [],
		order: [],
	};
}
