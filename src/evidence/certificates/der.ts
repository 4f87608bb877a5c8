/** A value of DER: its tag, what is in it, and what follows it (X.690). */
export interface DerValue {
  readonly tag: number
  readonly body: Buffer
}

/** So many values in a row nothing that we read has. */
const MOST_VALUES = 1000

/** The values that stand one after the other; as far as they can be read. */
export const derValues = (bytes: Buffer): readonly DerValue[] => {
  const values: DerValue[] = []
  let at = 0
  while (at + 2 <= bytes.length && values.length < MOST_VALUES) {
    const tag = bytes[at] ?? 0
    const first = bytes[at + 1] ?? 0
    const extra = first < 0x80 ? 0 : first - 0x80
    // Lengths of more than four bytes, or without an end, are not DER.
    if (extra > 4 || first === 0x80 || at + 2 + extra > bytes.length) break
    const length = extra === 0 ? first : bytes.readUIntBE(at + 2, extra)
    const start = at + 2 + extra
    if (start + length > bytes.length) break
    values.push({ tag, body: bytes.subarray(start, start + length) })
    at = start + length
  }
  return values
}

/** The body of the value at an index, if it has the tag. */
export const derBody = (bytes: Buffer | undefined, index: number, tag: number): Buffer | undefined => {
  const value = bytes && derValues(bytes)[index]
  return value?.tag === tag ? value.body : undefined
}

export const DER = {
  integer: 0x02,
  octets: 0x04,
  oid: 0x06,
  enumerated: 0x0a,
  generalizedTime: 0x18,
  sequence: 0x30,
  context0: 0xa0,
} as const

/** An object identifier in numbers. */
export const oidText = (body: Buffer): string => {
  const numbers: number[] = []
  let value = 0
  for (const byte of body) {
    value = value * 128 + (byte & 0x7f)
    if (byte & 0x80) continue
    if (numbers.length === 0)
      numbers.push(Math.min(2, Math.floor(value / 40)), value - 40 * Math.min(2, Math.floor(value / 40)))
    else numbers.push(value)
    value = 0
  }
  return numbers.join('.')
}

/** A GeneralizedTime as RFC 3339; `undefined` where it is none. */
export const derTime = (body: Buffer | undefined): string | undefined => {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(body?.toString('latin1') ?? '')
  if (!match) return undefined
  const [, year, month, day, hour, minute, second] = match
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`
}
