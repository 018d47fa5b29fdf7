import type { Choices, CompletedCommand, CompletedOption } from './command-tree.ts';

/** Lines for fish; files are completed where nothing else is known. */
export function fishCompletion(commands: readonly CompletedCommand[]): string {
	const names = commands.map(({ name }) => name).join(' ');
	return `# fish completion of fleet-drift: write it to ~/.config/fish/completions/fleet-drift.fish
function __fleet_drift_devices
	set -l words (commandline -opc)
	set -l fleet fleet.yml
	if set -l at (contains -i -- --fleet $words)
		set fleet $words[(math $at + 1)]
	end
	$words[1] devices --offline --fleet $fleet 2>/dev/null
end
${commands
	.flatMap((command) => [
		`complete -c fleet-drift -f -n "not __fish_seen_subcommand_from ${names}" -a ${command.name} -d '${quoted(command.description)}'`,
		...command.options.map((option) => `${within(command)}${flagsOf(option)} -d '${quoted(option.description)}'`),
		...(command.choices.length === 0 ? [] : [`${within(command)} -f -a '${wordsOf(command.choices)}'`]),
	])
	.join('\n')}
`;
}

function within({ name }: CompletedCommand): string {
	return `complete -c fleet-drift -n "__fish_seen_subcommand_from ${name}"`;
}

function flagsOf({ names, takesValue, choices }: CompletedOption): string {
	const flags = names.map((name) => (name.startsWith('--') ? ` -l ${name.slice(2)}` : ` -s ${name.slice(1)}`)).join('');
	if (!takesValue) return flags;
	return choices.length === 0 ? `${flags} -r` : `${flags} -x -a '${wordsOf(choices)}'`;
}

function wordsOf(choices: Choices): string {
	return choices === 'devices' ? '(__fleet_drift_devices)' : choices.join(' ');
}

function quoted(text: string): string {
	return text.replaceAll(/['\\]/g, '\\$&');
}
