/** Values of variables that a project knows. Those of a shell are not asked: they are not part of the files. */
export type Variables = ReadonlyMap<string, string>

/** Deeper than this nobody nests defaults. */
const DEEPEST = 20
/** What a text may grow to. */
const LONGEST = 1024 * 1024

/**
 * Puts values in the place of `$NAME` and `${NAME:-default}` (Compose specification, interpolation); `$$` is a dollar.
 * `undefined` where a variable has neither a value nor a default.
 */
export const interpolated = (text: string, variables: Variables, depth = 0): string | undefined => {
  if (!text.includes('$')) return text
  let result = ''
  let at = 0
  while (at < text.length) {
    const dollar = text.indexOf('$', at)
    if (dollar < 0) return within(result + text.slice(at))
    result += text.slice(at, dollar)
    const next = text[dollar + 1]
    if (next === '$') {
      result += '$'
      at = dollar + 2
    } else if (next === '{') {
      const end = closing(text, dollar + 2)
      const value =
        end < 0 || depth > DEEPEST ? undefined : braced(text.slice(dollar + 2, end), variables, depth)
      if (value === undefined) return undefined
      result += value
      at = end + 1
    } else {
      const name = /^[A-Za-z_]\w*/.exec(text.slice(dollar + 1, dollar + 200))?.[0]
      const value = name === undefined ? '$' : variables.get(name)
      if (value === undefined) return undefined
      result += value
      at = dollar + 1 + (name?.length ?? 0)
    }
    if (result.length > LONGEST) return undefined
  }
  return result
}

const within = (text: string): string | undefined => (text.length > LONGEST ? undefined : text)

/** Where the brace closes that is open. */
const closing = (text: string, from: number): number => {
  let open = 1
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{' && text[at - 1] === '$') open++
    else if (text[at] === '}' && --open === 0) return at
  }
  return -1
}

const braced = (inner: string, variables: Variables, depth: number): string | undefined => {
  const found = /^([A-Za-z_]\w*)(?:(:?[-?+])(.*))?$/s.exec(inner)
  if (!found) return undefined
  const [, name = '', operator, rest = ''] = found
  const value = variables.get(name)
  const isSet = value !== undefined && !(operator?.startsWith(':') && value === '')
  if (operator === undefined || operator.endsWith('?')) return isSet ? value : undefined
  if (operator.endsWith('+')) return isSet ? interpolated(rest, variables, depth + 1) : ''
  return isSet ? value : interpolated(rest, variables, depth + 1)
}
