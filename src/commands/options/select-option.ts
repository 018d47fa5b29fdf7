import { Option } from 'commander';

/** What every command that works on a part of the fleet takes. */
export function selectOption(): Option {
	return new Option('--select <expression>', 'which devices: "site=ams,fra role=edge !edge-07"').default(
		'',
		'the whole fleet',
	);
}
