import { SCRIPT } from '../../src/reporting/dashboard/script.ts';

/** A page without the style and the script that are ours to the letter: what is left came from a report. */
export function withoutOwnParts(page: string): string {
	return page.replace(`<script>${SCRIPT}</script>`, '').replaceAll(/<style>.*?<\/style>/gs, '');
}
