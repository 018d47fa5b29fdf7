/**
 * What a device does wrong on its command line, on a line that is good.
 *
 * - `truncated`: the running-config stops half-way, followed by a prompt (or exit status 0) as if nothing had happened
 * - `dropped`: the connection is gone half-way through the running-config
 * - `hang`: half of the running-config comes, then nothing any more
 * - `drips`: half of it comes, then one letter a second without an end
 * - `reloads`: half of it comes, then the device says that it reloads and is gone
 * - `floods`: half of it comes, then lines without an end
 * - `garbled`: the middle of it is random bytes, which are no UTF-8 either
 * - `logs-in-between`: a message for the console stands in the middle of it
 * - `prompts-in-between`: lines that look like the prompt stand in the middle of it
 * - `echoes-twice`: what is typed is shown twice
 * - `renames-itself`: another prompt comes behind the running-config
 * - `pages-always`: the command that switches the pager off does nothing
 * - `pager-sticks`: so it does, and the pager does not go on when it is answered
 * - `clock-jumps`: its clock is a day ahead or an hour back when it is read again
 * - `rejects`: no command is known
 */
export type SessionFault =
	| 'truncated'
	| 'dropped'
	| 'hang'
	| 'drips'
	| 'reloads'
	| 'floods'
	| 'garbled'
	| 'logs-in-between'
	| 'prompts-in-between'
	| 'echoes-twice'
	| 'renames-itself'
	| 'pages-always'
	| 'pager-sticks'
	| 'clock-jumps'
	| 'rejects';

/** Where a session goes on after the running-config was shown. */
export type Afterwards = 'go-on' | 'drip' | 'drop' | 'flood' | 'hang';

/** What is shown in place of the running-config. */
export interface Shown {
	readonly text: string | Buffer;
	readonly afterwards: Afterwards;
}
