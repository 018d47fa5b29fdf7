/** The tool's version, the same as package.json's (tests compare them): a bundle should not carry the whole package.json. */
export const VERSION = '0.1.0';
