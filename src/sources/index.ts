import type { Candidate } from './candidate.js'
import { cloudformation } from './cloudformation/source.js'
import { compose } from './compose/source.js'
import { kubernetes } from './kubernetes/source.js'
import type { Source, SourceType } from './source.js'
import { terraform } from './terraform/source.js'

/** Every format that can be imported. The first that recognises a text reads it. */
export const SOURCES: readonly Source[] = [terraform, cloudformation, compose, kubernetes]

/** The source that a text belongs to, by its content, or by what the description says that it is. */
export const sourceFor = (candidate: Candidate, type?: SourceType): Source | undefined =>
  SOURCES.find(
    (source) => (type === undefined || source.types.includes(type)) && source.recognises(candidate),
  )
