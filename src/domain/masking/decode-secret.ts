import { decodeCiscoType7 } from './decode-cisco-type-7.ts';
import { decodeJuniper9 } from './decode-juniper-9.ts';

/** A form that anybody can read back; the device writes the same password differently each time that it is entered. */
export type ReversibleForm = 'cisco-type-7' | 'juniper-9';

const DECODERS: Readonly<Record<ReversibleForm, (text: string) => string | null>> = {
	'cisco-type-7': decodeCiscoType7,
	'juniper-9': decodeJuniper9,
};

/**
 * What a fingerprint is made of: the plain text where it can be read, else the text itself. Equal passwords are equal then,
 * whatever they were salted with. Never shown.
 */
export function decodeSecret(text: string, form: ReversibleForm | undefined): string {
	return form === undefined ? text : (DECODERS[form](text) ?? text);
}
