/** A value with every sentence in it as the terminal would say it: tests read like what people read. */
export declare function inWords(value: unknown): unknown;
