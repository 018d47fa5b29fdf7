/**
 * What is left to do about where the Action is published: nothing, where this copy of it knows. A copy that was never
 * released names `OWNER`.
 *
 * @param repository - `owner/name`, as it stands in what `init` writes
 * @param files - in which it stands
 */
export function publisherStep(repository: string, files: readonly string[]): readonly string[] {
	if (!repository.startsWith('OWNER/')) return [];
	return [`replace OWNER in ${files.join(' and ')} with the account that publishes the Action`];
}
