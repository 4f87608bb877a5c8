import { isIP } from 'node:net'

/** Whether a text is a network in CIDR notation (RFC 4632, RFC 4291): `10.0.0.0/8`, `2001:db8::/32`. */
export const isCidr = (text: string): boolean => {
  const match = /^([0-9a-fA-F:.]+)\/(\d{1,3})$/.exec(text)
  if (!match) return false
  const version = isIP(match[1] as string)
  return version !== 0 && Number(match[2]) <= (version === 4 ? 32 : 128)
}
