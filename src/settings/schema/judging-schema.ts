import { z } from 'zod';
import { date, maskId, maskKind, nonEmpty, platform, reason, regularExpression } from './fleet-fields.ts';

/** One entry of `masks`: what is not a change, or must not be seen. */
export const mask = z.strictObject({
	id: maskId('my-counter'),
	platforms: z
		.array(platform)
		.min(1, { error: 'Name at least one platform, or leave the key out to mean all' })
		.optional()
		.describe('Where the mask holds; left out: everywhere.'),
	pattern: regularExpression.describe(
		'Matched against one line without its indentation, in linear time: no look-around, no back-references. Groups named `volatile` or `secret` mark what is replaced.',
	),
	kind: maskKind.describe(
		'volatile: not a change. secret: replaced by a fingerprint. volatile-secret: re-encrypted each time it is shown, so replaced and never drift.',
	),
	within: z
		.array(regularExpression)
		.min(1, { error: 'Name at least one parent line, or leave the key out' })
		.optional()
		.describe('Regular expressions for the last parents of the line, outermost first.'),
	reason,
});

/** One entry of `ignore`: drift that is accepted. */
export const ignore = z.strictObject({
	devices: z
		.array(nonEmpty('Write a device name or a glob such as "lab-*"'))
		.optional()
		.describe('Device names or globs; left out: every device.'),
	within: z
		.array(nonEmpty('Write a section header such as "interface Loopback99"'))
		.optional()
		.describe('Section headers, outermost first.'),
	pattern: regularExpression.optional().describe('Only lines that match; left out: every line of the section.'),
	reason,
	until: date.optional().describe('Last day on which the rule holds, YYYY-MM-DD.'),
});

/** One entry of `features`: a part that is judged by itself. */
export const feature = z.strictObject({
	name: nonEmpty('Write a name such as ntp').describe('What reports call it.'),
	within: z
		.array(regularExpression)
		.min(1, { error: 'Name at least one section, or leave the key out' })
		.optional()
		.describe(
			'Regular expressions for the section headers around its lines, outermost first; left out: the top level.',
		),
	pattern: regularExpression
		.optional()
		.describe('The lines that belong to it, with everything in them; left out: the whole section.'),
	ordered: z
		.boolean({ error: 'Write true or false' })
		.optional()
		.describe('Whether the order of its lines counts; left out: as the platform has it.'),
});
