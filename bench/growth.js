// How time and memory grow from 2,000 to 20,000 to 200,000 assets, and what a million flows cost.
//   node bench/growth.js --flows    measures the latter alone, and prints it as JSON
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { descriptionTexts } from './generate.js'
import { AS_OF, cpuOf, inFolder, isMain, runNode } from './measure.js'
import { auditToFile } from './scale.js'
import { row } from './table.js'

const SIZES = [2_000, 20_000, 200_000]
const FLOWS = 1_000_000
const ASSETS = 100_000

const sizeOf = (folder, assets, sparse) => {
  const path = join(folder, `infra-${assets}`)
  mkdirSync(path)
  for (const [index, text] of descriptionTexts({ assets, sparse }).entries())
    writeFileSync(join(path, `${index}.yaml`), text)
  const ran = auditToFile(path)
  rmSync(path, { recursive: true })
  return ran
}

const thousands = (assets) => assets.toLocaleString('en')

const grownRows = (folder, sparse) => {
  const kind = sparse ? 'sparse: ' : ''
  const runs = (sparse ? SIZES.slice(0, 2) : SIZES).map((assets) => [assets, sizeOf(folder, assets, sparse)])
  return runs.flatMap(([assets, ran], index) => {
    const [before, earlier] = runs[index - 1] ?? []
    const times = `${thousands(assets)} assets`
    const bar = sparse ? {} : { limit: assets / before }
    return [
      row('growth', `${kind}${times}, time`, ran.wall / 1000, 's'),
      row('growth', `${kind}${times}, memory`, ran.memory, 'MB'),
      ...(earlier === undefined
        ? []
        : [
            row(
              'growth',
              `${kind}${thousands(before)} to ${times}, CPU`,
              ran.cpu / earlier.cpu,
              'times',
              bar,
            ),
            row(
              'growth',
              `${kind}${thousands(before)} to ${times}, memory`,
              ran.memory / earlier.memory,
              'times',
              bar,
            ),
          ]),
    ]
  })
}

/** A model of a million flows, as it is once everything was read. */
const flows = async () => {
  const { buildInfrastructure } = await import('../dist/src/model/infrastructure.js')
  const tree = {
    version: 1,
    assets: Array.from({ length: ASSETS }, (_, index) => ({
      id: `asset-${index}`,
      kind: 'server',
      ...(index % 1000 === 0 ? { ephi: ['stores'] } : {}),
    })),
    flows: Array.from({ length: FLOWS }, (_, index) => ({
      from: `asset-${index % ASSETS}`,
      to: `asset-${(index * 7919 + 1) % ASSETS}`,
      ...(index % 2 === 0 ? { carries: [index % 3 === 0 ? 'ephi' : 'none'] } : {}),
    })),
  }
  const infrastructure = buildInfrastructure([{ rank: 'stated', document: 0, tree }], AS_OF)
  const { cpu, result } = cpuOf(() => infrastructure.scope)
  return { cpu, reached: result.reached.size }
}

export const growth = () =>
  inFolder((folder) => {
    const { stdout } = runNode([fileURLToPath(import.meta.url), '--flows'], { stdout: true })
    return [
      ...grownRows(folder, false),
      ...grownRows(folder, true),
      row('growth', 'scope of a million flows, CPU', JSON.parse(stdout).cpu / 1000, 's', { limit: 2 }),
    ]
  })

if (isMain(import.meta.url)) console.log(JSON.stringify(await flows()))
