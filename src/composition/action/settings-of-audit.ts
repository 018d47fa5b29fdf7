import type { Fleet } from '../../settings/settings.ts';
import type { Audited } from './action-run.ts';

/**
 * What is still needed of a fleet when its devices were asked: the rest of it, and its logins most of all, need not outlive
 * that.
 */
export function settingsOfAudit({ policy, owners, history }: Fleet): Audited['settings'] {
	return { policy, owners, history };
}
