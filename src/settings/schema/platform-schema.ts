import { z } from 'zod';
import {
	CONFIG_ELEMENT,
	CONFIG_RESOURCE,
	ENABLE_COMMAND,
	HARMLESS_ANSWER,
	LOGOUT_COMMAND,
	SESSION_COMMAND,
	SHOW_COMMAND,
} from '../../domain/platform/read-only-commands.ts';
import {
	maskId,
	maskKind,
	matching,
	nonEmpty,
	oneOf,
	platform,
	reason,
	regularExpression,
	wholeNumber,
} from './fleet-fields.ts';

const patterns = z.array(regularExpression);

const dialogue = z.strictObject({
	prompt: regularExpression.describe('Matches the end of what the device says.'),
	answer: matching(
		HARMLESS_ANSWER,
		'Write a key or a no, such as " ", "n" or "\\n": a question that nobody reads is never answered with yes',
	).describe('A key (a space, a line feed in double quotes, a, q) or a no.'),
});

const cli = z.strictObject({
	channel: oneOf(['shell', 'exec'])
		.optional()
		.describe('exec: an SSH exec request, whose end is the exit status. shell: typed at a prompt.'),
	prompt: regularExpression.optional().describe('The shape of a prompt; what it matches is then matched literally.'),
	enable: z
		.strictObject({
			command: matching(ENABLE_COMMAND, 'Write enable, super or login, and a level if need be').describe(
				'What is typed.',
			),
			'password-prompt': regularExpression.describe('Matches the question for the password.'),
			privileged: regularExpression.describe('Matches a prompt at which everything can already be read.'),
		})
		.nullable()
		.optional()
		.describe('How to get to a level that may read the whole config; null: there is no such step.'),
	setup: z
		.array(
			matching(
				SESSION_COMMAND,
				'Write a command that changes nothing but paging or the width of the session, such as terminal length 0',
			),
		)
		.optional()
		.describe('Session-only commands: paging off, wide terminal.'),
	'show-running': matching(
		SHOW_COMMAND,
		'Write a command that only shows, such as show running-config; a pipe may filter lines and nothing else',
	)
		.optional()
		.describe('Shows the running config.'),
	failures: patterns.optional().describe('Match lines by which the device refuses a command.'),
	pager: dialogue
		.optional()
		.describe('A pager that comes although it was switched off, and the key that turns the page.'),
	questions: z.array(dialogue).optional().describe('Questions at login and their answers.'),
	logout: matching(LOGOUT_COMMAND, 'Write exit, quit, logout, logoff or bye')
		.nullable()
		.optional()
		.describe('Ends the session; null: it is hung up.'),
});

const enabledBy = nonEmpty('Write the command that switches it on')
	.optional()
	.describe('What switches it on, as an administrator would type it; errors say it.');

const netconf = z
	.strictObject({
		element: matching(
			CONFIG_ELEMENT,
			'Write one empty element, such as <native xmlns="http://example.com/ns/acme"/>; nothing else goes into the request',
		)
			.optional()
			.describe('The element of the model that holds the configuration; left out: all that there is.'),
		'enabled-by': enabledBy,
	})
	.describe('NETCONF: `get-config` of the running datastore, compared as XML.');

const restconf = z
	.strictObject({
		resource: matching(
			CONFIG_RESOURCE,
			'Write the path of a data resource, such as /restconf/data/Acme-native:native; operations are never called',
		)
			.optional()
			.describe('The path of the configuration. Default /restconf/data.'),
		'enabled-by': enabledBy,
	})
	.describe('RESTCONF (`transport: rest`): GET of a data resource, compared as JSON.');

const block = z.strictObject({
	id: nonEmpty('Write a name such as banner').describe('What messages call it.'),
	start: regularExpression.describe('Matches the first line of the block, without its indentation.'),
	end: nonEmpty('Write a regular expression, delimiter or braces').describe(
		'A regular expression for the last line; delimiter: the next one of what the group `delimiter` of start caught; braces: where its braces close.',
	),
});

const program = z.strictObject({
	start: regularExpression.describe('Matches the line that starts the program.'),
	end: regularExpression.describe('Matches the line that ends it.'),
});

const syntax = z.strictObject({
	style: oneOf(['indented', 'braces', 'set', 'edit-blocks', 'paths', 'json', 'xml'])
		.optional()
		.describe('How the text shows what belongs to what.'),
	comments: z
		.array(nonEmpty('Write what a comment begins with, such as "!"'))
		.optional()
		.describe('A line that begins with one of these is not compared.'),
	negation: z.string({ error: 'Write a text such as "no "' }).optional().describe('What takes a command back: "no ".'),
	closers: patterns.optional().describe('Match lines that only close a section.'),
	frame: patterns.optional().describe('Match lines around the config that are not config.'),
	blocks: z.array(block).optional().describe('Multi-line blocks in which lines are data.'),
	programs: z
		.array(program)
		.optional()
		.describe('Programs with an end of their own: everything in between belongs to them, however it is indented.'),
	continuation: nonEmpty('Write what ends a line that continues on the next one')
		.optional()
		.describe('What ends a line that continues on the next one.'),
});

const completeness = z
	.strictObject({
		proof: oneOf(['last-line', 'balanced-braces', 'balanced-blocks', 'required-line', 'parses', 'channel']).describe(
			'What is looked for; channel: nothing but the end of the answer.',
		),
		pattern: regularExpression
			.optional()
			.describe('For last-line, required-line and parses (a line at the top of the document).'),
		'min-lines': wholeNumber(1, 10_000).optional().describe('Fewer lines are never a whole config. Default 3.'),
	})
	.describe('What proves that a config is whole; without it the device is unknown, never drifted.');

const mask = z.strictObject({
	id: maskId('acme-clock'),
	pattern: regularExpression.describe('Matched against one line without its indentation; groups as in `masks`.'),
	kind: maskKind.describe('As in `masks`.'),
	within: patterns
		.min(1, { error: 'Name at least one parent line, or leave the key out' })
		.optional()
		.describe('Regular expressions for the last parents of the line, outermost first.'),
	reason,
});

const order = z.strictObject({
	kind: oneOf(['children', 'siblings', 'whole-body']).describe(
		'children: the lines in a section. siblings: lines that match and share group 1. whole-body: the text of a section is one value.',
	),
	within: patterns
		.min(1, { error: 'Name at least one section, or leave the key out' })
		.optional()
		.describe('Regular expressions for the section headers around the lines, outermost first.'),
	pattern: regularExpression.optional().describe('For siblings.'),
});

export const platformName = matching(
	/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/,
	'Use lower-case letters, digits and "_", beginning with a letter, such as acme_os',
);

/** A team's own platform: the shape of those that ship, of which one is taken for what is left out. */
export const ownPlatform = z.strictObject({
	like: platform.optional().describe('The platform that supplies what is left out here. Default generic.'),
	title: nonEmpty('Write what people call it, such as Acme OS').optional().describe('What people call it.'),
	aliases: z.array(platformName).optional().describe('Other names for it.'),
	cli: cli
		.optional()
		.describe('How to get the running config through a command line; only what is listed here is sent.'),
	netconf: netconf.optional(),
	restconf: restconf.optional(),
	syntax: syntax.optional().describe('How its configuration is written.'),
	completeness: completeness.optional(),
	masks: z.array(mask).optional().describe('Volatile lines and secrets, besides those of `like`.'),
	order: z.array(order).optional().describe('Sections whose order has a meaning, instead of those of `like`.'),
});
