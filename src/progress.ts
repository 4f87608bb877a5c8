/** Shows on standard error that a step is under way, if that is a terminal; otherwise it only takes the step. */
export const withProgress = async <T>(title: string, step: () => T | Promise<T>): Promise<T> => {
  if (!process.stderr.isTTY) return step()
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
