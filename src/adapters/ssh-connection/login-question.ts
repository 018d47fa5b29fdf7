const PASSWORD = /pass(?:word|code)/i;

/**
 * What asks for something else than the password of the account, although it names one. A device that wants a new password
 * must not get one, because an audit changes nothing; and a password sent as somebody's second factor is a refused login.
 */
const ANOTHER =
	/\b(?:new|change|changing|confirm|repeat|re-?type|re-?enter|again|verify|verification|current|old|expired?|one-?time|otp|token|factor|option|pin|push|duo)\b/i;

/** Whether a question of keyboard-interactive (RFC 4256) asks for the account's password and nothing else. */
export function asksForPassword(question: string): boolean {
	return PASSWORD.test(question) && !asksForAnother(question);
}

/** Whether a question that asks for a password asks for another one than is known, or wants one to be set. */
export function asksForAnother(question: string): boolean {
	// "Password for audit@new-york-1:" names the account, not a new password.
	return ANOTHER.test(question.replaceAll(/(?<!\S)\S*@\S*/g, ''));
}
