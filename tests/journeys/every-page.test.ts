// What holds for every page: accessible by the rules, usable with a keyboard, narrow and enlarged.
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { LOCALES } from '../../src/language/locale.ts'
import { openBrowser } from '../support/browser.ts'

const origin = inject('kembar')
const PAGES = [
  '/',
  '/match',
  '/match?q=nowhere-at-all',
  '/match?place=ID.07.3320&country=KH&limit=3',
  '/match/compare?place=ID.07.3320&with=1821306&with=1822214&with=1831142',
  '/places/1642548',
  '/places/1650357',
  '/places/search?q=jepara',
  '/network',
  '/data',
  '/api',
  '/about',
  '/accessibility',
  '/privacy',
  '/no-such-page',
]
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await (await browser.newContext()).newPage()
})
afterAll(() => browser.close())

async function overflow(): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

// 320 pixels is also what remains of 1280 at 400 % zoom.
test.each(LOCALES)(
  'given each page in %s with all its parts open, then axe finds nothing serious, and at 320 pixels nothing sticks out',
  async (locale) => {
    for (const path of PAGES) {
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.goto(`${origin}/${locale}${path}`)
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)))
      const { violations } = await new AxeBuilder({ page }).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      const found = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
      await page.setViewportSize({ width: 320, height: 256 })
      expect({ path, found, overflow: await overflow() }).toEqual({ path, found: [], overflow: 0 })
    }
  },
)

test('given only a keyboard, when Jepara is sought in Cambodia, then the answer and its reasons are reached', async () => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${origin}/en/`)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('jepara')
  await page.locator('[role=option]').first().waitFor()
  const wanted = await page
    .locator('[role=option]')
    .evaluateAll((options) => options.findIndex((option) => option.getAttribute('data-value') === 'ID.07.3320'))
  for (let i = 0; i <= wanted; i++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Cambodia')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/place=ID\.07\.3320&country=KH/)
  const summary = page.locator('.candidate summary').first()
  for (let i = 0; i < 40 && !(await summary.evaluate((element) => element === document.activeElement)); i++) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  expect(await page.locator('.candidate .reason').first().isVisible()).toBe(true)
})

test('given the globe, when it is turned by its buttons or by keys, then its picture changes and the list stays', async () => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${origin}/en/places/1650357`)
  const canvas = page.locator('kembar-globe canvas')
  await canvas.waitFor()
  await page.waitForTimeout(400)
  const picture = () => canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL())
  const before = await picture()
  await canvas.focus()
  await page.keyboard.press('ArrowRight')
  await page.waitForTimeout(500)
  const turned = await picture()
  expect(turned).not.toBe(before)
  await page.getByRole('button', { name: 'Turn north' }).click()
  await page.waitForTimeout(500)
  expect(await picture()).not.toBe(turned)
  expect(await page.locator('#ties [data-lon]').count()).toBeGreaterThan(0)
})
