/** Two shows of one device between which little or nothing was changed on purpose. */
export interface NoiseCase {
	readonly name: string;
	readonly platform: string;
	/** What the device showed when its configuration was taken over into git. */
	readonly intended: string;
	/** What it shows now. */
	readonly running: string;
	/** Lines that somebody did change, without their indentation, as they run now or, where they are gone, as they were. */
	readonly truth: readonly string[];
}
