import { drawsProgress } from './standard-output.js'

/** Shows on standard error that a step is under way, if that is a terminal; otherwise it only takes the step. */
export const withProgress = async <T>(title: string, step: () => T | Promise<T>): Promise<T> => {
  if (!drawsProgress()) return step()
  const { Listr, ListrLogger, ProcessOutput } = await import('listr2')
  // Results go to standard output; what is on its way goes to standard error.
  const logger = new ListrLogger({ processOutput: new ProcessOutput(process.stderr, process.stderr) })
  const results: T[] = []
  const task = async (): Promise<void> => {
    results.push(await step())
  }
  await new Listr([{ title, task }], {
    renderer: 'default',
    rendererOptions: { logger, clearOutput: true },
  }).run()
  return results[0] as T
}

/** One of several steps that run side by side. */
export interface Task<T> {
  readonly title: string
  readonly run: () => Promise<T>
}

/** Runs steps side by side, so many at once, and shows them on standard error, if that is a terminal. */
export const withTasks = async <T>(tasks: readonly Task<T>[], atOnce: number): Promise<readonly T[]> => {
  const results: T[] = []
  const steps = tasks.map(({ title, run }, index) => ({
    title,
    task: async (): Promise<void> => {
      results[index] = await run()
    },
  }))
  if (drawsProgress()) {
    const { Listr, ListrLogger, ProcessOutput } = await import('listr2')
    const logger = new ListrLogger({ processOutput: new ProcessOutput(process.stderr, process.stderr) })
    await new Listr(steps, {
      concurrent: atOnce,
      renderer: 'default',
      rendererOptions: { logger, clearOutput: true },
    }).run()
    return results
  }
  const left = steps.values()
  const lane = async (): Promise<void> => {
    for (const { task } of left) await task()
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return results
}
