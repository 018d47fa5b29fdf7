import type { Platform } from '../domain/platform/platform.ts';
import { senseCli, senseMasks, senseOrder, senseSyntax } from './shared/sense-config.ts';

/** OPNsense. The account needs a shell; the console menu of root must be switched off for it. */
export const opnsense: Platform = {
	name: 'opnsense',
	title: 'OPNsense',
	aliases: ['opn_sense', 'oxlorg.opnsense'],
	cli: senseCli('cat /conf/config.xml'),
	syntax: senseSyntax,
	completeness: { proof: 'parses', pattern: /^<opnsense[ >]/ },
	masks: senseMasks,
	order: senseOrder,
};
