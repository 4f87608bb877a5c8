/**
 * What is made of a text is made once, for the first so many texts: the same few stand at thousands of things. What
 * comes to nothing is tried again.
 */
export const keptByText = <T>(make: (text: string) => T, most = 10_000): ((text: string) => T) => {
  const kept = new Map<string, T>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const made = make(text)
    if (made !== undefined && kept.size < most) kept.set(text, made)
    return made
  }
}
