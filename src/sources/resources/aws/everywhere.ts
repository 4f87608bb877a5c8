/** What is let in where the whole internet may be a source; all addresses of it by IPv6 are in 2000::/3 (RFC 3587). */
const EVERYWHERE: ReadonlySet<string> = new Set(['0.0.0.0/0', '::/0', '0.0.0.0/1', '128.0.0.0/1', '2000::/3'])

/** Whether a range of addresses is the whole internet, or half of it. */
export const isEverywhere = (range: unknown): boolean => EVERYWHERE.has(String(range))
