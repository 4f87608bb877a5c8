import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Report } from '../../../src/audit.js'
import { describeInBrowser, startBrowser } from '../../browser.js'
import { exampleReport, withEverything } from '../reports.js'
import { hostile, pageOf, withAcceptances } from './pages.js'

describeInBrowser('the page in a browser', () => {
  const clinic = exampleReport('clinic')
  const folder = mkdtempSync(join(tmpdir(), 'hipaacheck-page-'))
  let browser: Browser

  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Opens a report from disk. What the page asks for and what goes wrong in it is written down. */
  const open = async (report: Report, options: BrowserContextOptions = {}) => {
    const file = join(folder, 'report.html')
    writeFileSync(file, pageOf(report))
    const page = await browser.newPage(options)
    const asked: string[] = []
    const faults: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => faults.push(message.text()))
    page.on('dialog', (dialog) => {
      faults.push(dialog.message())
      void dialog.dismiss()
    })
    await page.goto(`file://${file}`)
    return { page, asked, faults }
  }

  const shown = (page: Page): Promise<string | null> => page.locator('#shown').textContent()
  const visible = (page: Page): Promise<number> =>
    page.evaluate(
      '[...document.querySelectorAll("article.finding")].filter((one) => !one.closest("[hidden]")).length',
    )

  it('opens from disk, asks for nothing else, and has no fault', async () => {
    const { page, asked, faults } = await open(clinic)
    expect(asked).toHaveLength(1)
    expect(faults).toEqual([])
    expect(await page.title()).toBe('Lakeshore Internal Medicine Group: HIPAA Security Rule, 2026-11-24')
    await page.close()
  })

  it.each(['light', 'dark'] as const)(
    'has nothing that axe complains of: %s',
    async (colorScheme) => {
      const { page } = await open(withAcceptances(clinic), { colorScheme })
      await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
      await page.evaluate(axe.source)
      const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)])).toEqual([])
      await page.close()
    },
    120_000,
  )

  it.each([
    ['tablet', 800],
    ['phone', 390],
    ['small phone', 320],
  ])('is no wider than a %s', async (_name, width) => {
    const { page } = await open(clinic, { viewport: { width, height: 844 } })
    await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    await page.close()
  })

  it('shows everything without its script, and no control that would not work', async () => {
    const { page } = await open(clinic, { javaScriptEnabled: false })
    expect(await page.locator('article.finding').count()).toBe(clinic.findings.length)
    expect(await page.locator('#filters').isVisible()).toBe(false)
    expect(await page.locator('#theme').isVisible()).toBe(false)
    await page.close()
  })

  it('runs nothing of what is hostile', async () => {
    const { page, asked, faults } = await open(hostile(withEverything(clinic)))
    expect(faults).toEqual([])
    expect(asked).toHaveLength(1)
    const found = await page.evaluate(`({
      pwned: window.pwned,
      scripts: document.querySelectorAll('script').length,
      outside: [...document.querySelectorAll('[src], [style], base, img, iframe, a:not([href^="#"])')].length,
      handlers: [...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames()).filter((name) => name.startsWith('on')),
      display: getComputedStyle(document.body).display,
      heading: document.querySelector('h1').textContent,
    })`)
    expect(found).toMatchObject({ scripts: 1, outside: 0, handlers: [], display: 'block' })
    expect(found).not.toHaveProperty('pwned', expect.anything())
    expect((found as { heading: string }).heading).toContain('</script><script>window.pwned=1</script>')
    await page.close()
  })

  it('lets no script in that is not its own', async () => {
    const { page } = await open(clinic)
    await page.evaluate(
      'const one = document.createElement("script"); one.textContent = "window.pwned = 1"; document.body.append(one)',
    )
    expect(await page.evaluate('window.pwned')).toBeUndefined()
    await page.close()
  })

  describe('filters', () => {
    const numberOf = (fits: (finding: Report['findings'][number]) => boolean) =>
      clinic.findings.filter(fits).length
    const all = clinic.findings.length
    let page: Page

    beforeAll(async () => {
      page = (await open(clinic)).page
    })
    beforeEach(async () => {
      await page.getByRole('button', { name: 'Show all' }).click()
      await settled()
    })
    afterAll(() => page.close())

    /** Waits until the filters have been applied. */
    const settled = (): Promise<void> => page.waitForTimeout(150)

    it.each<[name: string, choose: () => Promise<unknown>, expected: number]>([
      ['nothing', async () => {}, all],
      [
        'a severity',
        async () => page.getByRole('checkbox', { name: 'critical' }).uncheck(),
        numberOf(({ severity }) => severity !== 'critical'),
      ],
      [
        'an outcome',
        async () => page.getByRole('checkbox', { name: 'unproven' }).uncheck(),
        numberOf(({ outcome }) => outcome !== 'unproven'),
      ],
      [
        'a module',
        async () => page.getByRole('combobox', { name: 'Module' }).selectOption('certificates'),
        numberOf(({ rule }) => rule.startsWith('certificates/')),
      ],
      [
        'a paragraph',
        async () => page.getByRole('combobox', { name: 'Paragraph' }).selectOption('164.312(d)'),
        numberOf(({ rule }) =>
          clinic.matrix.some(({ citation, rules }) => citation === '164.312(d)' && rules.includes(rule)),
        ),
      ],
      [
        'an asset',
        async () => page.getByLabel('Asset, vendor or party').fill('LAB-drop'),
        numberOf(({ subjects }) => subjects.some(({ id, path }) => `${id} ${path}`.includes('lab-drop'))),
      ],
      ['a word that nothing has', async () => page.getByLabel('Search').fill('zebra'), 0],
      ['a fingerprint', async () => page.getByLabel('Search').fill(clinic.findings[3]?.fingerprint ?? ''), 1],
      [
        'two words, of the rule and of the finding',
        async () => page.getByLabel('Search').fill('Access-Control/anonymous scans'),
        numberOf(({ rule, message }) => rule === 'access-control/anonymous' && message.includes('scans')),
      ],
    ])('by %s', async (_name, choose, expected) => {
      await choose()
      await settled()
      expect(await visible(page)).toBe(expected)
      expect(await shown(page)).toBe(`${expected} of ${all} findings`)
      await page.getByRole('button', { name: 'Show all' }).click()
      await settled()
      expect(await visible(page)).toBe(all)
    })

    it('hide a rule of which nothing is left', async () => {
      await page.getByLabel('Search').fill(clinic.findings[0]?.fingerprint ?? '')
      await settled()
      expect(await page.locator('section.rule:visible').count()).toBe(1)
    })

    it('are set by a link from a paragraph, and from a thing', async () => {
      await page.locator('a[data-filter="paragraph"][data-value="164.312(d)"]').first().click()
      expect(await page.getByRole('combobox', { name: 'Paragraph' }).inputValue()).toBe('164.312(d)')
      await page.locator('a[data-filter="thing"][data-value="scans"]').click()
      expect(await page.getByRole('combobox', { name: 'Paragraph' }).inputValue()).toBe('')
      expect(await page.getByLabel('Asset, vendor or party').inputValue()).toBe('scans')
      expect(await visible(page)).toBeLessThan(all)
    })

    it('give way to a link that leads to what they hide', async () => {
      const unproven = clinic.findings.find(({ outcome }) => outcome === 'unproven')
      await page.getByRole('checkbox', { name: 'unproven' }).uncheck()
      await settled()
      await page.locator(`#evidence a[href="#f-${unproven?.fingerprint}"]`).first().click()
      await settled()
      expect(await page.locator(`#f-${unproven?.fingerprint}`).isVisible()).toBe(true)
    })

    it('work by keyboard alone', async () => {
      await page.reload()
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the report')
      await page.getByRole('checkbox', { name: 'critical' }).focus()
      await page.keyboard.press('Space')
      await settled()
      expect(await shown(page)).not.toBe(`${all} of ${all} findings`)
    })
  })

  it('goes from the theme of the system to light, to dark, and back', async () => {
    const { page } = await open(clinic, { colorScheme: 'dark' })
    const paper = () => page.evaluate('getComputedStyle(document.body).backgroundColor')
    const button = page.getByRole('button', { name: /^Theme/ })
    const dark = await paper()
    await button.click()
    expect(await button.textContent()).toBe('Theme: light')
    const light = await paper()
    expect(light).toBe('rgb(255, 255, 255)')
    expect(light).not.toBe(dark)
    await button.click()
    expect([await button.textContent(), await paper()]).toEqual(['Theme: dark', dark])
    await page.reload()
    expect(await button.textContent()).toBe('Theme: dark')
    await button.click()
    expect(await button.textContent()).toBe('Theme: system')
    await page.close()
  })

  it('prints on white, with what is closed on the screen open, and without controls', async () => {
    const { page } = await open(clinic, { colorScheme: 'dark' })
    await page.emulateMedia({ media: 'print' })
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)')
    expect(await page.locator('#filters').isVisible()).toBe(false)
    expect(await page.locator('#theme').isVisible()).toBe(false)
    const flows = page.locator('details.flows table')
    expect(await flows.evaluate((one) => one.getBoundingClientRect().height)).toBeGreaterThan(20)
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
    expect(pages).toBeGreaterThan(5)
    expect(pages).toBeLessThan(60)
    await page.close()
  }, 60_000)
})
