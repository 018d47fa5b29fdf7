/** The fragment, without `#`, of the address that opens a device; on the page of one report also where its changes stand. */
export function deviceFragment(name: string): string {
	return new URLSearchParams({ device: name }).toString();
}
