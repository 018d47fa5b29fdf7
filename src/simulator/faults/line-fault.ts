/**
 * What happens to the bytes that one side sends, whatever it speaks: SSH, NETCONF, HTTPS or git.
 *
 * - `reset`: the connection is reset
 * - `end`: it is closed in good order
 * - `hang`: nothing comes any more, and it stays open
 * - `drip`: from there on one byte a second
 * - `flood`: from there on random bytes, without an end
 * - `garble`: from there on every byte is another one
 */
export interface LineFault {
	readonly kind: 'reset' | 'end' | 'hang' | 'drip' | 'flood' | 'garble';
	/** Whose bytes are counted and hurt; those of a client are neither dripped nor flooded. @default 'server' */
	readonly of?: 'server' | 'client';
	/** How many bytes arrive as they were sent before that. */
	readonly afterBytes: number;
	/** For `flood` and `garble`: the same seed, the same bytes. @default 1 */
	readonly seed?: number;
}
