import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import { countMaskUse } from '../../../src/domain/masking/mask-use.ts';
import { summariseRun } from '../../../src/domain/run-summary.ts';
import { atOnce } from '../../../src/domain/steps.ts';
import { wholeText } from '../../../src/domain/text/pieces.ts';
import { driftsScript, pageDrifts } from '../../../src/reporting/dashboard/drifts.ts';
import { inventory } from '../../../src/reporting/dashboard/inventory.ts';
import { renderDashboard } from '../../../src/reporting/dashboard/render-dashboard.ts';
import { SCRIPT } from '../../../src/reporting/dashboard/script.ts';
import { segmentScript } from '../../../src/reporting/dashboard/segment.ts';
import { renderHtml } from '../../../src/reporting/files/render-html.ts';
import { renderJunit } from '../../../src/reporting/files/render-junit.ts';
import { renderSarif } from '../../../src/reporting/files/render-sarif.ts';
import { hostileReport } from '../../support/hostile-report.ts';
import { aVerdict } from '../../support/report-fixtures.ts';

const TAG = /<(\/?[a-z][a-z0-9]*)((?: [a-zA-Z-]+(?:="[^"<>]*")?)*) ?\/?>/g;
const STYLE = /<style>[\s\S]*?<\/style>/;
/** The one script of the dashboard, and what it reads. */
const OWN_SCRIPT = `<script>${SCRIPT}</script>`;
const DATA = /<script type="application\/json" (?:id="state"|data-path="page\/[a-z]+\.js")>[^<]*<\/script>/g;
/** Nothing else runs, loads or submits anything. */
const ELEMENTS = new Set(
	`html head meta title body header main footer section div p span b br h1 h2 h3 a ul li table caption thead tbody tr th td
	details summary code pre time fieldset legend label input svg path rect form select option button dialog`.split(
		/\s+/,
	),
);
const ATTRIBUTES = new Set(
	`lang charset http-equiv content name class id href scope datetime data-state type value checked open aria-label
	aria-labelledby aria-hidden role viewBox preserveAspectRatio width height x d hidden tabindex autocomplete spellcheck
	data-sort data-mask`.split(/\s+/),
);

function unexpectedMarkup(page: string): readonly string[] {
	const body = page
		.replace('<!doctype html>', '')
		.replace(STYLE, '')
		.replace(OWN_SCRIPT, () => '')
		.replace(DATA, '');
	const unexpected: string[] = [];
	const rest = body.replace(TAG, (match, tag: string, attributes: string) => {
		const names = [...attributes.matchAll(/ ([a-zA-Z-]+)(?:="[^"]*")?/g)].map(([, name]) => name ?? '');
		if (!ELEMENTS.has(tag.replace('/', '')) || names.some((name) => !ATTRIBUTES.has(name))) unexpected.push(match);
		return '';
	});
	return [...unexpected, ...(rest.match(/[<>]/g) ?? [])];
}

function dashboardOf(report: FleetReport): string {
	const pieces = renderDashboard({
		latest: report,
		masks: countMaskUse(report.devices),
		runs: [summariseRun(report)],
		months: ['2026-11'],
	});
	return wholeText(pieces);
}

describe('pages', () => {
	it('hold no element and no attribute of device text', () => {
		fc.assert(
			fc.property(hostileReport, (report) => {
				expect(unexpectedMarkup(wholeText(renderHtml(report, aVerdict(report))))).toEqual([]);
				expect(unexpectedMarkup(dashboardOf(report))).toEqual([]);
			}),
			{ numRuns: 200 },
		);
	});

	it('find the same in pieces as at once', () => {
		fc.assert(
			fc.property(hostileReport, ({ devices }) => {
				for (const some of [devices, devices.slice(0, 1), []]) {
					const whole = segmentScript('page/x.js', { devices: [...pageDrifts(some)] });

					expect(wholeText(driftsScript('page/x.js', some))).toBe(whole);
				}
			}),
			{ numRuns: 100 },
		);
	});

	it('read data that is nothing but data, with every acting character made visible', () => {
		fc.assert(
			fc.property(hostileReport, ({ devices }) => {
				for (const data of [{ devices: [...pageDrifts(devices)] }, atOnce(inventory(devices))]) {
					const [, json = ''] = /^fleetDrift\("page\/x\.js",(.*)\);\n$/.exec(segmentScript('page/x.js', data)) ?? [];

					expect(JSON.parse(json)).toEqual(data);
					expect(json).not.toMatch(/[<\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
				}
			}),
			{ numRuns: 100 },
		);
	});

	it('link to themselves only, and to places that are there', () => {
		fc.assert(
			fc.property(hostileReport, (report) => {
				const page = wholeText(renderHtml(report, aVerdict(report)));

				const targets = [...page.matchAll(/href="([^"]*)"/g)].map(([, target]) => target ?? '');

				expect(
					targets.filter((target) => !page.includes(`id="${target.slice(1)}"`) || !target.startsWith('#')),
				).toEqual([]);
			}),
			{ numRuns: 100 },
		);
	});

	it('show acting characters instead of obeying them', () => {
		fc.assert(
			fc.property(hostileReport, (report) => {
				expect(wholeText(renderHtml(report, aVerdict(report))).replace(/[\n\t]/g, '')).not.toMatch(
					/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u,
				);
			}),
			{ numRuns: 100 },
		);
	});
});

describe('renderJunit', () => {
	it('writes XML that a strict parser takes', () => {
		fc.assert(
			fc.property(hostileReport, (report) => {
				const xml = wholeText(renderJunit(report));

				// What XML 1.0 allows (section 2.2), less the controls that we show.
				expect(xml).toMatch(/^[\n\x20-\x7e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
				const rest = xml.replace('<?xml version="1.0" encoding="UTF-8"?>', '').replace(TAG, '');
				expect(rest).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|#39|#9|#10);)/);
			}),
			{ numRuns: 200 },
		);
	});
});

describe('renderSarif', () => {
	it('writes JSON with one result per difference, and per device that an audit could not judge, that has a file', () => {
		fc.assert(
			fc.property(hostileReport, (report) => {
				const sarif = JSON.parse(wholeText(renderSarif(report)));

				const devices = report.devices.filter((device) => device.intendedPath !== null);
				const changes = devices.flatMap((device) => device.changes.filter((change) => change.class !== 'applied'));
				const notJudged = devices.filter(({ status }) => status === 'unknown' && report.mode === 'audit');
				expect(sarif.runs[0].results).toHaveLength(changes.length + notJudged.length);
			}),
			{ numRuns: 100 },
		);
	});
});
