/** No config is larger; a device that never stops must not fill the memory. */
export const ANSWER_LIMIT_BYTES = 64 * 1024 * 1024;
