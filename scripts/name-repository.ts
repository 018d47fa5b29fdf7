/** A document that tells people what to write into their workflows, with the name of the repository replaced in it. */
export function nameRepository(text: string, { from, to }: { readonly from: string; readonly to: string }): string {
	const [oldOwner = '', owner = ''] = [from, to].map((name) => name.split('/')[0]);
	return (
		text
			.replaceAll(from, to)
			// One sentence says whose account it is.
			.replaceAll(`# ${oldOwner} is the account`, `# ${owner} is the account`)
			.replaceAll(`\`${oldOwner}\` is the account`, `\`${owner}\` is the account`)
	);
}
