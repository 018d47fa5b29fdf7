import type { Platform } from '../domain/platform/platform.ts';
import { senseCli, senseMasks, senseOrder, senseSyntax } from './shared/sense-config.ts';

/** pfSense. `admin` gets a menu instead of a command (oxidized pfsense.rb): another account with a shell is needed. */
export const pfsense: Platform = {
	name: 'pfsense',
	title: 'pfSense',
	aliases: ['pf_sense', 'pfsensible.core'],
	cli: senseCli('cat /cf/conf/config.xml'),
	syntax: senseSyntax,
	completeness: { proof: 'parses', pattern: /^<pfsense[ >]/ },
	masks: senseMasks,
	order: senseOrder,
};
