import type { CompletedCommand, CompletedOption } from './command-tree.ts';

/** A function for zsh's own completion system. */
export function zshCompletion(commands: readonly CompletedCommand[]): string {
	return `#compdef fleet-drift
# zsh completion of fleet-drift: write it to a folder of $fpath, as _fleet-drift
_fleet-drift() {
	local -a commands
	commands=(
${commands.map(({ name, description }) => `		'${quoted(`${name}:${description.replaceAll(':', '\\:')}`)}'`).join('\n')}
	)
	if (( CURRENT == 2 )); then
		_describe 'command' commands
		return
	fi
	local command=\${words[2]}
	shift words
	(( CURRENT -= 1 ))
	case $command in
${commands.map(commandCase).join('\n')}
	esac
}
_fleet-drift "$@"
`;
}

function commandCase({ name, options, choices }: CompletedCommand): string {
	const rest = choices.length === 0 ? "'*:file:_files'" : `'1:${name}:(${choices.join(' ')})'`;
	return `	${name}) _arguments -s ${[...options.flatMap(optionSpecs), rest].join(' ')} ;;`;
}

function optionSpecs({ names, description, takesValue, choices }: CompletedOption): readonly string[] {
	const value = choices.length === 0 ? ':value:_files' : `:value:(${choices.join(' ')})`;
	const text = description.replaceAll(/[[\]:\\]/g, '\\$&');
	return names.map((option) => `'${quoted(`${option}[${text}]${takesValue ? value : ''}`)}'`);
}

/** Inside of single quotes. */
function quoted(text: string): string {
	return text.replaceAll("'", "'\\''");
}
