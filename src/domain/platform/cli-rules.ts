/** How to get the running-config through a command line. Only what stands here is ever sent to a device. */
export interface CliRules {
	/** `exec`: one SSH exec request per command, whose end is the exit status. `shell`: typed behind a prompt. */
	readonly channel: 'shell' | 'exec';
	/**
	 * The shape of a prompt, tried on the last line of the login output only to *learn* the prompt; from then on the
	 * learnt text is matched literally. Exec channels do not need one.
	 */
	readonly prompt: RegExp;
	/** How to get to a level that may read the whole config; null where there is no such step. */
	readonly enable: {
		readonly command: string;
		readonly passwordPrompt: RegExp;
		/** A learnt prompt that matches is privileged already. */
		readonly privileged: RegExp;
	} | null;
	/** Session-only commands (pager off, wide terminal): none of them may write to the device's configuration. */
	readonly setup: readonly string[];
	/** Shows the whole running-config, and changes nothing. */
	readonly showRunning: string;
	/** What the device answers to a command that it does not take or may not run. */
	readonly failures: readonly RegExp[];
	/** Pager prompts that may come although the pager was switched off, and the key that turns the page. */
	readonly pager: { readonly prompt: RegExp; readonly answer: string };
	/** Questions at login and their safe answers. */
	readonly questions: readonly { readonly prompt: RegExp; readonly answer: string }[];
	/** Sent before the session is closed; null: closing it is enough. */
	readonly logout: string | null;
}
