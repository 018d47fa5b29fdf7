/** Whom commits are made by. */
export interface Committer {
	readonly name: string;
	readonly email: string;
}

/** Reads `Name <address>`; null for anything else. */
export function parseCommitter(text: string): Committer | null {
	const { name, email } =
		/^(?<name>[^<>\p{Cc}]{1,100}) <(?<email>[^<>@\s\p{Cc}]+@[^<>@\s\p{Cc}]+)>$/u.exec(text)?.groups ?? {};
	return name === undefined || email === undefined || name.trim() === '' ? null : { name: name.trim(), email };
}
