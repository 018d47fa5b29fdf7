/** Where a report may send its reader; null where there is nothing to go to. */
export interface ReportLinks {
	/** The workflow run. */
	readonly run: string | null;
	/** The full report: the run's artifacts or the page of the results branch. */
	readonly report: string | null;
	/** Base URL of the repository's files at the judged commit. */
	readonly blob: string | null;
}

/** For a document that is read away from GitHub. */
export const NO_LINKS: ReportLinks = { run: null, report: null, blob: null };

/** `[label](url)`, or the label alone where there is no URL or one that could leave its parentheses. The label is Markdown. */
export function markdownLink(label: string, url: string | null): string {
	return url !== null && /^https?:\/\/[^\s<>()[\]"'`\\]+$/.test(url) ? `[${label}](${url})` : label;
}

/** The address of a file of the repository, on one of its lines if given. */
export function fileUrl(blob: string | null, path: string | null, line: number | null = null): string | null {
	if (blob === null || path === null) return null;
	const encoded = path.split('/').map(encodeSegment).join('/');
	return `${blob.replace(/\/$/, '')}/${encoded}${line === null ? '' : `#L${line}`}`;
}

function encodeSegment(segment: string): string {
	return encodeURIComponent(segment.toWellFormed()).replace(
		/[()'*!]/g,
		(character) => `%${character.charCodeAt(0).toString(16)}`,
	);
}
