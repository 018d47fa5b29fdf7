import { type Answer, invalid } from './answer.ts';

/** As a request brings it: the description has already been satisfied. */
export interface CheckRunBody {
	readonly name?: string;
	readonly head_sha?: string;
	readonly external_id?: string;
	readonly details_url?: string;
	readonly status?: string;
	readonly conclusion?: string;
	readonly started_at?: string;
	readonly completed_at?: string;
	readonly output?: {
		readonly title?: string;
		readonly summary: string;
		readonly text?: string;
		readonly annotations?: readonly AnnotationBody[];
	};
}

export interface AnnotationBody {
	readonly path: string;
	readonly start_line: number;
	readonly end_line: number;
	readonly start_column?: number;
	readonly end_column?: number;
	readonly annotation_level: string;
	readonly title?: string;
	readonly message: string;
	readonly raw_details?: string;
}

/** The limit of a comment, which GitHub's description does not name. Bytes: the strictest way to count its characters. */
export function refuseComment(body: string): Answer | null {
	if (body.trim() === '') return invalid('IssueComment', 'body', 'can’t be blank');
	if (Buffer.byteLength(body) > 65_536)
		return invalid('IssueComment', 'body', 'is too long (maximum is 65536 characters)');
	return null;
}

/** As of a comment; an issue may be empty. */
export function refuseIssue({ title, body = '' }: { readonly title?: string; readonly body?: string }): Answer | null {
	if (title !== undefined && title.length > 256)
		return invalid('Issue', 'title', 'is too long (maximum is 256 characters)');
	if (Buffer.byteLength(body) > 65_536) return invalid('Issue', 'body', 'is too long (maximum is 65536 characters)');
	return null;
}

/** What the server refuses although GitHub's description allows it. */
export function refuseCheckRun(body: CheckRunBody): Answer | null {
	const { output, status, conclusion } = body;
	if (status === 'completed' && conclusion === undefined) return invalid('CheckRun', 'conclusion', 'is missing');
	if (output === undefined) return null;
	if (!output.title) return invalid('CheckRun', 'output.title', 'can’t be blank');
	if (output.title.length > 255) return invalid('CheckRun', 'output.title', 'is too long (maximum is 255 characters)');
	for (const field of ['summary', 'text'] as const) {
		const size = Buffer.byteLength(output[field] ?? '');
		if (size > 65_535) {
			return invalid('CheckRun', `output.${field}`, `exceeds a maximum bytesize of 65535: ${size} were supplied`);
		}
	}
	return (output.annotations ?? []).map(refuseAnnotation).find((refusal) => refusal !== null) ?? null;
}

function refuseAnnotation(annotation: AnnotationBody): Answer | null {
	const { path, start_line: start, end_line: end, title = '', message } = annotation;
	const refuse = (field: string, reason: string): Answer => invalid('CheckAnnotation', field, reason);
	if (path === '' || path.startsWith('/')) return refuse('path', 'is no path of the repository');
	if (start < 1 || end < start) return refuse('end_line', 'must not be before start_line');
	const columns = annotation.start_column !== undefined || annotation.end_column !== undefined;
	if (columns && start !== end) return refuse('start_column', 'is only allowed on one line');
	if (title.length > 255) return refuse('title', 'is too long (maximum is 255 characters)');
	if (message === '' || Buffer.byteLength(message) > 64 * 1024) return refuse('message', 'is empty or exceeds 64 KB');
	if (/[\u{10000}-\u{10ffff}]/u.test(title + message))
		return refuse('message', 'has characters that are not supported');
	return null;
}
