import { describe, expect, it } from 'vitest';
import { fillIn, placeholdersOf } from '../../../../src/adapters/rest/fill-in.ts';
import { testCredentials } from '../../../support/ssh/ssh-fixtures.ts';

const values = { ...placeholdersOf(testCredentials({ password: 'a"{token}&=\\', token: 't' })), session: 's' };

describe('fillIn', () => {
	it('writes values as the body needs them, and looks at no value again', () => {
		const value = { user: '{username}', list: [1, true, null, '{password}'], other: '{"op": []} {passwords}' };

		const { body } = fillIn({ method: 'POST', path: '/', body: { kind: 'json', value } }, { send: {}, values });

		expect(JSON.parse(body)).toEqual({ user: 'audit', list: [1, true, null, 'a"{token}&=\\'], other: value.other });
	});

	it('writes forms', () => {
		const fields = { password: '{password}', fixed: 'a b' };

		const request = fillIn({ method: 'POST', path: '/', body: { kind: 'form', fields } }, { send: {}, values });

		expect(Object.fromEntries(new URLSearchParams(request.body))).toEqual({ password: values.password, fixed: 'a b' });
		expect(request.headers['content-type']).toBe('application/x-www-form-urlencoded');
	});

	it('adds what goes with every request; the request itself wins', () => {
		const request = { method: 'GET', path: '/x', headers: { Accept: 'b' }, query: { scope: 'global' } } as const;
		const send = { headers: { accept: 'a', 'X-Sid': '{session}' }, query: { key: '{session}' } };

		expect(fillIn(request, { send, values })).toEqual({
			method: 'GET',
			path: '/x',
			headers: { accept: 'b', 'x-sid': 's' },
			query: { key: 's', scope: 'global' },
			body: '',
		});
	});

	it('falls back to the password where there is no enable password', () => {
		expect(placeholdersOf(testCredentials()).enable).toBe('open sesame');
		expect(placeholdersOf(testCredentials({ enable: 'e' })).enable).toBe('e');
		expect(placeholdersOf(testCredentials({ password: null })).enable).toBe('');
	});
});
