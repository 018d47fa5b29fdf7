import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { maskContent } from '../../src/domain/masking/mask-content.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import { platforms } from '../../src/platforms/index.ts';
import { platformOf } from '../support/platform-of.ts';

/** The only commands that may be sent: each reads, or it changes the session and nothing else. One line per family. */
const HARMLESS: readonly RegExp[] = [
	/^set terminal (?:length 0|width 512)$/,
	/^admin (?:display-config|show configuration)$/,
	/^(?:environment (?:no more|more false|console width \d+|prompt timestamp false)|logout)$/,
	/^\/export$/,
	/^set cli (?:scripting-mode on|pager off|terminal width \d+)$/,
	// A pipe may filter what is shown, and never send it elsewhere (`| redirect`, `| tee`, `| save`, `> file`).
	/^show(?: [a-z-]+)*(?: \| (?:no-more|grep \.|display (?:omit|set)))*$/,
	/^terminal (?:length 0|width \d+|pager 0|exec prompt no-timestamp)$/,
	/^vtysh -c 'show running-config'$/,
	/^display current-configuration$/,
	/^(?:enable|exit|quit|no page)$/,
	/^screen-length (?:0 temporary|disable)$/,
	/^disable clipaging session$/,
	/^set clienv rows 0$/,
	/^cat \/(?:cf\/)?conf\/config\.xml$/,
	/^nv config show --color off$/,
	/^tmsh -q -c "cd \/; list recursive"$/,
];

const PROMPTS: readonly { readonly platform: string; readonly prompt: string }[] = [
	{ platform: 'vyos', prompt: 'vyos@ams-gw-02:~$ ' },
	{ platform: 'vyos', prompt: 'anna@ams-gw-02> ' },
	{ platform: 'ubiquiti_edgeos', prompt: 'ubnt@ams-gw-03:~$ ' },
	{ platform: 'nokia_sros', prompt: 'A:ams-pe-02# ' },
	{ platform: 'nokia_sros', prompt: '*B:ams-pe-02# ' },
	{ platform: 'nokia_srosmd', prompt: 'A:anna@ams-pe-03# ' },
	{ platform: 'mikrotik_routeros', prompt: '[anna@ams-gw-01] > ' },
	{ platform: 'mikrotik_routeros', prompt: '[anna+ct511w4098h@ams gw 01] >' },
	{ platform: 'cisco_asa', prompt: 'ams-fw-03> ' },
	{ platform: 'cisco_asa', prompt: 'ams-fw-03# ' },
	{ platform: 'cisco_asa', prompt: 'ams-fw-03/pri/act# ' },
	{ platform: 'paloalto_panos', prompt: 'anna@ams-fw-02> ' },
	{ platform: 'paloalto_panos', prompt: 'anna@ams-fw-02(active)> ' },
	{ platform: 'paloalto_panos', prompt: 'anna@example.net@ams-fw-02(active-primary)>' },
	{ platform: 'cisco_ios', prompt: 'ams-edge-01>' },
	{ platform: 'cisco_ios', prompt: 'ams-edge-01#' },
	{ platform: 'cisco_ios', prompt: 'ams.edge/01# ' },
	{ platform: 'cisco_ios', prompt: 'ams_edge(1)[core]#' },
	{ platform: 'cisco_nxos', prompt: 'ams-leaf-01# ' },
	{ platform: 'cisco_nxos', prompt: 'ams-leaf-01(maint-mode)# ' },
	{ platform: 'cisco_xr', prompt: 'RP/0/RP0/CPU0:ams-pe-01#' },
	{ platform: 'cisco_xr', prompt: 'RP/0/RSP1/CPU0:ams-pe-01# ' },
	{ platform: 'arista_eos', prompt: 'ams-spine-01>' },
	{ platform: 'arista_eos', prompt: 'ams-spine-01(s1)#' },
	{ platform: 'juniper_junos', prompt: 'anna@ams-mx-01> ' },
	{ platform: 'frr', prompt: 'anna@ams-rr-01:~$ ' },
	{ platform: 'fortinet', prompt: 'ams-fw-01 # ' },
	{ platform: 'fortinet', prompt: 'ams-fw-01 (global) # ' },
	{ platform: 'fortinet', prompt: 'ams-fw-01(Primary) (root) # ' },
	{ platform: 'fortinet', prompt: '(M) ams-lb-01 $ ' },
	{ platform: 'aruba_aoscx', prompt: 'ams-acc-01# ' },
	{ platform: 'checkpoint_gaia', prompt: 'ams-fw-01> ' },
	{ platform: 'checkpoint_gaia', prompt: 'ams-fw-01:1> ' },
	{ platform: 'dell_os10', prompt: 'ams-leaf-11#' },
	{ platform: 'extreme_exos', prompt: 'ams-acc-03.1 # ' },
	{ platform: 'extreme_exos', prompt: '* Slot-1 ams-acc-03.12 # ' },
	{ platform: 'extreme_exos', prompt: '! * (pending-AAA) ams-acc-03.1 > ' },
	{ platform: 'generic', prompt: 'ams-ts-01#' },
	{ platform: 'hp_comware', prompt: '<ams-agg-01>' },
	{ platform: 'hp_comware', prompt: '<AMS core (1)>' },
	{ platform: 'hp_procurve', prompt: 'ams-acc-02# ' },
	{ platform: 'hp_procurve', prompt: 'HP ProCurve Switch 2524# ' },
	{ platform: 'huawei_vrp', prompt: '<ams-pe-01>' },
	{ platform: 'huawei_vrp', prompt: 'HRP_M<ams-fw-02>' },
	{ platform: 'huawei_vrp', prompt: '<AMS PE (1), room +2>' },
	{ platform: 'hp_procurve', prompt: 'HP-2920 (room 2)# ' },
	{ platform: 'nokia_sros', prompt: '*A:ams pe 02# ' },
	{ platform: 'nokia_srosmd', prompt: 'A:anna@ams pe 03# ' },
];

