import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { describe } from 'vitest'

const CHROMIUM = '/usr/bin/chromium'

/** Whether the browser is installed in which pages are tried out. */
export const hasBrowser = existsSync(CHROMIUM)

/** A suite that needs a browser: without one it is skipped, and its name says why. */
export const describeInBrowser = (name: string, tests: () => void): void => {
  if (hasBrowser) describe(name, tests)
  else describe.skip(`${name} (skipped: ${CHROMIUM} is not installed)`, tests)
}

/** Starts the browser without a screen, with a profile of its own that is gone when it ends. It asks no network. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
