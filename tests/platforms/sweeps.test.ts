import { expect, it } from 'vitest';
import { alternationsOf } from '../../src/domain/text/any-of.ts';
import { platforms } from '../../src/platforms/index.ts';
import { platformOf } from '../support/platform-of.ts';

/** What may begin behind a blank: a text has one every few letters. */
const BEHIND_A_BLANK = /^\(\?(?:<=|:)\^\|/;
/** Looked for anywhere. */
const ANYWHERE = /%%/;

it.each(platforms.names)(
	'%s has no mask look for blanks together with rare signs, between which a search passes over most of a text',
	(name) => {
		const slow = platformOf(name).masks.filter(
			({ pattern }) =>
				pattern instanceof RegExp &&
				BEHIND_A_BLANK.test(pattern.source) &&
				alternationsOf([pattern, ANYWHERE]).length === 1,
		);

		expect(slow.map(({ id }) => id)).toEqual([]);
	},
);
