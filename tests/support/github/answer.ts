/** What the server sends back. */
export interface Answer {
	readonly status: number;
	readonly body: unknown;
	readonly headers?: Readonly<Record<string, string>>;
}

const DOCUMENTATION = 'https://docs.github.com/rest';

export function refuse(status: number, message: string, errors?: readonly unknown[]): Answer {
	const body = { message, documentation_url: DOCUMENTATION, status: String(status), ...(errors ? { errors } : {}) };
	return { status, body };
}

export function notFound(): Answer {
	return refuse(404, 'Not Found');
}

export function forbidden(): Answer {
	return refuse(403, 'Resource not accessible by integration');
}

/** In GitHub's words: `Validation Failed` with one entry per field. */
export function invalid(resource: string, field: string, message: string): Answer {
	return refuse(422, 'Validation Failed', [{ resource, code: 'custom', field, message: `${field} ${message}` }]);
}

/** @param retryAfter - in seconds; null sends no such header, as GitHub sometimes does not */
export function secondaryLimit(retryAfter: number | null, status: 403 | 429 = 403): Answer {
	const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
	return {
		...refuse(status, message),
		...(retryAfter === null ? {} : { headers: { 'retry-after': String(retryAfter) } }),
	};
}

/** One page of a list, with the Link header that leads to the others. */
export function paged(
	items: readonly unknown[],
	url: URL,
	wrap: (page: unknown[]) => unknown = (page) => page,
): Answer {
	const perPage = Math.min(Number(url.searchParams.get('per_page') ?? 30), 100);
	const page = Number(url.searchParams.get('page') ?? 1);
	const last = Math.max(1, Math.ceil(items.length / perPage));
	const linkTo = (target: number, relation: string): string => {
		const to = new URL(url);
		to.searchParams.set('page', String(target));
		return `<${to.href}>; rel="${relation}"`;
	};
	const links = page < last ? [linkTo(page + 1, 'next'), linkTo(last, 'last')] : [];
	const body = wrap(items.slice((page - 1) * perPage, page * perPage));
	return { status: 200, body, ...(links.length === 0 ? {} : { headers: { link: links.join(', ') } }) };
}
