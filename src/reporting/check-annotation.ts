/** An annotation as the Checks API takes it, within its limits. Columns are never set: a drift is about whole lines. */
export interface CheckAnnotation {
	/** The intended file, relative to the repository. */
	readonly path: string;
	/** 1-based. */
	readonly start_line: number;
	readonly end_line: number;
	readonly annotation_level: 'notice' | 'warning' | 'failure';
	/** At most 255 characters. */
	readonly title: string;
	/** Plain text: GitHub does not render Markdown here. */
	readonly message: string;
}
