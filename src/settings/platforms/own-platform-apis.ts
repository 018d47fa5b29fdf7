import type { MaskingPattern } from '../../domain/masking/pattern.ts';
import type { Platform } from '../../domain/platform/platform.ts';
import { getConfig } from '../../platforms/shared/get-config.ts';
import { getResource } from '../../platforms/shared/get-resource.ts';
import type { OwnPlatformDraft } from './own-platform-parts.ts';

/** What errors say where a team did not write how its system's API is switched on. */
const UNTOLD = 'see the manual of the system';

/**
 * The APIs of a team's own platform. Only the two requests that a standard says to have no effect can be chosen, so nothing
 * that writes can be sent, whatever fleet.yml says. The platform's own masks hold for their documents, too.
 */
export function apisOf(
	{ netconf, restconf }: OwnPlatformDraft,
	own: readonly MaskingPattern[],
): Pick<Platform, 'netconf' | 'rest'> {
	const masked = <Rules extends ReturnType<typeof getConfig> | ReturnType<typeof getResource>>(
		rules: Rules,
	): Rules => ({
		...rules,
		form: { ...rules.form, masks: [...own, ...(rules.form?.masks ?? [])] },
	});
	return {
		...(netconf === undefined
			? {}
			: { netconf: masked(getConfig({ root: netconf.element ?? '', enabledBy: netconf['enabled-by'] ?? UNTOLD })) }),
		...(restconf === undefined
			? {}
			: {
					rest: masked(
						getResource({
							path: restconf.resource ?? '/restconf/data',
							enabledBy: restconf['enabled-by'] ?? UNTOLD,
						}),
					),
				}),
	};
}
