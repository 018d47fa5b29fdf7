import type { Pieces } from '../../domain/text/pieces.ts';
import { piecesInTurns } from '../../infrastructure/turns.ts';
import type { CommandLine } from '../command-line.ts';

/** Prints what may be long, in turns with timers and sockets. */
export async function print(pieces: Pieces, { stdout }: Pick<CommandLine, 'stdout'>): Promise<void> {
	for await (const piece of piecesInTurns(pieces)) stdout.write(piece);
}
