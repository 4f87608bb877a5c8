import { setTimeout as pause } from 'node:timers/promises'

/** How quickly one host is asked. */
export interface PaceOptions {
  /** Connections that are open at once. */
  readonly atOnce: number
  /** New connections in a second at most; without it only `atOnce` bounds them. */
  readonly perSecond?: number
}

/** Lets tasks begin one by one, as the pace allows. */
export type Pace = <T>(task: () => Promise<T>) => Promise<T>

/** A pace that many share. */
export const paceOf = ({ atOnce, perSecond }: PaceOptions): Pace => {
  const waiting: (() => void)[] = []
  let running = 0
  let next = 0
  const turn = async (): Promise<void> => {
    if (running < atOnce) running++
    else await new Promise<void>((resolve) => waiting.push(resolve))
    if (perSecond === undefined) return
    const now = performance.now()
    next = Math.max(now, next)
    const wait = next - now
    next += 1000 / perSecond
    if (wait > 0) await pause(wait)
  }
  const done = (): void => {
    const first = waiting.shift()
    if (first) first()
    else running--
  }
  return async (task) => {
    await turn()
    try {
      return await task()
    } finally {
      done()
    }
  }
}
