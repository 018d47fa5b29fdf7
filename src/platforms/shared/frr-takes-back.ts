/** What the negation with all words of a line does not take back: refused so by vtysh of FRRouting 8.4, and taken as it stands here. */
export const frrTakesBack: readonly (readonly [pattern: RegExp, command: string])[] = [
	// There is no command against these: the values that hold anyway. `no exec-timeout` is a session without end.
	[/^detect-multiplier .*$/, 'detect-multiplier 3'],
	[/^(receive-interval|transmit-interval) .*$/, '$1 300'],
	[/^(echo (?:receive|transmit)-interval) .*$/, '$1 50'],
	[/^exec-timeout .*$/, 'exec-timeout 10 0'],
	// Without the value.
	[
		/^((?:accept|send)-lifetime|(?:area|domain)-password|(?:enable )?password|description|aggregation timer|spf-delay-ietf|segment-routing global-block|set as-path prepend|set table|ip ospf network) .*$/,
		'no $1',
	],
	[/^(maximum-paths) \d+$/, 'no $1'],
	[/^(graceful-restart) grace-period \d+$/, 'no $1'],
	[/^(on-match goto) \d+$/, 'no $1'],
	[/^(network \S+ rd \S+ label \d+) route-map \S+$/, 'no $1'],
	[/^(index \d+) .*$/, 'no $1'],
	[/^(area \S+ range \S+) cost \d+ substitute \S+$/, 'no $1'],
	[/^(advertise ipv[46] unicast) .*$/, 'no $1'],
	[/^(ip msdp peer \S+) source \S+$/, 'no $1'],
	[/^(redistribute ipv[46] \S+) (?:metric|route-map) .*$/, 'no $1'],
	[/^(default-information originate ipv[46])(?: always)?(?: (?:metric|route-map) \S+)*$/, 'no $1'],
];