const ANSWERS: readonly { readonly platform: string; readonly answer: string }[] = [
	{ platform: 'vyos', answer: 'Invalid command: [configuration]' },
	{ platform: 'ubiquiti_edgeos', answer: 'vbash: show: command not found' },
	{ platform: 'nokia_sros', answer: 'Error: Bad command.' },
	{ platform: 'nokia_sros', answer: 'MINOR: CLI Command not allowed for this user.' },
	{ platform: 'nokia_srosmd', answer: "MINOR: MGMT_CORE #2201: Unknown element - 'display-config'" },
	{ platform: 'mikrotik_routeros', answer: 'bad command name export (line 1 column 2)' },
	{ platform: 'mikrotik_routeros', answer: 'not enough permissions (9)' },
	{ platform: 'cisco_asa', answer: "ERROR: % Invalid input detected at '^' marker." },
	{ platform: 'cisco_asa', answer: 'Command authorization failed' },
	{ platform: 'paloalto_panos', answer: 'Unknown command: show config running' },
	{ platform: 'paloalto_panos', answer: 'Invalid syntax.' },
	{ platform: 'cisco_ios', answer: "% Invalid input detected at '^' marker." },
	{ platform: 'cisco_ios', answer: 'Command authorization failed.' },
	{ platform: 'cisco_ios', answer: '% Authorization failed.' },
	{ platform: 'cisco_nxos', answer: '% Permission denied for the role' },
	{ platform: 'cisco_nxos', answer: "% Invalid command at '^' marker." },
	{ platform: 'cisco_xr', answer: '% This command is not authorized' },
	{ platform: 'arista_eos', answer: '% Invalid input (privileged mode required)' },
	{ platform: 'arista_eos', answer: "% Authorization denied for command 'show running-config'" },
	{ platform: 'juniper_junos', answer: 'error: permission denied: configuration' },
	{ platform: 'juniper_junos', answer: 'unknown command.' },
	{ platform: 'juniper_junos', answer: 'sh: show: not found' },
	{ platform: 'frr', answer: '% Unknown command: show running-config' },
	{ platform: 'frr', answer: 'sh: 1: vtysh: not found' },
	{ platform: 'frr', answer: 'Exiting: failed to connect to any daemons.' },
	{ platform: 'fortinet', answer: 'Unknown action 0' },
	{ platform: 'fortinet', answer: "command parse error before 'grep'" },
	{ platform: 'fortinet', answer: 'Command fail. Return code -37' },
	{ platform: 'aruba_aoscx', answer: 'Invalid input: running-config' },
	{ platform: 'aruba_aoscx', answer: 'Cannot execute command. Command not allowed.' },
	{ platform: 'checkpoint_gaia', answer: "CLINFR0329  Invalid command:'show configuration'." },
	{ platform: 'dell_os10', answer: '% Error: Unrecognized command.' },
	{ platform: 'extreme_exos', answer: "%% Invalid input detected at '^' marker." },
	{ platform: 'generic', answer: "% Invalid input detected at '^' marker." },
	{ platform: 'hp_comware', answer: " % Unrecognized command found at '^' position." },
	{ platform: 'hp_procurve', answer: 'Invalid input: running-config' },
	{ platform: 'huawei_vrp', answer: "Error: Unrecognized command found at '^' position." },
	{
		platform: 'huawei_vrp',
		answer: 'Error: You do not have permission to run the command or the command is incomplete.',
	},
	{ platform: 'cumulus', answer: '-bash: nv: command not found' },
	{ platform: 'f5_tmsh', answer: 'Syntax Error: unexpected argument "tmsh"' },
	{ platform: 'opnsense', answer: 'cat: /conf/config.xml: Permission denied' },
	{ platform: 'pfsense', answer: 'cat: /cf/conf/config.xml: No such file or directory' },
	{ platform: 'sonic', answer: 'Error: No such command "runningconfiguration".' },
];

