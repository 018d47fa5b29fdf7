/** How one network operating system behaves on an SSH session: data, and three small renderings. */
export interface Personality {
	readonly platform: string;
	/** What the SSH server calls itself, behind `SSH-2.0-`. */
	readonly ident: string;
	/** Login methods that the platform's SSH server offers, as far as the device has a password or a key. */
	readonly logins: readonly ('password' | 'keyboard-interactive' | 'publickey')[];
	readonly commands: readonly KnownCommand[];
	readonly enable: { readonly passwordPrompt: string; readonly denied: string } | null;
	readonly pager: PagerLook;
	/** The prompt as sent, without anything behind it. */
	prompt(session: PromptFacts): string;
	/** What the device says to a command that it does not know (or may not run); ends without a newline. */
	reject(facts: PromptFacts, command: string): string;
	/** The running-config with what stands around it at this show: clocks, byte counts, who changed what. */
	show(runningConfig: string, facts: ShowFacts): string;
	/** Printed before the output of every command until `clock-off`: XR's time stamp. */
	readonly clockLine?: (facts: ShowFacts) => string;
	/** Exec requests: false where the SSH server only gives shells. */
	readonly exec: boolean;
	/** Exit status of an exec request for a command that it does not know. */
	readonly rejectStatus: number;
}

/** A command that a personality answers. */
export interface KnownCommand {
	readonly typed: RegExp;
	readonly effect: 'none' | 'pager-off' | 'clock-off' | 'enable' | 'show-running' | 'logout';
	/** What it prints, for commands that print something fixed. */
	readonly answer?: string;
	/** Only behind `enable`. */
	readonly privileged?: true;
}

/** What a prompt may show. */
export interface PromptFacts {
	readonly name: string;
	readonly username: string;
	readonly privileged: boolean;
}

/** What a shown config may depend on. */
export interface ShowFacts extends PromptFacts {
	/** The device's clock; no two shows of a device see the same. */
	readonly now: Date;
	/** The last change of the configuration, as the device tells it. */
	readonly changedAt: Date;
	readonly changedBy: string;
}

/** A pager's prompt and how it takes it back from the screen. */
export interface PagerLook {
	readonly prompt: string;
	readonly erase: string;
}
