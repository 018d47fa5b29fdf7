import type { SpellingRule } from '../../domain/platform/spelling-rules.ts';

/** Areas of OSPF are numbers of 32 bits, written as one number or like an address. */
export const ospfAreas: SpellingRule = {
	kind: 'words',
	pattern: /\barea 0\.0\.0\.(?=\d{1,3}(?:\s|$))/g,
	spelled: 'area ',
	source:
		'RFC 2328, section 2: `area 0` and `area 0.0.0.0` are one; NX-OS, EOS and AOS-CX show the second whatever is entered',
};
