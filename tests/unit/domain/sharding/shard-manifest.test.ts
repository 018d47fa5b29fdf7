import { describe, expect, it } from 'vitest';
import { matrixOf } from '../../../../src/domain/sharding/shard-manifest.ts';
import { aManifest } from '../../../support/shards.ts';

describe('matrixOf', () => {
	it('has a job for every shard that has devices', () => {
		expect(matrixOf(aManifest([['a'], [], ['b', 'c']]))).toEqual({
			include: [
				{ shard: '1/3', name: '1-of-3' },
				{ shard: '3/3', name: '3-of-3' },
			],
		});
	});
});
