import type fc from 'fast-check';

/** What a device of one syntax makes of commands, as far as a test needs it. Nothing here knows how commands are found. */
export interface DeviceModel {
	/** A name of the platform registry. */
	readonly platform: string;
	/** Configurations as the device shows them. */
	readonly configs: fc.Arbitrary<string>;
	/** What the device shows after the commands. Throws for one that it would refuse. */
	apply(running: string, commands: readonly string[]): string;
}

/** The words of a command; quotes hold blanks together and stay. */
export function wordsOf(command: string): readonly string[] {
	return command.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
}
