import { readFileSync } from 'node:fs';
import { calculateDiff } from '../../../src/domain/compare/calculate-diff.ts';
import { prepareConfig } from '../../../src/domain/config/prepare-config.ts';
import { compileMasks } from '../../../src/domain/masking/registry.ts';
import type { Platform } from '../../../src/domain/platform/platform.ts';
import { remediate } from '../../../src/domain/remediation/remediate.ts';
import { DriftAuditError } from '../../../src/errors.ts';
import { platforms } from '../../../src/platforms/index.ts';
import { findIncompleteness } from '../../support/at-once.ts';
import { platformOf } from '../../support/platform-of.ts';
import { type FuzzTarget, unlessRefused } from '../fuzz-target.ts';

const FILES = ['in-sync/intended.cfg', 'in-sync/running.cfg', 'drift/intended.cfg', 'drift/running.cfg'];

/** What opens, closes, quotes or continues something in one syntax or another. */
const DICTIONARY = [
	'\n',
	'\r\n',
	'\r',
	' ',
	'  ',
	'\t',
	'{',
	'}',
	'{\n',
	'}\n',
	';',
	'"',
	'\\',
	'\\\n',
	'\\"',
	"'",
	'^C',
	'#',
	'!',
	'!\n',
	'/*',
	'*/',
	'[',
	']',
	'[ ',
	' ]',
	',',
	':',
	'<',
	'>',
	'</',
	'/>',
	'<!--',
	'-->',
	'<![CDATA[',
	']]>',
	'&lt;',
	'&#0;',
	'&bogus;',
	'banner motd ^C\n',
	'banner login @\n',
	'certificate ca 01\n',
	'quit\n',
	'exit\n',
	'end\n',
	'return\n',
	'next\n',
	'config x\n',
	'edit 1\n',
	'set a b\n',
	'unset a\n',
	'no ',
	'undo ',
	'delete ',
	'inactive: ',
	'protect: ',
	'replace: ',
	'<secret:1f3a9c>',
	'<secret>',
	'<removed>',
	`\${X}`,
	'{{ x }}',
	'****',
	'__proto__',
	'constructor',
	'\u0000',
	'\u0003',
	'\ufeff',
	'\u2028',
	'\ud800',
];

/** Masking, reading, comparing and mending a config of each platform, whatever is in it. */
export const configTargets: readonly FuzzTarget[] = platforms.names.map((name) => targetOf(platformOf(name)));

function targetOf(platform: Platform): FuzzTarget {
	const masks = compileMasks(platform, { fingerprintKey: 'a key of fuzzing' });
	const seeds = FILES.map((file) =>
		readFileSync(new URL(`../../platforms/${platform.name}/${file}`, import.meta.url), 'utf8'),
	);
	const [intended = ''] = seeds;
	return {
		name: `config-${platform.name}`,
		seeds,
		dictionary: DICTIONARY,
		input: 'text',
		run(text) {
			findIncompleteness(text, platform);
			const config = unlessRefused(() => prepareConfig(text, masks), DriftAuditError);
			if (config === null) return;
			const itself = calculateDiff(text, text, masks).changes;
			if (itself.length > 0) throw new Error(`differs from itself: ${JSON.stringify(itself)}`);
			const drift = calculateDiff(text, intended, masks);
			if ((drift.changes.length === 0) !== (drift.diff === '')) throw new Error('drifted without a diff');
			calculateDiff(intended, text, masks);
			remediate({ intended: prepareConfig(intended, masks), running: config }, drift.changes, platform);
		},
	};
}
