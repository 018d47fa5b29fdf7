import { element } from './element.ts';

/** A row of buttons of which one is pressed. */
export function choices<Value>(
	label: string,
	options: readonly (readonly [text: string, value: Value])[],
	{ chosen, choose }: { readonly chosen: Value; readonly choose: (value: Value) => void },
): HTMLElement {
	const buttons = options.map(([text, value]) => {
		const button = element('button', { type: 'button', 'aria-pressed': String(value === chosen) }, text);
		button.addEventListener('click', () => {
			for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
			choose(value);
		});
		return button;
	});
	return element('div', { class: 'choices', role: 'group', 'aria-label': label }, ...buttons);
}
