// How long small commands take as processes, against a process that does nothing: node -e 0.
import { readFileSync } from 'node:fs'
import { CLI, inTurn, median, runNode } from './measure.js'
import { row } from './table.js'

const TIMES = 21

const COMMANDS = [
  ['audit examples/clinic.yaml', ['audit', 'examples/clinic.yaml'], 2],
  ['--help', ['--help'], 1.8],
  ['rules', ['rules'], 1.8],
  ['--version', ['--version'], undefined],
  ['validate examples/clinic.yaml', ['validate', 'examples/clinic.yaml'], undefined],
]

/** Reads more certificates, or other modules, at every start: it makes the unit longer. */
const LENGTHENING = ['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS']

const measured = (env) => {
  const works = [['-e', '0'], ...COMMANDS.map(([, args]) => [CLI, ...args])]
  for (const args of works) runNode(args, { env, cost: false })
  const walls = inTurn(
    TIMES,
    works.map((args) => () => runNode(args, { env, cost: false }).wall),
  ).map(median)
  const cpus = works.map((args) => cpuOf(TIMES, args, env))
  return { walls, cpus }
}

/** CPU milliseconds of children on the mean, as Linux counts them for this process; elsewhere none. */
const cpuOf = (times, args, env) => {
  const spent = () => {
    try {
      const fields = readFileSync('/proc/self/stat', 'latin1').split(') ').at(-1).split(' ')
      return (Number(fields[13]) + Number(fields[14])) * 10
    } catch {
      return undefined
    }
  }
  const before = spent()
  if (before === undefined) return undefined
  for (let time = 0; time < times; time++) runNode(args, { env, cost: false })
  return (spent() - before) / times
}

const rowsOf = ({ walls: [unit, ...walls], cpus: [cpuUnit, ...cpus] }, where, hasBar) => [
  row('start', `node -e 0${where}`, unit, 'ms'),
  ...COMMANDS.flatMap(([name, , limit], index) => [
    row('start', `${name}${where}`, walls[index] / unit, 'times', hasBar ? { limit } : {}),
    ...(cpuUnit === undefined ? [] : [row('start', `${name}${where}, CPU`, cpus[index] / cpuUnit, 'times')]),
  ]),
]

export const start = () => {
  const rows = rowsOf(measured(process.env), '', true)
  if (!LENGTHENING.some((name) => process.env[name])) return rows
  const bare = Object.fromEntries(Object.entries(process.env).filter(([name]) => !LENGTHENING.includes(name)))
  return [
    ...rows,
    ...rowsOf(
      measured(bare),
      ` without ${LENGTHENING.filter((name) => process.env[name]).join(', ')}`,
      false,
    ),
  ]
}
