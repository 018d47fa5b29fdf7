import type { Command } from 'commander';
import { adoptCommand } from './adopt.ts';
import { auditCommand } from './audit.ts';
import { calibrateCommand } from './calibrate.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { completionCommand } from './completion/completion.ts';
import { demoCommand } from './demo.ts';
import { devicesCommand } from './devices.ts';
import { diffCommand } from './diff.ts';
import { doctorCommand } from './doctor.ts';
import { fetchCommand } from './fetch/fetch.ts';
import { historyCommand } from './history.ts';
import { initCommand } from './init/init.ts';
import { maskCommand } from './mask.ts';
import { mergeCommand } from './merge.ts';
import { planCommand } from './plan.ts';
import { platformsCommand } from './platforms.ts';
import { preflightCommand } from './preflight.ts';
import { schemaCommand } from './schema.ts';
import { simulateCommand } from './simulate.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly ((line: CommandLine, exit: (code: ExitCode) => void) => Command)[] = [
	demoCommand,
	initCommand,
	devicesCommand,
	doctorCommand,
	auditCommand,
	planCommand,
	mergeCommand,
	preflightCommand,
	fetchCommand,
	adoptCommand,
	historyCommand,
	diffCommand,
	maskCommand,
	calibrateCommand,
	platformsCommand,
	schemaCommand,
	simulateCommand,
	completionCommand,
];
