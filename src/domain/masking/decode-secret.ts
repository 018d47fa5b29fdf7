import { decodeCiscoType7 } from './decode-cisco-type-7.ts';
import { decodeJuniper9 } from './decode-juniper-9.ts';

/** A form that anybody can read back; the device writes the same password differently each time that it is entered. */
export type ReversibleForm = 'cisco-type-7' | 'juniper-9';

const DECODERS: Readonly<Record<ReversibleForm, (text: string) => string | null>> = {
	'cisco-type-7': decodeCiscoType7,
	'juniper-9': decodeJuniper9,
};

/**
 * Right behind the word for it, or behind type 0, a Cisco password stands as it was chosen, even where it looks like type 7. XR
 * has `password` for a form of its own behind some words.
 */
const IN_CLEAR = /(?:^|[ -])(?:0|(?<!(?:key-string|pre-shared-key) )password|secret|key|key-string) "?$/;

const TYPE_7 = /(?:^| )7 "?$/;

/**
 * What a fingerprint is made of: the plain text where it can be read, else the text itself. Equal passwords are equal then,
 * whatever they were salted with. Never shown. A type 7 that cannot be read equals no password that was chosen.
 *
 * @param before - what stands in front of it in its line
 */
export function decodeSecret(text: string, form: ReversibleForm | undefined, before = ''): string {
	if (form === undefined) return text;
	const isCisco = form === 'cisco-type-7';
	if (isCisco && IN_CLEAR.test(before)) return text;
	return DECODERS[form](text) ?? (isCisco && TYPE_7.test(before) ? `7 ${text}` : text);
}
