import type { Change } from '../domain/drift-report.ts';
import type { MaskProposal, Proposals } from '../domain/masking/propose-masks.ts';
import { neutraliseLine } from './escaping/neutralise.ts';

/** What was found out about one device. */
export interface DeviceProposals {
	readonly device: string;
	readonly platform: string;
	readonly proposals: Proposals;
}

/** Proposed masks as YAML to paste into fleet.yml, with what was seen as comments. Secrets are fingerprints by then. */
export function renderProposals(found: readonly DeviceProposals[], interval: string): string {
	const masks = found.flatMap((entry) => entry.proposals.masks.map((mask) => maskLines(mask, entry, interval)));
	const secrets = found.filter(({ proposals }) => proposals.ignoreSecrets.length > 0).map(secretLines);
	const others = found.flatMap(({ device, proposals }) => proposals.others.map((change) => otherLine(device, change)));
	const blocks = [
		...(masks.length === 0 ? [] : [['masks:', ...masks.flat()]]),
		...(secrets.length === 0 ? [] : [['devices:', ...secrets.flat()]]),
		...(others.length === 0 ? [] : [['# Probably not by itself: check whether somebody changed it.', ...others]]),
	];
	const quiet = found.filter(({ proposals: { masks: none, ignoreSecrets, others: left } }) => {
		return none.length + ignoreSecrets.length + left.length === 0;
	});
	const lines = [
		...quiet.map(({ device }) => `# ${device}: nothing changed by itself within ${interval}`),
		...blocks.flat(),
	];
	return lines.map((line) => `${line}\n`).join('');
}

function maskLines(
	{ id, pattern, lineage, first, second }: MaskProposal,
	{ device, platform }: DeviceProposals,
	interval: string,
): readonly string[] {
	const where = lineage.length === 0 ? '' : ` in ${lineage.map(neutraliseLine).join(' > ')}`;
	return [
		`  # ${device}${where}`,
		`  #   ${neutraliseLine(first)}`,
		`  #   ${neutraliseLine(second)}`,
		`  - id: ${id}`,
		`    platforms: [${platform}]`,
		`    pattern: ${quoted(neutraliseLine(pattern))}`,
		'    kind: volatile',
		`    reason: ${quoted(`changed by itself within ${interval} on ${device}`)}`,
	];
}

function secretLines({ device, proposals }: DeviceProposals): readonly string[] {
	return [
		`  # re-encrypted each time it is shown`,
		`  ${device}: { ignore-secrets: [${proposals.ignoreSecrets.map(quoted).join(', ')}] }`,
	];
}

function otherLine(device: string, { kind, lineage, line, runningText }: Change): string {
	const text = runningText === null ? line : `${line} → ${runningText}`;
	const verb = { missing: 'went', extra: 'came', changed: 'changed', moved: 'moved' }[kind];
	return `#   ${device}: ${verb}: ${neutraliseLine([...lineage, text].join(' > '))}`;
}

/** Single quotes take everything as it stands. */
function quoted(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}
