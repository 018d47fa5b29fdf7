import { describe, expect, it } from 'vitest';
import { differences } from '../../../../support/compare-texts.ts';
import { platformOf } from '../../../../support/platform-of.ts';

/** What type 7 makes of `cisco`. */
const ENCRYPTED = '7 0822455D0A16';

const onIos = (intended: string, running: string): readonly string[] =>
	differences({ intended, running, platform: platformOf('cisco_ios') });

describe('matchClearSecrets', () => {
	it.each(['username anna password', 'tacacs-server host 192.0.2.1 key', 'ip ospf message-digest-key 1 md5'])(
		'takes a clear one for what the device encrypted: %s',
		(command) => {
			expect(onIos(`${command} cisco`, `${command} ${ENCRYPTED}`)).toEqual([]);
			expect(onIos(`${command} other`, `${command} ${ENCRYPTED}`)).not.toEqual([]);
		},
	);

	it('sees that what is intended encrypted is in clear', () => {
		expect(onIos(`username anna password ${ENCRYPTED}`, 'username anna password cisco')).toHaveLength(1);
	});

	it('holds the device to the form that the file says', () => {
		expect(onIos('username anna password 0 cisco', `username anna password ${ENCRYPTED}`)).toHaveLength(1);
	});
});
