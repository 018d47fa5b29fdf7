/** What makes one device's text another than the next one's. */
export interface DeviceConfigOptions {
	readonly name: string;
	/** About so many: the last block is written to its end. */
	readonly lines: number;
	/** Any whole number; equal numbers give equal text. */
	readonly seed: number;
}

/** A configuration in the style of IOS and EOS, with about one line in a hundred a secret that masks have to find. */
export function deviceConfig({ name, lines, seed }: DeviceConfigOptions): string {
	const written = ['version 15.9', `hostname ${name}`, ...logins(seed)];
	for (let index = 0; written.length < lines; index += 1) {
		written.push(...(index % 9 === 8 ? accessList(index, seed) : interfaceBlock(index, seed)), '!');
	}
	return [...written, `ip route 0.0.0.0 0.0.0.0 10.255.${seed % 250}.1`, 'end', ''].join('\n');
}

/** The same text as a pull request would have it: one description changed, one server added. */
export function candidateOf(config: string): string {
	return config
		.replace(/^ description customer 1 .*$/m, ' description customer 1 after its move')
		.replace(/^end$/m, 'ntp server 192.0.2.123\nend');
}

/** The same text after somebody was on the device: static routes that nobody wrote down. */
export function driftedFrom(config: string, { lines = 1 }: { readonly lines?: number } = {}): string {
	const routes = Array.from(
		{ length: lines },
		(_, index) => `ip route 198.51.${100 + index}.0 255.255.255.0 192.0.2.9\n`,
	);
	return config.replace(/^end$/m, `${routes.join('')}end`);
}

function logins(seed: number): readonly string[] {
	return [
		'!',
		`enable secret 9 $9$LABONLY$FAKE${seed}enable`,
		`username netops privilege 15 secret 9 $9$LABONLY$FAKE${seed}netops`,
		`snmp-server community fake-lab-${seed} RO`,
		'!',
	];
}

function interfaceBlock(index: number, seed: number): readonly string[] {
	return [
		`interface GigabitEthernet${Math.floor(index / 48)}/${index % 48}`,
		` description customer ${index} of building ${(index + seed) % 17}, circuit C-${seed}-${index * 7}`,
		` ip address 10.${seed % 250}.${index % 250}.1 255.255.255.0`,
		' no ip redirects',
		' no ip proxy-arp',
		` ip ospf cost ${(index % 900) + 1}`,
		index % 10 === 0
			? ` ip ospf message-digest-key 1 md5 7 02${index % 10}F4C5A0B1D${(index % 90) + 10}`
			: ' ip ospf 1 area 0',
		` service-policy output QOS-${index % 7}`,
	];
}

function accessList(index: number, seed: number): readonly string[] {
	return [
		`ip access-list extended CUSTOMER-${index}`,
		...Array.from(
			{ length: 30 },
			(_, entry) => ` permit tcp 10.${seed % 250}.${entry}.0 0.0.0.255 any eq ${1_024 + entry * 3 + index}`,
		),
	];
}
