import type { SecretForms } from '../../domain/platform/platform.ts';

/**
 * How a secret is written, behind the word for it: Cisco's types, what EOS calls a hash, what XR calls type 7. A secret that is
 * entered in clear is shown in the form that the system makes of it (`enable secret`, `username`, `service
 * password-encryption`: Cisco IOS Security Command Reference; `username … secret`: Arista EOS User Manual and Cisco IOS XR
 * System Security Command Reference).
 */
export const secretForms: SecretForms = {
	any: /(?<=(?:^|[ -])(?:password|secret|key|key-string|md5) )(?:[04-9]|10|sha512|encrypted) (?=<secret[:>])/g,
	// Type 7 is read back for the fingerprint: equal ones are one password.
	readable: /(?<= )7 (?=<secret:)/g,
};
