/** How much of a config came. */
export function sizeOf(text: string): string {
	const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
	return `${lines} ${lines === 1 ? 'line' : 'lines'}`;
}
