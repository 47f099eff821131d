/** Asks again and again until `look` answers something; fails by name after `withinMs`. For what no event announces. */
export declare function until<Value>(what: string, look: () => Value | undefined | false | Promise<Value | undefined | false>, withinMs?: number): Promise<Value>;
