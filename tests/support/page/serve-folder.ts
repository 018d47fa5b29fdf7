import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';

/** A web server like GitHub Pages: files, their types, nothing else. */
export interface FolderServer extends AsyncDisposable {
	/** Without a slash at its end. */
	readonly url: string;
	/** Bytes of bodies sent so far, not compressed. */
	sentBytes(): number;
}

const TYPES: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', svg: 'image/svg+xml' };

export async function serveFolder(folder: string): Promise<FolderServer> {
	let sent = 0;
	const server = createServer(async (request, response) => {
		const path = new URL(request.url ?? '/', 'http://localhost').pathname;
		try {
			const body = await readFile(join(folder, normalize(path === '/' ? '/index.html' : path)));
			sent += body.length;
			response.setHeader('content-type', `${TYPES[path.split('.').at(-1) ?? ''] ?? 'text/html'}; charset=utf-8`);
			response.end(body);
		} catch {
			response.writeHead(404).end('not found');
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		sentBytes: () => sent,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
