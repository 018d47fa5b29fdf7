import type { PagerLook } from './personality.ts';
import type { SimulatedTerminal } from './terminal.ts';

/** Writes text page by page: space turns the page, Enter shows one line, any other key stops. One that sticks takes no key. */
export async function page(
	terminal: SimulatedTerminal,
	text: string,
	{ pager, pageLines, goesOn }: { readonly pager: PagerLook; readonly pageLines: number; readonly goesOn: boolean },
): Promise<void> {
	const lines = text.split('\n');
	let shown = 0;
	let room = pageLines;
	while (shown < lines.length) {
		const isLast = shown + room >= lines.length;
		terminal.write(lines.slice(shown, shown + room).join('\n') + (isLast ? '' : '\n'));
		shown += room;
		if (isLast) return;

		terminal.write(pager.prompt);
		const key = await terminal.readKey();
		if (!goesOn) {
			while ((await terminal.readKey()) !== null);
			return;
		}
		terminal.write(pager.erase);
		if (key === ' ') room = pageLines;
		else if (key === '\r' || key === '\n') room = 1;
		else return;
	}
}
