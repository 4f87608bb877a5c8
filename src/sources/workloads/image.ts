/** The parts of the name of an image. */
export interface ImageName {
  /** Without registry, tag and digest: `bitnami/postgresql`. */
  readonly name: string
  readonly tag: string | undefined
}

/** Reads `registry.example.org:5000/team/postgres:14-alpine@sha256:…`. */
export const imageOf = (image: string): ImageName => {
  const [plain = ''] = image.trim().split('@')
  const slash = plain.lastIndexOf('/')
  const colon = plain.lastIndexOf(':')
  const tag = colon > slash ? plain.slice(colon + 1) : undefined
  const path = (colon > slash ? plain.slice(0, colon) : plain).split('/')
  // The first part is a registry if it looks like a host.
  if (path.length > 1 && /[.:]|^localhost$/.test(path[0] ?? '')) path.shift()
  return { name: path.join('/').toLowerCase(), tag: tag === '' ? undefined : tag }
}

/** The image that a text names, also where only its tag is a variable that nobody can tell. */
export const imageText = (text: unknown, read: string | undefined): string | undefined => {
  if (read !== undefined || typeof text !== 'string') return read
  const name = text.replace(/[:@]\$[({]?[^/]*$/, '')
  return /[${]/.test(name) || name === '' ? undefined : name
}

/** The version that a tag names: `v8.8.0-1` is 8.8.0; `latest` is none. */
export const versionOf = (tag: string | undefined): string | undefined =>
  /^v?(\d+(?:\.\d+){0,3})(?![\w]*\w{12})/.exec(tag ?? '')?.[1]

/** A version as a number that can be compared: 11.4 is 11.004. */
export const versionNumber = (tag: string | undefined): number | undefined => {
  const [major, minor = '0'] = versionOf(tag)?.split('.') ?? []
  return major === undefined ? undefined : Number(major) + Number(minor) / 1000
}
