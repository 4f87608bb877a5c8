/** What a rule between zones lets through: a transport with its ports, or the name of a protocol. */
export type Allowance =
  | { readonly transport: 'tcp' | 'udp'; readonly from: number; readonly to: number }
  | { readonly protocol: string }

/** Reads `tcp/5432`, `udp/500-510` or a protocol's name; `undefined` for anything else. */
export const parseAllowance = (text: string): Allowance | undefined => {
  const match = /^(tcp|udp)\/(\d{1,5})(?:-(\d{1,5}))?$/.exec(text)
  if (!match) return /^[a-z][a-z0-9-]*$/.test(text) ? { protocol: text } : undefined
  const from = Number(match[2])
  const to = match[3] === undefined ? from : Number(match[3])
  return from > to || to > 65_535 ? undefined : { transport: match[1] as 'tcp' | 'udp', from, to }
}
