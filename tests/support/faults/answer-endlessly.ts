import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';

/** Answers with a text over and over, as fast as it is taken. */
export function answerEndlessly(response: ServerResponse, text: string): void {
	Readable.from(endlessly(text))
		.on('error', () => {})
		.pipe(response);
}

function* endlessly(text: string): Generator<string> {
	for (;;) yield text;
}
