/** What of a running config is judged, the default first. `full`: all. `declared`: only what the intended config speaks about. */
export const SCOPES = ['full', 'declared'] as const;

/** What of a running config is judged: see `SCOPES`. */
export type Scope = (typeof SCOPES)[number];