const QUESTIONS: readonly { readonly platform: string; readonly question: string; readonly answer: string }[] = [
	{ platform: 'fortinet', question: "(Press 'a' to accept):", answer: 'a' },
	{ platform: 'huawei_vrp', question: 'The password needs to be changed. Change now? [Y/N]: ', answer: 'n\n' },
	{ platform: 'huawei_vrp', question: 'Do you want to save the configuration? [y/n]:', answer: 'n\n' },
	{ platform: 'hp_comware', question: 'Press Y or ENTER to continue, N to exit.', answer: '\n' },
	{ platform: 'hp_procurve', question: 'Press any key to continue', answer: ' ' },
	{ platform: 'hp_procurve', question: 'Enter switch number to connect to or <CR>:', answer: '\n' },
	{ platform: 'aruba_aoscx', question: 'Press any key to continue', answer: ' ' },
	{ platform: 'generic', question: 'Change the password now? [y/N] ', answer: 'n\n' },
];

function isHarmless(command: string): boolean {
	return HARMLESS.some((pattern) => pattern.test(command));
}

describe('what counts as harmless', () => {
	it.each([
		'configure terminal',
		'show running-config | redirect flash:x',
		'show running-config | tee flash:x',
		'show configuration | save x',
		'show configuration > x',
		'show running-config\nreload',
		'show x; reboot',
		'terminal monitor',
		'write memory',
		'copy running-config startup-config',
		'enable\nconfigure',
		'disable clipaging',
		'save',
		"vtysh -c 'show running-config' -c 'configure'",
		'terminal width 80\nconfigure',
	])('is not %j', (command) => {
		expect(isHarmless(command)).toBe(false);
	});
});

describe('prompts', () => {
	it.each(PROMPTS)('of $platform are learnt: $prompt', ({ platform, prompt }) => {
		expect(platformOf(platform).cli.prompt.test(prompt)).toBe(true);
	});

	it.each([
		'snmp-server contact Ask <noc@example.com>',
		'description to core >',
		' banner motd #',
		'Last login: Mon Jan  5 10:12:13 2026 from 203.0.113.4',
	])('are not learnt from a line of text: %s', (line) => {
		const shells = platforms.names.map(platformOf).filter(({ cli }) => cli.channel === 'shell');

		expect(shells.filter(({ cli }) => cli.prompt.test(line)).map(({ name }) => name)).toEqual([]);
	});
});

describe('questions at login', () => {
	it.each(QUESTIONS)('of $platform are answered: $question', ({ platform, question, answer }) => {
		const asked = platformOf(platform).cli.questions.filter(({ prompt }) => prompt.test(question));

		expect(asked.map((known) => known.answer)).toEqual([answer]);
	});

	it.each(platforms.names)('of %s never ask for more than a key or a no', (name) => {
		const answers = platformOf(name).cli.questions.map(({ answer }) => answer);

		expect(answers.filter((answer) => !/^(?:a|n|N|q|cli|)\r?\n?$|^ $/.test(answer))).toEqual([]);
	});
});

describe('refused commands', () => {
	it.each(ANSWERS)('of $platform are recognised: $answer', ({ platform, answer }) => {
		expect(platformOf(platform).cli.failures.some((failure) => failure.test(answer))).toBe(true);
	});
});

describe.each(platforms.names)('%s', (name) => {
	const platform = platformOf(name);
	const { cli } = platform;

	it('takes no line of its own configs for a refused command, a pager or a question', () => {
		const lines = ['in-sync/running.cfg', 'drift/running.cfg'].flatMap((file) =>
			readFileSync(new URL(`${name}/${file}`, import.meta.url), 'utf8').split('\n'),
		);
		const patterns = [...cli.failures, cli.pager.prompt, ...cli.questions.map(({ prompt }) => prompt)];

		expect(lines.filter((line) => patterns.some((pattern) => pattern.test(line)))).toEqual([]);
	});

	it('sends nothing that could change the device', () => {
		const commands = [...cli.setup, cli.showRunning, cli.logout, cli.enable?.command ?? null];

		expect(commands.filter((command) => command !== null && !isHarmless(command))).toEqual([]);
	});

	it('turns a page with a key that does nothing else', () => {
		expect(cli.pager.answer).toBe(' ');
	});

	it('hides a private key that runs over several lines', () => {
		const key = ['-----BEGIN RSA PRIVATE KEY-----', 'MIIEfictive', 'AAAAfictive', '-----END RSA PRIVATE KEY-----'];

		const { text } = maskContent(`${key.join('\n')}\n`, compileMasks(platform, { fingerprintKey: 'key' }));

		expect(text).not.toContain('fictive');
		expect(text.split('\n')).toHaveLength(4);
	});
});
