import type { Route } from '../../model/layer.js'
import { byKeys } from '../../model/remembered.js'
import type { HclFile } from '../hcl/document.js'
import type { Block } from '../hcl/syntax.js'

/** A block of a folder's files, and where it stands. */
export interface PlacedBlock {
  readonly block: Block
  /** The number of its document. */
  readonly document: number
  /** Its number in the file. */
  readonly index: number
  /** The blocks of override files that are laid over it; their parts stand in it in the place of its own. */
  readonly over?: readonly PlacedBlock[]
}

/** Whether Terraform reads a file last, and lays it over what other files of its folder say. */
export const isOverride = ({ document }: HclFile): boolean =>
  /(?:^|[/_])override\.(?:tf|tofu)(?:\.json)?$/.test(document.file)

/** The blocks of a folder, with those of override files laid over those of the same type and name. */
export const withOverrides = (
  own: readonly PlacedBlock[],
  overrides: readonly PlacedBlock[],
): readonly PlacedBlock[] => {
  const over = byKeys(overrides, ({ block }) => [nameOf(block)])
  const names = new Set(own.map(({ block }) => nameOf(block)))
  return [
    ...own.map((one) => laidOver(one, over.get(nameOf(one.block) ?? '') ?? [])),
    ...overrides.filter(({ block }) => !LAID_OVER.has(block.type) || !names.has(nameOf(block))),
  ]
}

const nameOf = ({ type, labels }: Block): string | undefined =>
  LAID_OVER.has(type) ? [type, ...labels].join('.') : undefined

const LAID_OVER: ReadonlySet<string> = new Set(['resource', 'data', 'variable', 'module', 'output'])

/** Attributes are replaced one by one, blocks within by all blocks of their name. */
const laidOver = (one: PlacedBlock, over: readonly PlacedBlock[]): PlacedBlock =>
  over.length === 0
    ? one
    : {
        ...one,
        block: over.reduce((block, other) => joinedBlock(block, other.block), one.block),
        over,
      }

const joinedBlock = (block: Block, over: Block): Block => {
  const { attributes, blocks } = block.body
  const isKept = (name: string) => !says(over, name)
  const body = {
    attributes: [...attributes.filter(({ name }) => isKept(name)), ...over.body.attributes],
    blocks: [...blocks.filter((one) => isKept(partOf(one))), ...over.body.blocks],
  }
  return { ...block, body }
}

/** The block in which a part of one stands: itself, or the last that is laid over it and has that part. */
export const placeIn = (one: PlacedBlock, [name]: Route): PlacedBlock =>
  one.over?.findLast(({ block }) => says(block, String(name))) ?? one

/** Whether a block says anything by a name: by an attribute or by blocks. */
const says = ({ body }: Block, name: string): boolean =>
  body.attributes.some((one) => one.name === name) || body.blocks.some((one) => partOf(one) === name)

const partOf = ({ type, labels }: Block): string => (type === 'dynamic' ? (labels[0] ?? '') : type)
