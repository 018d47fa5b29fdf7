import { describe, expect, it } from 'vitest';
import type { IssueAction } from '../../../../src/domain/issues/issue-action.ts';
import { atOnce } from '../../../../src/domain/steps.ts';
import { renderIssue } from '../../../../src/reporting/github/render-issue.ts';
import { IssueTracker } from '../../../support/issue-tracker.ts';
import { aChange, aDevice, aReport } from '../../../support/report-fixtures.ts';

const links = { run: 'https://example.net/run', report: null, blob: 'https://example.net/blob/main' };

function reportAt(hour: number, lines: Readonly<Record<string, readonly string[]>>) {
	const devices = Object.entries(lines).map(([name, drift]) =>
		aDevice({
			name,
			changes: drift.map((line) => aChange({ line })),
			fingerprint: drift.length === 0 ? null : drift.join(),
		}),
	);
	return aReport({ startedAt: `2026-11-23T0${hour}:00:00.000Z`, devices });
}

/** The text of the last action after a run per report. */
function textAfter(
	maxDeviceIssues: number,
	reports: readonly ReturnType<typeof reportAt>[],
	audit: string | null = null,
) {
	const tracker = new IssueTracker({ maxDeviceIssues });
	let last: IssueAction | undefined;
	for (const report of reports) last = tracker.run(report).at(-1);
	const report = reports.at(-1);
	if (last === undefined || report === undefined) throw new Error('there is nothing to say');
	return atOnce(renderIssue(last.about, { report, links, audit }));
}

