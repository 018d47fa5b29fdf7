import type { Choices, CompletedCommand, CompletedOption } from './command-tree.ts';

/** A function for zsh's own completion system. */
export function zshCompletion(commands: readonly CompletedCommand[]): string {
	return `#compdef fleet-drift
# zsh completion of fleet-drift: write it to a folder of $fpath, as _fleet-drift
_fleet-drift_devices() {
	local -a names
	names=("\${(@f)$(_call_program devices $program devices --offline --fleet \${(q)opt_args[--fleet]:-fleet.yml} 2>/dev/null)}")
	compadd -a names
}
_fleet-drift() {
	local program=\${words[1]}
	local -A opt_args
	local -a commands
	commands=(
${commands.map(({ name, description }) => `		'${quoted(`${name}:${description.replaceAll(':', '\\:')}`)}'`).join('\n')}
	)
	while (( CURRENT > 2 )) && [[ \${words[2]} == -* ]]; do
		words[2]=()
		(( CURRENT -= 1 ))
	done
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
	const rest = choices === 'devices' || choices.length === 0 ? '*' : '1';
	return `	${name}) _arguments -s ${[...options.flatMap(optionSpecs), `'${rest}:${name}:${actionOf(choices)}'`].join(' ')} ;;`;
}

function optionSpecs({ names, description, takesValue, choices }: CompletedOption): readonly string[] {
	const value = `:value:${actionOf(choices)}`;
	const text = description.replaceAll(/[[\]:\\]/g, '\\$&');
	return names.map((option) => `'${quoted(`${option}[${text}]${takesValue ? value : ''}`)}'`);
}

function actionOf(choices: Choices): string {
	if (choices === 'devices') return '_fleet-drift_devices';
	return choices.length === 0 ? '_files' : `(${choices.join(' ')})`;
}

/** Inside of single quotes. */
function quoted(text: string): string {
	return text.replaceAll("'", "'\\''");
}
