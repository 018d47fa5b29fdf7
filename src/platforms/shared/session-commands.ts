/**
 * What people write around a configuration, so that a file can be pasted: how to get to where it is entered, and how to keep
 * it. No device shows any of it, so these lines are a frame. Each has to be a line of its own, whole. Not of NX-OS and EXOS,
 * whose jobs and profiles hold commands as they are entered.
 */
export const iosLikeSession: readonly RegExp[] = [
	/^(?:conf(?:ig(?:ure)?)?(?: t(?:erm(?:inal)?)?)?|(?:do )?wr(?:ite)?(?: mem(?:ory)?)?|(?:do )?copy run(?:ning-config)? start(?:up-config)?)$/,
];

/** A pair of keys is made once, and is shown by nothing in the configuration. */
export const keyGeneration = /^crypto key (?:generate|zeroize) (?:rsa|ec|ecdsa|dsa|ed25519)(?: |$)/;

/** Of systems with a candidate that is committed: IOS XR, Junos, PAN-OS, VyOS. */
export const candidateSession: readonly RegExp[] = [
	/^(?:configure(?: (?:terminal|private|exclusive))?|edit|commit(?: and-quit|-confirm|-replace| replace)?|save)$/,
];

/** VRP and Comware. */
export const vrpLikeSession: readonly RegExp[] = [
	/^(?:system-view(?: immediately)?|commit|save(?: force| safely(?: force)?)?)$/,
];
