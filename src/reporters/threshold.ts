/** A threshold as a sentence: `The longest time between two reviews: 12 months (ours, not the law’s).` */
export const thresholdText = ({ name, meaning, value, whose }: Threshold): string =>
  `${meaning?.replace(/\.$/, '') ?? name}: ${value} (${whose}).`

/** A threshold as reports have it; those of older reports do not say what it means. */
interface Threshold {
  readonly name?: string
  readonly meaning?: string
  readonly value: string
  readonly whose: string
}
