/** Whether an address, or a range of them, lies in a private network (RFC 1918, RFC 4193, RFC 6598). */
export const isPrivate = (address: string): boolean =>
  /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd][0-9a-f]{2}:)/i.test(
    address,
  )

/** Whether an address is that of the machine itself. */
export const isLoopback = (address: string): boolean => /^(?:127\.|::1$|\[::1\]$|localhost$)/i.test(address)

/** Whether an address stands for all addresses. */
export const isEverywhere = (address: string): boolean =>
  /^(?:0\.0\.0\.0(?:\/0)?|::(?:\/0)?|\[::\]|\*)$/.test(address)
