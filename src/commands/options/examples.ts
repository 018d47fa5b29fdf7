/** How a command is called, to stand behind its help. */
export function examples(...calls: readonly string[]): string {
	return `\n${calls.length === 1 ? 'Example' : 'Examples'}:\n${calls.map((call) => `  ${call}`).join('\n')}`;
}
