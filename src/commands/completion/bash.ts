import type { Choices, CompletedCommand } from './command-tree.ts';

/** A script for bash 4 and newer; files are completed where nothing else is known. */
export function bashCompletion(commands: readonly CompletedCommand[]): string {
	return `# bash completion of fleet-drift: source it, or write it to /etc/bash_completion.d/fleet-drift
_fleet_drift_devices() {
	local at fleet=fleet.yml
	for ((at = 1; at < COMP_CWORD - 1; at++)); do
		[[ \${COMP_WORDS[at]} == --fleet ]] && fleet=\${COMP_WORDS[at+1]}
	done
	"\${COMP_WORDS[0]}" devices --offline --fleet "$fleet" 2>/dev/null || true
}
_fleet_drift() {
	local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} words= command=1
	COMPREPLY=()
	while ((command < COMP_CWORD)) && [[ \${COMP_WORDS[command]} == -* ]]; do ((command += 1)); done
	# "=" is a word of its own: "--fleet=lab.yml" is an option and its value, "site=ams" a part of one.
	[[ $current == = ]] && current= || { [[ $before == = ]] && before=\${COMP_WORDS[COMP_CWORD-2]}; }
	if ((COMP_CWORD == command)); then
		words='${commands.map(({ name }) => name).join(' ')} --help --quiet --version'
	else
		case "\${COMP_WORDS[command]} $before" in
${commands.flatMap(valueCases).join('\n')}
		*) if [[ "\${COMP_WORDS[COMP_CWORD-1]} \${COMP_WORDS[COMP_CWORD]}" == *=* ]]; then compopt +o default; return 0; fi
			case "\${COMP_WORDS[command]}" in
${commands.map(commandCase).join('\n')}
			esac ;;
		esac
	fi
	# Without a word of ours, files are completed, by "-o default" below.
	[[ -n $words ]] && mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
	return 0
}
complete -o default -F _fleet_drift fleet-drift
`;
}

function valueCases({ name, options }: CompletedCommand): readonly string[] {
	return options
		.filter(({ takesValue }) => takesValue)
		.map(({ names, choices }) => {
			const pattern = names.map((option) => `'${name} ${option}'`).join('|');
			return `		${pattern}) words=${wordsOf(choices)} ;;`;
		});
}

function commandCase({ name, options, choices }: CompletedCommand): string {
	const flags = [...options.flatMap(({ names }) => names), '--help'].join(' ');
	return `			${name}) if [[ $current == -* ]]; then words='${flags}'; else words=${wordsOf(choices)}; fi ;;`;
}

function wordsOf(choices: Choices): string {
	return choices === 'devices' ? '$(_fleet_drift_devices)' : `'${choices.join(' ')}'`;
}
