/*
 * What a team's own platform may send. The platforms that ship are read by people, one command at a time; what somebody else
 * writes has to be of a kind that reads on every system that we know.
 */

/** Filters behind a pipe that only choose lines; `redirect`, `tee`, `append` and `save` write files. */
const FILTERS =
	'no-more|nomore|include|exclude|begin|section|match|except|find|grep|egrep|display|count|i|e|inc|exc|beg';

/**
 * Words of a command: nothing that a shell would run, redirect or end a command by, and no file to write to. A key that a
 * terminal acts upon would take the command back and leave what stands behind it: `show ^Ureload`.
 */
const WORDS = '(?: (?!file=)[^\\s;&|`$<>\\\\\\x00-\\x1f\\x7f-\\x9f]+)*';

/** RouterOS writes a file when it is told its name, however short the word for that is: `export f=x`. */
const EXPORT = '/?export(?: (?:terse|compact|verbose|hide-sensitive|show-sensitive))*';

/** Shows the configuration: it begins with a word that shows, and what is piped is only filtered. */
export const SHOW_COMMAND = new RegExp(
	`^(?:${EXPORT}|(?:show|display|get|list|info|print|more|cat|admin (?:show|display-config))${WORDS}(?: ?\\| ?(?:${FILTERS})${WORDS})*)$`,
);

/** Changes nothing but the session: paging and the size of the terminal. */
export const SESSION_COMMAND =
	/^(?:terminal (?:length|width|pager|page-length|datadump)(?: \d{1,5})?|terminal exec prompt no-timestamp|(?:no|disable) (?:page|paging|pager|pagination)|no terminal pager|disable clipaging session|screen-length (?:disable|0 temporary)|screen-width \d{1,5}|set cli (?:screen-length|screen-width|complete-on-space|pager|scripting-mode|terminal width) [\w-]{1,8}|set terminal (?:length|width) \d{1,5}|set clienv rows 0|environment (?:no more|more false|console width \d{1,5}|prompt timestamp false)|skip-page-display|paginate false|stty cols \d{1,6})$/;

/** Goes to a level that may read more, not to one that configures. */
export const ENABLE_COMMAND = /^(?:enable|super|login)(?: \d{1,2})?$/;

/** Ends the session, and does nothing else. */
export const LOGOUT_COMMAND = /^(?:exit|quit|logout|logoff|bye)$/;

/** A key, or a no: never a yes to a question that nobody read. */
export const HARMLESS_ANSWER = /^(?:a|q|n|no|N)?\n?$|^ $/;

/** An empty element that a subtree filter names the configuration by (RFC 6241, section 6): it can hold no operation. */
export const CONFIG_ELEMENT = /^<[A-Za-z_][\w.-]*(?: xmlns="[^"<>&\s]+")? ?\/>$/;

/**
 * A data resource of RESTCONF, of which GET reads and has no other effect (RFC 8040, section 4.3). Operations stand elsewhere,
 * and single entries of lists are no configuration.
 */
export const CONFIG_RESOURCE = /^\/(?:restconf|rests)\/data(?:\/(?:[A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*)*$/;
