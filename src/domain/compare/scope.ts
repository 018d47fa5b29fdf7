/** What of a running config is judged. `full`: all of it. `declared`: only what the intended config speaks about. */
export const SCOPES = ['full', 'declared'] as const;
export type Scope = (typeof SCOPES)[number];
