import { ConnectionFailure } from '../../../src/adapters/connection/connection-failure.ts';
import { readAnswer } from '../../../src/adapters/rest/read-answer.ts';
import { platforms } from '../../../src/platforms/index.ts';
import { platformOf } from '../../support/platform-of.ts';
import { type FuzzTarget, unlessRefused } from '../fuzz-target.ts';

const SEEDS = [
	'{"jsonrpc":"2.0","id":"1","result":[{},{"output":"! Command: show running-config\\nhostname a\\nend\\n"}]}',
	'{"jsonrpc":"2.0","error":{"code":1002,"message":"CLI command 2 of 2 failed","data":[{"errors":["Invalid input"]}]}}',
	'{"ins_api":{"outputs":{"output":{"body":"hostname a\\n","code":"200","msg":"Success"}}}}',
	'<response status="success"><result><config version="10.1.0"><mgt-config/></config></result></response>',
	'<html><body>Login</body></html>',
	'config system global\nend\n',
];

const DICTIONARY = [
	'{',
	'}',
	'[',
	']',
	'"',
	':',
	',',
	'null',
	'1e999',
	'"__proto__":',
	'"result":',
	'"error":',
	'"output":',
	'"code":401,',
	'\\u0000',
	'\\ud800',
	'<',
	'</',
	'>',
	'<!doctype html>',
	'<result>',
	'status="error"',
	'\u0000',
	'\ufeff',
];

const answers = platforms.names.flatMap((name) => platformOf(name).rest?.answer ?? []);

/** The body of an answer with a good status. */
export const httpTarget: FuzzTarget = {
	name: 'rest-answer',
	seeds: SEEDS,
	dictionary: DICTIONARY,
	input: 'text',
	run(input) {
		const reply = { status: 200, headers: {}, body: Buffer.from(input), isFramed: true };
		for (const answer of answers) {
			const context = { where: '192.0.2.1:443', name: 'POST /command-api', answer };
			const text = unlessRefused(() => readAnswer(reply, context), ConnectionFailure);
			if (text?.includes('\r')) throw new Error('a carriage return is left in the config');
		}
	},
};
