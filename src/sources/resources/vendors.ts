interface Provider {
  readonly name: string
  /** Why it is a business associate. */
  readonly note: string
}

const provider = (name: string): Provider => ({
  name,
  note: `${name} keeps ePHI of others where this holds any, and is a business associate then (HHS Guidance on HIPAA and Cloud Computing, 2016)`,
})

/** Who a cloud belongs to, by the id under which an import knows it. */
export const VENDORS: Readonly<Record<string, Provider>> = {
  aws: provider('Amazon Web Services'),
  azure: provider('Microsoft Azure'),
  gcp: provider('Google Cloud'),
}
