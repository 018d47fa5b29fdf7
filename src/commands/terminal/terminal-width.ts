/** Where nobody looks, and where the terminal does not say. */
const USUAL = 100;

/**
 * How many columns a line may take. A terminal whose size nobody set says 0: script(1), `docker run -t`, some serial
 * consoles.
 */
export function terminalWidth({ columns }: { readonly columns?: number }): number {
	return columns === undefined || columns < 1 ? USUAL : columns;
}
