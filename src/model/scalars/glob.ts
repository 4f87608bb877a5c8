/**
 * Whether a text matches a glob: `*` stands for any run of characters, `?` for one; the rest for itself, upper and
 * lower case apart. Time grows with the product of the lengths at worst, never faster.
 */
export const matchesGlob = (glob: string, text: string): boolean => {
  let [at, star, resume] = [0, -1, 0]
  let here = 0
  while (here < text.length) {
    const wanted = glob[at]
    if (wanted === '*') {
      star = at++
      resume = here
    } else if (wanted === '?' || wanted === text[here]) {
      at++
      here++
    } else if (star >= 0) {
      at = star + 1
      here = ++resume
    } else return false
  }
  while (glob[at] === '*') at++
  return at === glob.length
}

/** Whether a text has a character with a meaning of its own in a glob. */
export const isGlob = (text: string): boolean => /[*?]/.test(text)
