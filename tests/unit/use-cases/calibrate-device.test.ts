import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createMaskRegistry } from '../../../src/domain/masking/registry.ts';
import { platforms } from '../../../src/platforms/index.ts';
import { renderProposals } from '../../../src/reporting/render-proposals.ts';
import { loadFleet } from '../../../src/settings/load-fleet.ts';
import type { AuditTools } from '../../../src/use-cases/audit-tools.ts';
import { calibrateDevice } from '../../../src/use-cases/calibrate-device.ts';
import { JudgingGate } from '../../../src/use-cases/pacing/judging-gate.ts';
import { aFleetDevice } from '../../support/a-fleet-device.ts';

const device = aFleetDevice({ platform: 'cisco_ios' });

function notRead(): never {
	throw new Error('not read');
}

function toolsFor(texts: readonly string[]): AuditTools {
	const left = [...texts];
	return {
		adapter: {
			fetchConfig: async () => ({ text: left.shift() ?? '', session: { handshakes: 1, commands: 1 } }),
			[Symbol.asyncDispose]: async () => {},
		},
		intended: { check: () => {}, read: notRead, pathOf: () => 'edge-01.cfg' },
		masksOf: createMaskRegistry(platforms, { fingerprintKey: 'test' }),
		optionsFor: () => ({}),
		timeoutOf: () => 5000,
		judging: new JudgingGate({ elapsed: () => 0 }),
		clock: { now: () => 0, elapsed: () => 0 },
		progress: { started: () => {}, finished: () => {}, defect: () => {} },
	};
}

async function proposalsFor(first: readonly string[], second: readonly string[]) {
	const config = (lines: readonly string[]): string => ['hostname edge-01', ...lines, 'end', ''].join('\n');
	let waited = 0;
	const wait = async (): Promise<void> => {
		waited += 1;
	};
	const tools = toolsFor([config(first), config(second)]);
	const proposals = await calibrateDevice(device, tools, { signal: new AbortController().signal, wait });
	expect(waited).toBe(1);
	return proposals;
}

const rendered = async (first: readonly string[], second: readonly string[]): Promise<string> =>
	renderProposals([{ device: 'edge-01', platform: 'cisco_ios', proposals: await proposalsFor(first, second) }], '10s');

describe('calibrateDevice', () => {
	it('proposes nothing where nothing changed', async () => {
		expect(await rendered(['ntp server 192.0.2.1'], ['ntp server 192.0.2.1'])).toBe(
			'# edge-01: nothing changed by itself within 10s\n',
		);
	});

	it('proposes a mask for the words that changed, ready to paste', async () => {
		const text = await rendered(
			['interface Gi0/1', " wan counter 17 (it's)"],
			['interface Gi0/1', " wan counter 18 (it's)"],
		);

		expect(text).toContain('  # edge-01 in interface Gi0/1\n');
		expect(text).toContain("  #   wan counter 17 (it's)\n  #   wan counter 18 (it's)\n");
		expect(parse(text)).toEqual({
			masks: [
				{
					id: 'wan-counter-it-1',
					platforms: ['cisco_ios'],
					pattern: "^wan counter (?<volatile>\\S+) \\(it's\\)$",
					kind: 'volatile',
					reason: 'changed by itself within 10s on edge-01',
				},
			],
		});
	});

	it('proposes what makes the two equal once it stands in fleet.yml', async () => {
		const lines = (stamp: string, more: string): readonly string[] => [
			`license stamp ${stamp} valid`,
			`license stamps valid until ${more}`,
		];
		const text = await rendered(lines('0a1b', 'one'), lines('0a1c', 'one two'));
		const head =
			'version: 1\nintended: x/{device}.cfg\ndevices:\n  edge-01: { host: 192.0.2.1, platform: cisco_ios }\n';

		const { fleet } = loadFleet({
			file: 'fleet.yml',
			text: head + text,
			env: {},
			today: '2026-01-01',
			platforms,
			logins: 'unused',
		});

		const masksOf = createMaskRegistry(platforms, { fingerprintKey: 'test', userMasks: fleet.masks });
		const again = await calibrateDevice(
			device,
			{
				...toolsFor([lines('0a1b', 'one'), lines('0a1c', 'one two')].map((text) => `${text.join('\n')}\nend\n`)),
				masksOf,
			},
			{ signal: new AbortController().signal, wait: async () => {} },
		);
		expect(fleet.masks).toHaveLength(2);
		expect(again).toEqual({ masks: [], ignoreSecrets: [], others: [] });
	});

	it('names the mask of a secret that is encrypted anew, and shows neither value', async () => {
		const text = await rendered(['enable secret 5 $1$aaaa$bbbbbbbb'], ['enable secret 5 $1$cccc$dddddddd']);

		expect(parse(text)).toEqual({ devices: { 'edge-01': { 'ignore-secrets': ['secret/ios-enable'] } } });
		expect(text).not.toContain('$1$');
	});

	it('takes what came or went for somebody at work', async () => {
		const text = await rendered([], ['username anna privilege 15']);

		expect(text).toBe(
			'# Probably not by itself: check whether somebody changed it.\n#   edge-01: came: username anna privilege 15\n',
		);
	});

	it('keeps device text on its line of the YAML', async () => {
		const text = await rendered(["note 1 ]: 'x' # y"], ["note 2 ]: 'x' # y"]);

		expect(parse(text).masks[0].pattern).toBe("^note (?<volatile>\\S+) \\]: 'x' # y$");
	});
});
