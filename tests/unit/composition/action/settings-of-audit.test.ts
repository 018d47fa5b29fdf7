import { expect, it } from 'vitest';
import { settingsOfAudit } from '../../../../src/composition/action/settings-of-audit.ts';
import { load } from '../../settings/sample-fleet.ts';

it('settingsOfAudit keeps nothing by which a device could be asked', () => {
	const { fleet } = load(`version: 1
intended: '{device}.cfg'
known-hosts: known_hosts
credentials: { audit: { username: audit, password: '\${FLEET_PASSWORD}' } }
devices:
  edge-01: { host: 192.0.2.1, platform: arista_eos, credentials: audit }
policy: { fail-on: [unknown] }
`);

	const settings = settingsOfAudit(fleet);

	expect(Object.keys(settings).toSorted()).toEqual(['history', 'owners', 'policy']);
	expect(settings.policy.failOn).toEqual(['unknown']);
	expect(JSON.stringify(settings)).not.toContain('correct horse');
});
