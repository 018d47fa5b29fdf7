/** `ENOENT`… of an error of the system; empty for any other. */
export function systemCode(error: unknown): string {
	return error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : '';
}
