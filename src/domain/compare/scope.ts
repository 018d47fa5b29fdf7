/**
 * What of a running config may be judged, the default first. `full`: all of it. `declared`: only what the intended config speaks
 * about.
 */
export const SCOPES = ['full', 'declared'] as const;

/** What of a running config is judged: see `SCOPES`. */
export type Scope = (typeof SCOPES)[number];
