/** Reads a file of GITHUB_OUTPUT, GITHUB_STATE or GITHUB_ENV as the runner does: `name=value`, or `name<<END … END`. */
export function parseFileCommands(text: string): Record<string, string> {
	const values: Record<string, string> = {};
	const lines = text.split(/\r?\n/u);
	for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
		if (line === '') continue;
		const heredoc = /^(?<name>[^=]*?)<<(?<end>.+)$/u.exec(line)?.groups;
		if (heredoc?.name !== undefined) {
			const end = lines.indexOf(heredoc.end ?? '');
			if (end < 0) throw new Error(`the value of ${heredoc.name} has no end`);
			values[heredoc.name] = lines
				.splice(0, end + 1)
				.slice(0, -1)
				.join('\n');
			continue;
		}
		const at = line.indexOf('=');
		if (at < 0) throw new Error(`the runner understands no line like ${line}`);
		values[line.slice(0, at)] = line.slice(at + 1);
	}
	return values;
}
