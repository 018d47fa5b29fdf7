import { formatCount, plural } from '../../../domain/text/count-words.ts';
import { badDays, type DayState, heatMap } from '../day-states.ts';
import type { DeviceRow } from '../device-list.ts';
import type { PageState } from '../page-data.ts';
import { choices } from './choices.ts';
import { deviceLink } from './device-link.ts';
import { byId, element } from './element.ts';
import type { Segments } from './load-segment.ts';
import { monthsOf, PERIODS, type ShownPeriod } from './period.ts';
import { strip } from './strip.ts';

const PAGE = 25;

/** Devices × days: who was not in sync when. It loads its months when it comes into view. */
export function startHeatMap(
	state: PageState,
	{ segments, rows }: { readonly segments: Segments; readonly rows: readonly DeviceRow[] },
): { show(selected: readonly DeviceRow[]): void } {
	const card = byId('heat-card', HTMLElement);
	let period: ShownPeriod = 30;
	let selected = rows;
	let length = PAGE;
	let visible = false;
	const draw = async (): Promise<void> => {
		if (!visible) return;
		const { from, months } = monthsOf(period, state);
		const loaded = await Promise.all(months.map((month) => segments.month(month)));
		const { states, days } = heatMap(loaded, { from, to: state.at.slice(0, 10) });
		const bad = selected
			.flatMap(({ name }) => {
				const row = states.get(name);
				return row === undefined ? [] : [{ name, row, bad: badDays(row) }];
			})
			.toSorted((one, other) => other.bad - one.bad || lastBad(other.row) - lastBad(one.row));
		card.replaceChildren(
			bad.length === 0
				? element('p', { class: 'note' }, `Every device was in sync from ${days.at(0)} to ${days.at(-1)}.`)
				: table(bad, { days, length, selected: selected.length }),
		);
		if (bad.length > length) card.append(moreButton(bad.length - length));
	};
	const moreButton = (rest: number): HTMLElement => {
		const button = element('button', { type: 'button', class: 'more' }, `Show more (${rest})`);
		button.addEventListener('click', () => {
			const first = length;
			length += PAGE;
			void draw().then(() => card.querySelectorAll<HTMLElement>('tbody a')[first]?.focus());
		});
		return button;
	};
	card.before(
		choices('Period of the map', PERIODS, {
			chosen: period,
			choose: (chosen) => {
				period = chosen;
				void draw();
			},
		}),
	);
	byId('heat', HTMLElement).hidden = false;
	const observer = new IntersectionObserver(
		(entries) => {
			if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
			observer.disconnect();
			visible = true;
			void draw();
		},
		{ rootMargin: '200px' },
	);
	observer.observe(card);
	return {
		show(next) {
			selected = next;
			length = PAGE;
			void draw();
		},
	};
}

function lastBad(row: readonly DayState[]): number {
	return row.findLastIndex((state) => state !== 'in-sync' && state !== null);
}

function table(
	rows: readonly { readonly name: string; readonly row: readonly DayState[]; readonly bad: number }[],
	{ days, length, selected }: { readonly days: readonly string[]; readonly length: number; readonly selected: number },
): HTMLElement {
	const [first = '', last = ''] = [days.at(0), days.at(-1)];
	const were = rows.length === 1 ? 'was' : 'were';
	const title = `${first} to ${last}: ${formatCount(rows.length)} of ${plural(selected, 'device')} ${were} not in sync on some day, most such days first`;
	// Of one year the months and days tell them apart.
	const from = first.slice(0, 4) === last.slice(0, 4) ? 5 : 0;
	const axis = element(
		'span',
		{ class: 'dates' },
		element('span', {}, first.slice(from)),
		element('span', {}, last.slice(from)),
	);
	const head = element(
		'tr',
		{},
		element('th', { scope: 'col' }, 'Device'),
		element('th', { scope: 'col' }, axis),
		element('th', { scope: 'col', class: 'number' }, 'Days'),
	);
	const lines = rows
		.slice(0, length)
		.map(({ name, row, bad }) =>
			element(
				'tr',
				{},
				element('th', { scope: 'row' }, deviceLink(name)),
				element('td', {}, strip(row)),
				element('td', { class: 'number' }, String(bad)),
			),
		);
	return element(
		'table',
		{ class: 'heat' },
		element('caption', {}, title),
		element('thead', {}, head),
		element('tbody', {}, ...lines),
	);
}
