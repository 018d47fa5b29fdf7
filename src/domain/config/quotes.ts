/** What a line holds beside its statements. */
interface Quotes {
	/** Whether a text in quotes goes on in the next line, where it may hold anything. */
	readonly isOpen: boolean;
	/** Where the remark behind the last statement begins; -1: there is none. */
	readonly remark: number;
}

/** @param wasOpen - whether the line begins in a text that began on one in front of it */
export function readQuotes(text: string, wasOpen = false): Quotes {
	if (!text.includes('"') && !text.includes('#')) return wasOpen ? GOES_ON : NOTHING;
	let isOpen = wasOpen;
	for (let at = 0; at < text.length; at += 1) {
		const character = text[at];
		if (character === '\\') at += 1;
		else if (character === '"') isOpen = !isOpen;
		else if (character === '#' && !isOpen && BEHIND_STATEMENT.test(text.slice(Math.max(0, at - WIDEST_GAP), at))) {
			return { isOpen, remark: at };
		}
	}
	return { isOpen, remark: -1 };
}

const NOTHING: Quotes = { isOpen: false, remark: -1 };

const GOES_ON: Quotes = { isOpen: true, remark: -1 };

const BEHIND_STATEMENT = /[;{}]\s+$/;

const WIDEST_GAP = 200;
