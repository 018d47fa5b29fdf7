/** The text of a JSON file of the branch; indented, so that a commit can be read as a diff. */
export function asJson(value: unknown): string {
	return `${JSON.stringify(value, null, '\t')}\n`;
}
