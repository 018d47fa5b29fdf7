import type { Scope } from '../compare/scope.ts';
import { prepareConfig } from '../config/prepare-config.ts';
import { isOfDocuments } from '../config/style-of.ts';
import type { DeviceConfig } from '../device.ts';
import type { Change } from '../drift-report.ts';
import { HIDDEN_SECRET } from '../masking/fingerprint.ts';
import type { CompiledMasks } from '../masking/registry.ts';
import { differences, gainOf, identityOf, takerOf, tryDifferences } from './differences.ts';
import { type Against, editFile } from './edit-file.ts';

/** A file, what the device runs, and what of it may be written. */
export interface AdoptOptions extends Omit<Against, 'scope'> {
	/** The intended file as it is: every line that is not adopted stays. */
	readonly text: string;
	/** @default 'full' */
	readonly scope?: Scope;
	/** Which drift is to be adopted; a text of several lines is one value and adopted as a whole. @default all of it */
	readonly isChosen?: (change: Change) => boolean;
	/** Why a line of the device must not be written, in words that follow it: `holds a password`; null: it may. */
	readonly refusalOf?: (line: string) => string | null;
}

/** An intended file that says what the device runs. */
export interface Adoption {
	readonly text: string;
	/** Chosen drift that is gone. */
	readonly adopted: readonly Change[];
	/** What the next audit finds all the same. */
	readonly refused: readonly RefusedChange[];
}

/** Drift that was chosen, or that writing the rest has turned some of it into, and that is left for people to write. */
export interface RefusedChange {
	readonly change: Change;
	/** Follows the line: `holds a character that cannot be seen`. */
	readonly reason: string;
}

/**
 * Writes what a device runs into its intended file: the reverse of the compare. Every line that is not concerned stays byte
 * for byte, comments and order too; secrets become placeholders. What was written is compared again: an adopted difference
 * is one that the next audit does not find, and nothing else came with it.
 *
 * @throws DriftAuditError `ERR_PARSE` where the file cannot be read
 */
export function adoptConfig(options: AdoptOptions): Adoption {
	const writer = new AdoptionWriter(options);
	writer.writeAll();
	return writer.result();
}

const UNWRITABLE = 'cannot be written into this file so that it would be read as the device means it';

/** A pass may turn differences into others, and more of them, before they go: what is emptied has still to be taken away. */
const MAX_PASSES = 5;

class AdoptionWriter {
	readonly #options: AdoptOptions;
	readonly #against: Against;
	/** What was asked for, before anything was written. */
	readonly #asked: readonly Change[];
	readonly #refused = new Map<string, string>();
	readonly #isOpen: (change: Change) => boolean;
	#text: string;

	constructor(options: AdoptOptions) {
		const { text, running, masks, scope = 'full', isChosen = () => true, refusalOf = () => null } = options;
		this.#options = options;
		this.#against = { running: withOwnLines(running, masks), masks, scope };
		this.#text = text;
		this.#isOpen = (change) => isChosen(change) && !this.#refused.has(identityOf(change));
		this.#asked = differences(text, this.#against).filter(isChosen);
		for (const change of this.#asked) {
			const reason = refusalOf(writtenText(change));
			if (reason !== null) this.#refused.set(identityOf(change), reason);
		}
	}

	/** Everything at once, and where that fails in halves, so that one section does not keep the others. */
	writeAll(): void {
		this.#writeSections([...new Set(differences(this.#text, this.#against).filter(this.#isOpen).map(topOf))]);
	}

	result(): Adoption {
		const { isChosen = () => true } = this.#options;
		const left = differences(this.#text, this.#against).filter(isChosen);
		const takeOpen = takerOf(left.map(identityOf));
		return {
			text: this.#text,
			adopted: this.#asked.filter((change) => !takeOpen(identityOf(change))),
			refused: left.map((change) => ({ change, reason: this.#refused.get(identityOf(change)) ?? UNWRITABLE })),
		};
	}

	#writeSections(tops: readonly string[]): void {
		const among = new Set(tops);
		const isHere = (change: Change): boolean => this.#isOpen(change) && among.has(topOf(change));
		while (differences(this.#text, this.#against).some(isHere)) {
			if (this.#write(isHere, '<removed>')) continue;
			if (tops.length > 1) {
				const middle = tops.length >> 1;
				this.#writeSections(tops.slice(0, middle));
				this.#writeSections(tops.slice(middle));
				return;
			}
			// What no mask knows to hide in its place is hidden by the masked form itself.
			if (!this.#write(isHere, HIDDEN_SECRET)) this.#refuse(isHere);
		}
	}

	/** Keeps what was written only if less of what is wanted is left, and nothing else came in with it. */
	#write(isWanted: (change: Change) => boolean, placeholder: string): boolean {
		const before = differences(this.#text, this.#against);
		let text = this.#text;
		for (let pass = 0; pass < MAX_PASSES; pass += 1) {
			const edited = editFile(text, isWanted, { ...this.#against, placeholder });
			if (edited === null || edited.trim() === '' || this.#writesRefused(edited)) return false;
			const after = tryDifferences(edited, this.#against);
			const gain = after === null ? null : gainOf(before, after, isWanted);
			if (gain === null) return false;
			text = edited;
			if (gain <= 0) continue;
			this.#text = text;
			return true;
		}
		return false;
	}

	/** A text of several lines comes as a whole: with a line in it that must not be written. */
	#writesRefused(edited: string): boolean {
		const { text, refusalOf = () => null } = this.#options;
		const linesIn = (file: string): readonly string[] => file.split('\n').map((line) => line.replace(/\r$/, ''));
		const known = new Set(linesIn(text));
		return linesIn(edited).some((line) => !known.has(line) && refusalOf(line) !== null);
	}

	#refuse(isMeant: (change: Change) => boolean): void {
		for (const change of differences(this.#text, this.#against).filter(isMeant)) {
			this.#refused.set(identityOf(change), UNWRITABLE);
		}
	}
}

/** A document may have come on one line; masked it has one for every key or element. */
function withOwnLines(running: DeviceConfig, masks: CompiledMasks): DeviceConfig {
	return isOfDocuments(masks.platform.syntax.style) ? prepareConfig(running.text, masks) : running;
}

/** What would come into the file. */
function writtenText({ kind, line, runningText }: Change): string {
	return kind === 'changed' ? (runningText ?? '') : kind === 'extra' ? line : '';
}

function topOf({ lineage, line }: Change): string {
	return lineage[0] ?? line;
}
