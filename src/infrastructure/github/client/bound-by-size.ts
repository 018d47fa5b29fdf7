import type { getOctokit } from '@actions/github';

type Plugin = NonNullable<Parameters<typeof getOctokit>[2]>;

/** A page of 100 comments, each as long as GitHub takes one, has 26 MB in UTF-8; nothing that is asked for has more. */
export const ANSWER_LIMIT_BYTES = 32 * 1024 * 1024;

/** Ends an answer that is larger, as if the connection had broken: one without an end must not fill the memory. */
export function boundBySize(limit: number = ANSWER_LIMIT_BYTES): Plugin {
	return (octokit) => {
		octokit.hook.wrap('request', async (request, options) => {
			const { request: asked } = options;
			// Hooks further in were given these very options. The fetch that is there knows the proxy.
			options.request = { ...asked, fetch: bounded(asked.fetch ?? globalThis.fetch, limit) };
			try {
				return await request(options);
			} finally {
				options.request = asked;
			}
		});
		return {};
	};
}

function bounded(fetch: typeof globalThis.fetch, limit: number): typeof globalThis.fetch {
	return async (...request) => {
		const answer = await fetch(...request);
		if (answer.body === null) return answer;
		let size = 0;
		const counting = new TransformStream<Uint8Array, Uint8Array>({
			transform(chunk, controller) {
				size += chunk.length;
				if (size > limit) controller.error(new Error(`an answer of more than ${limit} bytes`));
				else controller.enqueue(chunk);
			},
		});
		const { status, statusText, headers, url } = answer;
		const counted = new Response(answer.body.pipeThrough(counting), { status, statusText, headers });
		// A made answer has no address, and pages are found by it.
		return Object.defineProperty(counted, 'url', { value: url });
	};
}
