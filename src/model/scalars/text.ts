declare const DURATION: unique symbol
declare const DAY: unique symbol

/** A duration as it was written: `P6Y`, `6 years`, `never`, `forever`. Checked when it was read. */
export type DurationText = string & { readonly [DURATION]: true }

/** A calendar day, `2026-11-24` (ISO 8601). Checked when it was read; text order is the order of days. */
export type DayText = string & { readonly [DAY]: true }
