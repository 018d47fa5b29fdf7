import { expect, it } from 'vitest';
import { platforms } from '../../../src/platforms/index.ts';
import { type LoadedFleet, loadFleet } from '../../../src/settings/load-fleet.ts';
import { heapInUse } from '../../support/heap-in-use.ts';

const DEVICES = 2_000;
/** Much more text than there is to keep of it. */
const COMMENT = '#'.repeat(2_000);

function textOf(): string {
	const devices = Array.from(
		{ length: DEVICES },
		(_, index) => `  edge-${index}: ${COMMENT}
    host: edge-${index}.example.net
    site: amsterdam-science-park
    role: provider-edge-router
    host-key: SHA256:${'A'.repeat(43)}
    intended: intended-configs/edges/{device}.cfg
`,
	);
	return `version: 1
intended: intended-configs/{device}.cfg
defaults: { platform: cisco_ios, credentials: lab }
credentials: { lab: { username: "$\{NAME}", password: "$\{WORD}" } }
devices:
${devices.join('')}`;
}

it('keeps of a large fleet.yml what is asked for, and none of its text', async () => {
	const load = (): LoadedFleet =>
		loadFleet({ file: 'fleet.yml', text: textOf(), env: { NAME: 'a', WORD: 'b' }, today: '2026-11-23', platforms });
	load();
	const before = await heapInUse();

	const { fleet } = load();

	expect((await heapInUse()) - before).toBeLessThan((DEVICES * COMMENT.length) / 2);
	expect(fleet.devices.length).toBe(DEVICES);
});
