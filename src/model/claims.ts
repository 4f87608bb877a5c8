import { RANKS, type Rank } from '../knowledge/terms.js'

/** Negative where the first rank is the weaker one. */
export const compareRanks = (one: Rank, other: Rank): number => RANKS.indexOf(one) - RANKS.indexOf(other)
