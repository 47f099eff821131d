export declare const hasRedis: boolean;
/** A Redis of the test's own, in a folder of its own. */
export declare function startRedis(): Promise<{
    readonly url: string;
    close(): Promise<void>;
}>;
