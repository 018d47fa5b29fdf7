import type { PlatformRegistry } from '../../domain/platform/platform-registry.ts';
import { filterInSteps, inPortions, type Steps } from '../../domain/steps.ts';
import type { FleetSource } from '../findings/fleet-draft.ts';

/** Tells which devices lack what neither they nor `defaults` say. */
export function* checkPresence({ draft, document, problems }: FleetSource, platforms: PlatformRegistry): Steps<void> {
	const devices = Object.entries(draft.devices ?? {});
	const lacking = function* (key: 'platform' | 'site' | 'role'): Steps<readonly (typeof devices)[number][]> {
		if (document.has(['defaults', key])) return [];
		return yield* filterInSteps(devices, ([name]) => !document.has(['devices', name, key]));
	};
	yield* inPortions(yield* lacking('platform'), ([name]) =>
		problems.addAtKey(['devices', name], {
			message: `device ${name} has no platform`,
			fix: `Add platform: NAME to it or to defaults. Names: ${platforms.names.join(', ')}`,
		}),
	);
	for (const key of ['site', 'role'] as const) {
		yield;
		yield* inPortions(yield* lacking(key), ([name, own]) => {
			const template = own?.intended ?? draft.intended ?? '';
			if (!template.includes(`{${key}}`)) return;
			problems.addAtKey(['devices', name], {
				message: `device ${name} has no ${key}, which the path of its intended config needs: ${template}`,
				fix: `Add ${key} to it or to defaults, or give it an intended of its own`,
			});
		});
	}
}