describe('renderIssue', () => {
	it('says of a device what it is, and no site or role that it has not', () => {
		const device = aDevice({ site: null, role: null, changes: [aChange()], fingerprint: 'f1' });

		expect(textAfter(20, [aReport({ devices: [device] })]).body).toMatch(
			/^❌ \*\*edge-01\*\* \(arista\\_eos\) differs/u,
		);
	});

	it('says which device, since when and what differs', () => {
		const { title, body } = textAfter(20, [reportAt(1, { 'edge-01': ['ntp', 'dns'] })]);

		expect(title).toBe('Configuration drift on edge-01');
		expect(body).toMatchInlineSnapshot(`
			"❌ **edge-01** (arista\\_eos, ams, edge) differs from its intended configuration: 2 missing. Drifted since 2026-11-23 01:00 UTC.

			#### Changes

			\`-\` intended, not running · \`+\` running, not intended · \`!\` moved

			<details><summary><b>edge-01</b> (arista_eos): 2 missing</summary>

			[intended file](https://example.net/blob/main/intended-configs/edge-01.cfg)

			\`\`\`diff
			--- intended
			+++ running
			@@ -12 +0 @@
			-ntp
			-dns
			\`\`\`

			</details>


			> The next audit that finds everything here in sync closes this issue, and new drift reopens it. Its text is rewritten when the drift changes, so put notes in comments.

			<sub>health 0 % of 1 reachable · coverage 100 % of 1 · 2026-11-23 01:00 UTC, 12.3 s · [run](https://example.net/run) · fleet-drift-audit 1.2.3</sub>
			"
		`);
	});

	it('says what changed since the last run', () => {
		const { body } = textAfter(20, [
			reportAt(1, { 'edge-01': ['ntp', 'dns'] }),
			reportAt(2, { 'edge-01': ['ntp', 'aaa'] }),
		]);

		expect(body).toContain('Drifted since 2026-11-23 01:00 UTC.');
		expect(body).toContain('Compared with 2026-11-23 01:00 UTC: 1 new, 1 gone, 1 as before.');
		expect(body).toContain('#### New\n\n- `aaa` missing\n');
	});

	it('says since when all is well', () => {
		const { body } = textAfter(20, [reportAt(1, { 'edge-01': ['ntp'] }), reportAt(3, { 'edge-01': [] })]);

		expect(body.split('\n', 1)[0]).toBe(
			'✅ **edge-01** (arista\\_eos, ams, edge) has been in sync since 2026-11-23 03:00 UTC. It had drifted since 2026-11-23 01:00 UTC.',
		);
		expect(body).not.toContain('```');
	});

	it('says of a device that it is no longer in the fleet', () => {
		const { title, body } = textAfter(20, [reportAt(1, { 'edge-01': ['ntp'], b: [] }), reportAt(3, { b: [] })]);

		expect(title).toBe('Configuration drift on edge-01');
		expect(body.split('\n', 1)[0]).toBe(
			'⚪ **edge-01** has not been in the fleet since 2026-11-23 03:00 UTC. It had drifted since 2026-11-23 01:00 UTC.',
		);
		expect(body).not.toContain('```');
	});

	it('shows no difference of a device that could not be judged, whatever is known of it from before', () => {
		const report = reportAt(1, { a: ['ntp'], b: ['ntp'] });
		const about = new IssueTracker({ maxDeviceIssues: 0 }).run(report).at(-1)?.about;
		if (about?.kind !== 'roll-up') throw new Error('there is no shared issue');
		const devices = about.devices.map((device) =>
			device.name === 'b' ? { ...device, status: 'unknown' as const } : device,
		);

		const { body } = atOnce(renderIssue({ ...about, devices }, { report, links, audit: null }));

		expect(body).toContain('<summary><b>a</b>');
		expect(body).not.toContain('<summary><b>b</b>');
	});

	it('names who is no longer in the fleet when a shared issue is over', () => {
		const { body } = textAfter(0, [reportAt(1, { a: ['ntp'], b: ['ntp'] }), reportAt(3, { a: [] })]);

		expect(body.split('\n', 1)[0]).toBe(
			'✅ Every device in this issue has been in sync, or no longer in the fleet (**b**), since 2026-11-23 03:00 UTC.',
		);
	});

	it('lists the devices that share an issue, the longest drifted first', () => {
		const { title, body } = textAfter(
			0,
			[reportAt(1, { b: ['ntp'], c: ['ntp'], d: ['ntp'] }), reportAt(2, { a: ['ntp'], b: ['dns'], c: [], d: ['ntp'] })],
			'nightly',
		);

		expect(title).toBe('Configuration drift in the fleet (nightly)');
		expect(body).toMatchInlineSnapshot(`
			"❌ 3 devices differ from what is intended.

			Compared with 2026-11-23 01:00 UTC:

			- drifted since: **a**
			- no longer drifted, or with an issue of its own: **c**
			- drifted differently: **b**

			| Device | Platform | Drifted since | Changes |
			| :-- | :-- | :-- | :-- |
			| [**b**](https://example.net/blob/main/intended-configs/b.cfg) | arista\\_eos | 2026-11-23 01:00 UTC | 1 missing |
			| [**d**](https://example.net/blob/main/intended-configs/d.cfg) | arista\\_eos | 2026-11-23 01:00 UTC | 1 missing |
			| [**a**](https://example.net/blob/main/intended-configs/a.cfg) | arista\\_eos | 2026-11-23 02:00 UTC | 1 missing |

			#### The same change on several devices

			- \`ntp\` missing on **2 devices**: d, a

			#### Changes

			\`-\` intended, not running · \`+\` running, not intended · \`!\` moved

			<details><summary><b>b</b> (arista_eos): 1 missing</summary>

			[intended file](https://example.net/blob/main/intended-configs/b.cfg)

			\`\`\`diff
			--- intended
			+++ running
			@@ -12 +0 @@
			-dns
			\`\`\`

			</details>

			<details><summary><b>d</b> (arista_eos): 1 missing</summary>

			[intended file](https://example.net/blob/main/intended-configs/d.cfg)

			\`\`\`diff
			--- intended
			+++ running
			@@ -12 +0 @@
			-ntp
			\`\`\`

			</details>

			<details><summary><b>a</b> (arista_eos): 1 missing</summary>

			[intended file](https://example.net/blob/main/intended-configs/a.cfg)

			\`\`\`diff
			--- intended
			+++ running
			@@ -12 +0 @@
			-ntp
			\`\`\`

			</details>


			> The next audit that finds everything here in sync closes this issue, and new drift reopens it. Its text is rewritten when the drift changes, so put notes in comments.

			<sub>health 25 % of 4 reachable · coverage 100 % of 4 · 2026-11-23 02:00 UTC, 12.3 s · [run](https://example.net/run) · fleet-drift-audit 1.2.3</sub>
			"
		`);
	});
});
