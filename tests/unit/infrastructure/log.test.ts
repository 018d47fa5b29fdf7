import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLog, type Log, type LogOptions } from '../../../src/infrastructure/log.ts';
import { commandsIn } from '../../support/github/runner-commands.ts';

function capture(options: Partial<LogOptions> = {}): { readonly log: Log; readonly written: () => string } {
	let written = '';
	const log = createLog({
		inActions: true,
		...options,
		write: (text) => {
			written += text;
		},
	});
	return { log, written: () => written };
}

const annotation = {
	path: 'intended-configs/a,b:c.cfg',
	startLine: 3,
	endLine: 4,
	level: 'failure',
	title: 'missing: 50%',
	message: 'line one\nline two',
} as const;

describe('createLog in Actions', () => {
	it('writes an annotation that the runner reads back whole', () => {
		const { log, written } = capture();

		log.annotate(annotation);

		expect(commandsIn(written())).toEqual([
			{
				syntax: 'v2',
				name: 'error',
				properties: { file: annotation.path, line: '3', endLine: '4', title: annotation.title },
				data: annotation.message,
			},
		]);
	});

	it('folds what is said within a group, even when it fails', async () => {
		const { log, written } = capture();

		const failing = log.group('edge-01', () => {
			log.info('connecting');
			throw new Error('boom');
		});

		await expect(failing).rejects.toThrow('boom');
		expect(written()).toBe('::group::edge-01\nconnecting\n::endgroup::\n');
	});

	it('tells the runner every secret, each line of it and its encoded forms', () => {
		const { log, written } = capture();

		log.registerSecrets(['top\nsecret 100%', 'abc']);

		const masks = commandsIn(written()).map((command) => command.data);
		expect(masks).toContain('top\nsecret 100%');
		expect(masks).toContain('secret 100%');
		expect(masks).toContain('secret%20100%25');
		expect(masks).not.toContain('top');
		expect(masks).not.toContain('abc');
		expect(commandsIn(written()).every((command) => command.name === 'add-mask')).toBe(true);
	});

	it('runs no command but its own, whatever it is told', () => {
		const hostile = fc.array(
			fc.constantFrom('::', '##[', 'error', ']', '\r', '\n', '%0A', '\u0085', ' ', ',', ':', 'x='),
		);
		fc.assert(
			fc.property(hostile, (parts) => {
				const { log, written } = capture();
				const text = parts.join('');
				log.info(text);
				log.warning(text);
				log.debug(text);
				log.annotate({ ...annotation, path: text, title: text, message: text });
				expect(commandsIn(written()).map((command) => command.name)).toEqual(['warning', 'debug', 'error']);
			}),
			{ numRuns: 5000 },
		);
	});

	it('says no secret in any way, also one that a command would break apart', () => {
		const { log, written } = capture();
		log.registerSecrets(['##[hunter2', '::p4ssword']);
		const registered = written().length;

		for (const say of [log.info, log.warning, log.error, log.debug]) say('##[hunter2 and ::p4ssword');
		log.annotate({ ...annotation, path: '##[hunter2', title: '::p4ssword', message: '##[hunter2' });

		expect(written().slice(registered)).not.toMatch(/hunter2|p4ssword/u);
	});
});

describe('createLog on a terminal', () => {
	it('labels what is not information and indents further lines', () => {
		const { log, written } = capture({ inActions: false });

		log.info('24 devices');
		log.warning('one\ntwo');
		log.annotate(annotation);
		log.debug('unseen');

		expect(written()).toBe(
			'24 devices\nwarning: one\n  two\nerror: intended-configs/a,b:c.cfg:3: missing: 50%: line one\n  line two\n',
		);
	});

	it('breaks lines where it knows the width', () => {
		const { log, written } = capture({ inActions: false, width: 24 });

		log.error('3 problems; nothing was contacted\nfleet.yml:1:1: what is wrong');

		expect(written()).toBe(
			'error: 3 problems;\n       nothing was\n       contacted\n  fleet.yml:1:1: what\n    is wrong\n',
		);
	});

	it('writes no add-mask command and still redacts', () => {
		const { log, written } = capture({ inActions: false, verbose: true });
		log.registerSecrets(['hunter2']);

		log.debug('password hunter2');

		expect(written()).toBe('debug: password ***\n');
	});

	it('colours its own labels and passes no escape sequence on', () => {
		const { log, written } = capture({ inActions: false, colour: true });

		log.error('\u001b[2Jgone');

		expect(written()).toBe('\u001b[31merror:\u001b[0m ␛[2Jgone\n');
	});
});
