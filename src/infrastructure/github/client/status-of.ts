/** The HTTP status of an Octokit error, null for anything else. */
export function statusOf(error: unknown): number | null {
	const { status } = (error ?? {}) as { readonly status?: unknown };
	return typeof status === 'number' ? status : null;
}
