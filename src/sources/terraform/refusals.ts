import { isPlain } from '../../model/merge.js'
import type { Problem } from '../../model/problem.js'
import type { Candidate } from '../candidate.js'
import { type SourceText, startOf } from '../documents/text.js'

const SHOW = 'the output of `terraform show -json PLAN`'

/** Why something that comes from Terraform cannot be read as it is, and what to give instead. */
export const refusalOf = ({ bytes, file, keys, json, text }: Candidate): Problem | undefined => {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04)
    return refusal(file, 'this looks like a plan as Terraform stores it, which only Terraform can read')
  if ('problem' in text) return undefined
  const { source } = text
  if (/^\s*\{"@level":/.test(source.text))
    return refusal(
      file,
      'this is the log of `terraform plan -json`, which does not hold the values of the plan',
    )
  if (keys.has('lineage') && keys.has('terraform_version') && keys.has('serial'))
    return refusal(
      file,
      'this is a state as Terraform stores it, whose format may change',
      '`terraform show -json > state.json`',
    )
  if (json === undefined && /^\s*\{/.test(source.text) && /^.{0,400}"format_version"/s.test(source.text))
    return brokenJson(file, source)
  if (!keys.has('format_version') || !isPlain(json)) return undefined
  if (typeof json['format_version'] !== 'string') return undefined
  if (!/^[01]\.\d+/.test(json['format_version']))
    return {
      code: 'unknown-version',
      message: 'this is a format of plans that came after this version of hipaacheck',
      found: `format_version ${json['format_version'].slice(0, 20)}`,
      expected: 'format 0.1 to 1.x',
      place: startOf(file),
    }
  if (keys.has('provider_schemas'))
    return refusal(file, 'this describes providers (`terraform providers schema`), not resources')
  if (keys.has('diagnostics'))
    return refusal(file, 'this is the output of `terraform validate`, which names no resources')
  if (json['errored'] === true)
    return refusal(file, 'this plan failed, and tells only a part of what will be')
  return undefined
}

const refusal = (file: string, message: string, expected = SHOW): Problem => ({
  code: 'unknown-format',
  message,
  expected,
  place: startOf(file),
})

/** A plan that was cut off, or has something behind it. */
const brokenJson = (file: string, source: SourceText): Problem => {
  let offset = source.text.length
  try {
    JSON.parse(source.text)
  } catch (error) {
    offset = Number(/position (\d+)/.exec(String(error))?.[1] ?? offset)
  }
  return {
    code: 'not-json',
    message: 'this is a plan or a state of Terraform, and no sound JSON',
    expected: `${SHOW}, whole`,
    place: offset === 0 ? startOf(file) : source.placeAt(offset),
  }
}
