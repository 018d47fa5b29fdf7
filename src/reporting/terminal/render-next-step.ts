import type { Diagnosis } from '../../domain/diagnosis.ts';
import { plural } from '../../domain/text/count-words.ts';
import { nameSome } from '../../domain/text/name-some.ts';
import { wrapText } from '../../domain/text/wrap-text.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';

/** How many devices a sentence names. */
const SHOWN = 3;

interface SummaryOptions {
	/** Whether the whole fleet was asked. */
	readonly isWhole: boolean;
	readonly width: number;
}

/** How many devices are well, and what to do next: what stops most of the others. */
export function renderNextStep(diagnoses: readonly Diagnosis[], { isWhole, width }: SummaryOptions): string {
	const well = diagnoses.filter(({ status }) => status === 'well').length;
	const lacking = diagnoses.filter(({ steps }) => steps.some(({ status }) => status === 'missing'));
	const stopped = mostStopped(diagnoses);
	const sentences = [`${well} of ${plural(diagnoses.length, 'device')} ${diagnoses.length === 1 ? 'is' : 'are'} well`];
	if (lacking.length > 0) {
		sentences.push(
			lacking.length === 1 ? '1 has no intended config yet' : `${lacking.length} have no intended configs yet`,
		);
	}
	if (stopped.devices.length > 0 && stopped.devices.length >= lacking.length) sentences.push(mend(stopped));
	else if (lacking.length > 0) {
		const others = diagnoses.filter((diagnosis) => !lacking.includes(diagnosis));
		sentences.push(fetch(lacking, { isAll: isWhole && others.length === 0, isRest: isWhole && others.every(isIll) }));
	}
	return `\n${sentences.flatMap((sentence) => wrapText(sentence, width)).join('\n')}\n`;
}

interface Stopped {
	/** Where they stop. */
	readonly step: string;
	readonly devices: readonly Diagnosis[];
}

/** The step at which most devices stop. */
function mostStopped(diagnoses: readonly Diagnosis[]): Stopped {
	const failed = diagnoses.flatMap((diagnosis) => {
		const step = diagnosis.steps.find(({ status }) => status === 'failed')?.step;
		return step === undefined ? [] : [{ diagnosis, step }];
	});
	const groups = [...Map.groupBy(failed, ({ step }) => step)].map(([step, members]) => ({
		step: step.replace('-', ' '),
		devices: members.map(({ diagnosis }) => diagnosis),
	}));
	return groups.reduce((most, group) => (group.devices.length > most.devices.length ? group : most), {
		step: '',
		devices: [],
	});
}

function mend({ step, devices }: Stopped): string {
	const names = devices.map(({ device }) => neutraliseLine(device));
	const isNew = devices.every(({ hostKeyLine }) => hostKeyLine !== null);
	if (isNew) return `Next: add the host keys above to known_hosts, then run "fleet-drift doctor" again`;
	const [first = ''] = names;
	if (names.length === 1)
		return `Next: fix the ${step} of ${first} as described above, then run "fleet-drift doctor" again`;
	const all = `${names.length} devices (${nameSome(names, { most: SHOWN })})`;
	return `Next: fix the ${step} of ${all}, as "${step}" of ${first} says above, then run "fleet-drift doctor" again`;
}

function isIll({ status }: Diagnosis): boolean {
	return status === 'ill';
}

/**
 * Names no more than the devices that lack a file, where there are others that can be fetched: their intended configs may read
 * otherwise on purpose.
 *
 * @param options.isAll - whether every device lacks one
 * @param options.isRest - whether every other device cannot be fetched anyway
 */
function fetch(
	lacking: readonly Diagnosis[],
	{ isAll, isRest }: { readonly isAll: boolean; readonly isRest: boolean },
): string {
	const isFew = lacking.length <= SHOWN;
	const few = isFew ? lacking.map(({ device }) => neutraliseLine(device)).join(' ') : 'DEVICE…';
	return `Next: fleet-drift fetch ${isAll || (isRest && !isFew) ? '"*"' : few} --write`;
}
