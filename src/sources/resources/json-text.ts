/** Policies and definitions of containers nest less deeply than this; whoever goes through one goes through all of it. */
const DEEPEST_JSON = 64

/** JSON that is the text of an attribute; `undefined` where it is not sound, or is nested deeper than anybody writes it. */
export const jsonIn = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text)
    return isShallow(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Whether a value can be gone through level by level. */
export const isShallow = (value: unknown, levels = DEEPEST_JSON): boolean => {
  if (typeof value !== 'object' || value === null) return true
  return levels > 0 && Object.values(value).every((one) => isShallow(one, levels - 1))
}
