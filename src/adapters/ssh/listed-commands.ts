import type { Platform } from '../../domain/platform/platform.ts';

/** Every command that may be sent to a device of this platform; nothing else ever is. */
export function listedCommands({ cli }: Platform): ReadonlySet<string> {
	const commands = [cli.enable?.command, ...cli.setup, cli.showRunning, cli.logout];
	return new Set(commands.filter((command) => command !== undefined && command !== null));
}

/** Throws, as a defect of ours, on a command that the platform does not list. */
export function assertListed(command: string, listed: ReadonlySet<string>): void {
	if (!listed.has(command)) throw new Error(`refused to send "${command}": the platform does not list it`);
}
