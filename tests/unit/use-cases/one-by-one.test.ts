import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { hasDetailsElsewhere } from '../../../src/domain/device-details.ts';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import { wholeText } from '../../../src/domain/text/pieces.ts';
import { SpooledDetails } from '../../../src/infrastructure/spooled-details.ts';
import { renderJson } from '../../../src/reporting/files/render-json.ts';
import { triggerFleetAudit } from '../../../src/use-cases/audit-fleet.ts';
import { JudgingGate } from '../../../src/use-cases/pacing/judging-gate.ts';
import { type Answer, aRun } from '../../support/a-run.ts';

const DEVICES = 1_000;
const names = Array.from({ length: DEVICES }, (_, index) => `edge-${index}`);

const intended = Object.fromEntries(names.map((name) => [name, configOf(name, 'one')]));

function configOf(name: string, banner: string): string {
	const interfaces = Array.from({ length: 8 }, (_, at) => `interface Ethernet${at}\n description ${name} ${banner}\n`);
	return `hostname ${name}\n${interfaces.join('')}end\n`;
}

/**
 * Each third drifts, each tenth does not answer, and who answers when is another order every time: while some wait, others
 * begin.
 */
function answerOf(name: string, index: number): Answer {
	return async () => {
		const turns = Math.floor(Math.random() * 20);
		for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
		if (index % 10 === 9) throw new Error('does not answer');
		return configOf(name, index % 3 === 0 ? 'two' : 'one');
	};
}

it('a thousand devices that are asked side by side are told to the letter as those that are asked one by one', async () => {
	const one = await auditOf(1);
	const many = await auditOf(100);

	expect(many.text).toBe(one.text);
	expect(many.most).toBeGreaterThan(50);
	expect(one.most).toBe(1);
	expect(one.report.fleet).toMatchObject({ devices: DEVICES, drifted: 300, unknown: 100, inSync: 600 });
});

async function auditOf(atOnce: number): Promise<{
	readonly text: string;
	readonly report: FleetReport;
	readonly most: number;
}> {
	let running = 0;
	let most = 0;
	const counted = names.map((name, index): [string, Answer] => {
		const answer = answerOf(name, index);
		return [
			name,
			async (...asked) => {
				running += 1;
				most = Math.max(most, running);
				try {
					return typeof answer === 'string' ? answer : await answer(...asked);
				} finally {
					running -= 1;
				}
			},
		];
	});
	using spool = new SpooledDetails({
		folder: tmpdir(),
		memoryBytes: 20_000,
		redact: (details) => details,
		warn: () => expect.unreachable(),
	});
	let now = 0;
	const elapsed = (): number => {
		now += 4;
		return now;
	};
	const { run, tools } = aRun({
		running: Object.fromEntries(counted),
		intended,
		limits: new Map([['fleet', atOnce]]),
		judging: new JudgingGate({ elapsed }),
	});
	const found = await triggerFleetAudit(run, { ...tools, keepReport: spool.keep });
	expect(found.devices.some(hasDetailsElsewhere)).toBe(true);
	const report = { ...found, durationMs: 0, devices: found.devices.map((device) => ({ ...device, durationMs: 0 })) };
	return { text: wholeText(renderJson(report)), report, most };
}
