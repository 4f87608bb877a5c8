/** The parts of a resource's address: `module.a["x"].aws_db_instance.main[0]`. */
export interface AddressParts {
  /** `module.a["x"].`, or nothing for the root. */
  readonly prefix: string
  /** `module.a.` without keys. */
  readonly modules: readonly string[]
  /** `aws_db_instance.main`, without its key. */
  readonly resource: string
}

const STEP = /^module\.([A-Za-z_][\w-]*)(\[(?:"(?:[^"\\]|\\.)*"|[^\]]*)\])?\./

/** Takes an address apart. */
export const addressParts = (address: string): AddressParts => {
  const modules: string[] = []
  let rest = address
  for (let step = STEP.exec(rest); step; step = STEP.exec(rest)) {
    modules.push(step[1] as string)
    rest = rest.slice(step[0].length)
  }
  const resource = rest.replace(/\[(?:"(?:[^"\\]|\\.)*"|[^\]]*)\]$/, '')
  return { prefix: address.slice(0, address.length - rest.length), modules, resource }
}

const RESOURCE = /^((?:data\.)?[a-z][a-z0-9]*_\w+\.[A-Za-z_][\w-]*)(\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?/

/** The resource that a reference names, with its key if it is a literal: `aws_kms_key.main` of `aws_kms_key.main.arn`. */
export const resourceIn = (reference: string): string | undefined => {
  const match = RESOURCE.exec(reference)
  return match ? `${match[1]}${match[2] ?? ''}` : undefined
}
