/**
 * What GitHub takes, in UTF-8 bytes where it counts characters: bytes are never fewer, so a text that fits here fits there.
 * Each has a margin, because some limits are silent (an oversized summary just disappears).
 */

/**
 * Issue and pull request comments, and the bodies of issues: 65,536 characters, else "422 Body is too long". Not in GitHub's
 * OpenAPI description.
 */
export const COMMENT_BYTES = 65_000;

/** Kept free in a comment for the line that its publisher writes in front: the marker with its JSON. */
export const COMMENT_MARKER_BYTES = 2_000;

/** Kept free in an issue for the line that its publisher writes in front: it names the changes or devices of the last run. */
export const ISSUE_MARKER_BYTES = 21_000;

/** `output.summary` and `output.text` of a check run: 65,535 characters each (`maxLength` in GitHub's OpenAPI description). */
export const CHECK_TEXT_BYTES = 65_000;

/** `output.title` of a check run: no documented limit; 255 is what its sibling, the annotation's title, takes. */
export const CHECK_TITLE_CHARACTERS = 255;

/** `title` of a check annotation, from its description in GitHub's OpenAPI document. */
export const ANNOTATION_TITLE_CHARACTERS = 255;

/** `message` of a check annotation: 64 KB, from the same description. Nobody reads more than this on a line of a diff. */
export const ANNOTATION_MESSAGE_BYTES = 16_000;

/** Annotations by log commands, per step and level (toolkit docs/problem-matchers.md, "Limitations"); more are not shown. */
export const COMMANDS_PER_LEVEL = 10;

/** The runner cuts a log command's message at 4,096 characters (`_maxIssueMessageLength` in its ExecutionContext.cs). */
export const COMMAND_MESSAGE_CHARACTERS = 4_000;

/** `GITHUB_STEP_SUMMARY`: 1 MiB per step, and a summary just below is dropped silently (actions/runner#4337). */
export const SUMMARY_BYTES = 1_000_000;

/** SARIF uploads: 10 MB gzipped. Counted without compression, which hostile text could defeat. */
export const SARIF_BYTES = 9_500_000;

/** SARIF results per run; GitHub shows the first 5,000 of them. */
export const SARIF_RESULTS = 25_000;
