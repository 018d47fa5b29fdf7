import type { DeviceStatus } from '../../../domain/fleet-report.ts';
import { formatTime } from '../../wording/format-quantity.ts';
import { heatMap } from '../day-states.ts';
import { deviceFragment } from '../device-fragment.ts';
import type { DeviceRow } from '../device-list.ts';
import type { MonthSegment, PageDrift, PageRun, PageState } from '../page-data.ts';
import { statusTag } from './device-link.ts';
import { diffElement } from './diff-element.ts';
import { byId, element } from './element.ts';
import type { Segments } from './load-segment.ts';
import { strip } from './strip.ts';

/** Months that are read at first; the button reads three more each time. */
const MONTHS = 3;

/** A state of the device that an audit saw first. */
interface Step {
	readonly run: PageRun;
	readonly before: DeviceStatus | null;
	readonly status: DeviceStatus;
	readonly reason: string;
}

/** The timeline of one device in a dialog: how it is and since when, its days, and what differed when. */
export function startDevicePanel(
	state: PageState,
	{
		segments,
		rows,
		close,
	}: { readonly segments: Segments; readonly rows: readonly DeviceRow[]; readonly close: () => void },
): { show(name: string): void } {
	const dialog = byId('device', HTMLDialogElement);
	const title = byId('device-name', HTMLElement);
	const content = byId('device-content', HTMLElement);
	const toldOf = toldBelow();
	let open = '';
	byId('device-close', HTMLButtonElement).addEventListener('click', () => dialog.close());
	dialog.addEventListener('close', close);
	// Only the backdrop has nothing of the dialog under the pointer.
	dialog.addEventListener('click', (event) => {
		if (event.target === dialog) dialog.close();
	});

	const draw = async (name: string, months: number): Promise<void> => {
		const wanted = state.months.slice(-months);
		const loaded = await Promise.all(wanted.map((month) => segments.month(month)));
		if (open !== name) return;
		const row = rows.find((one) => one.name === name);
		const from = `${wanted.at(0) ?? state.at.slice(0, 7)}-01`;
		const { states, days, quiet } = heatMap(loaded, { from, to: state.at.slice(0, 10) });
		const steps = stepsOf(name, loaded);
		const present = steps.at(-1);
		const told = toldOf(name);
		content.replaceChildren(
			row === undefined ? element('p', {}, 'The last audit did not ask this device.') : facts(row),
			...(told === null ? [] : [told]),
		);
		if (wanted.length === 0) return;
		content.append(
			strip(states.get(name) ?? quiet(name)),
			element('p', { class: 'dates' }, element('span', {}, days.at(0) ?? ''), element('span', {}, days.at(-1) ?? '')),
			...steps
				.toReversed()
				.map((step) =>
					entry(step, { name, segments, open: told === null && step === present && step.status === 'drifted' }),
				),
		);
		if (told === null && (steps.length === 0 || present?.status !== row?.status)) {
			content.append(...standing(row, segments));
		}
		if (months < state.months.length) {
			const earlier = element('button', { type: 'button', class: 'more' }, 'Earlier');
			earlier.addEventListener('click', () => void draw(name, months + MONTHS));
			content.append(earlier);
		}
	};
	return {
		show(name) {
			open = name;
			if (name === '') return dialog.close();
			title.textContent = name;
			content.replaceChildren(element('p', { class: 'soft' }, 'Loading…'));
			if (!dialog.open) dialog.showModal();
			draw(name, MONTHS).catch(() =>
				content.replaceChildren(element('p', {}, 'The data of this page could not be loaded.')),
			);
		},
	};
}

/**
 * What the page of one report says of a device below its tables, to be shown in the dialog, too. The addresses of those parts
 * go: a browser would take its reader down to them.
 */
function toldBelow(): (name: string) => Element | null {
	const below = new Map(
		[...document.querySelectorAll('[id^="device="]')].map((part) => [part.id, part.closest('details')]),
	);
	for (const fragment of below.keys()) document.getElementById(fragment)?.removeAttribute('id');
	return (name) => {
		const details = below.get(deviceFragment(name)) ?? null;
		if (details === null) return null;
		const parts = [...details.children].filter(({ tagName }) => tagName !== 'SUMMARY');
		return element('div', { class: 'card told' }, ...parts.map((part) => part.cloneNode(true)));
	};
}

function stepsOf(name: string, loaded: readonly MonthSegment[]): readonly Step[] {
	let before: DeviceStatus | null = loaded[0]?.standing.find(([one]) => one === name)?.[1] ?? null;
	return loaded
		.flatMap(({ runs }) => runs)
		.flatMap((run): readonly Step[] => {
			const seen = stateIn(run, name);
			if (seen === null) return [];
			const step = { run, before, ...seen };
			before = seen.status;
			return [step];
		});
}

function stateIn(run: PageRun, name: string): Pick<Step, 'status' | 'reason'> | null {
	const unknown = run.unknown.find(([one]) => one === name);
	if (unknown !== undefined) return { status: 'unknown', reason: unknown[1] };
	if (run.drifted.includes(name)) return { status: 'drifted', reason: '' };
	return run.inSync.includes(name) ? { status: 'in-sync', reason: '' } : null;
}

function facts({ platform, site, role, status, since, detail }: DeviceRow): HTMLElement {
	const words = [platform, site, role, detail].filter((word) => word !== '').join(' · ');
	const age = since === null ? '' : ` since ${formatTime(since)}`;
	return element('p', {}, statusTag(status), `${age} `, element('span', { class: 'soft' }, words));
}

/** A drift that began before what is shown. */
function standing(row: DeviceRow | undefined, segments: Segments): readonly HTMLElement[] {
	if (row?.status !== 'drifted') {
		return [element('p', { class: 'soft' }, 'Nothing changed in these months.')];
	}
	const place = element('div', {});
	void fill(place, row.name, segments.standing());
	return [element('h3', {}, `Drifted since ${row.since === null ? 'before' : formatTime(row.since)}`), place];
}

function entry(
	{ run, before, status, reason }: Step,
	{ name, segments, open }: { readonly name: string; readonly segments: Segments; readonly open: boolean },
): HTMLElement {
	const when = element('time', { datetime: run.at }, formatTime(run.at));
	if (status !== 'drifted') {
		const why = reason === '' ? [] : [element('span', { class: 'soft' }, reason)];
		return element('p', { class: 'step' }, when, ' ', statusTag(status), ' ', ...why);
	}
	const place = element('div', {});
	const news = before === 'drifted' ? [element('span', { class: 'soft' }, 'other drift')] : [];
	const details = element('details', {}, element('summary', {}, when, statusTag(status), ...news), place);
	details.addEventListener(
		'toggle',
		() => {
			const kept = segments.run(run).catch(() => segments.standing());
			void fill(place, name, kept);
		},
		{ once: true },
	);
	details.open = open;
	return details;
}

async function fill(
	place: HTMLElement,
	name: string,
	data: Promise<{ readonly devices: readonly PageDrift[] }>,
): Promise<void> {
	const drift = await data.then(({ devices }) => devices.find((device) => device.name === name)).catch(() => undefined);
	place.replaceChildren(
		drift === undefined ? element('p', { class: 'facts' }, 'What differed is no longer kept.') : diffElement(drift),
	);
}
