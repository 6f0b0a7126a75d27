// The main job as a person does it: which Cambodian city fits Jepara, and why. In every language, with and without JavaScript.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { parse } from 'csv-parse/sync'
import { LOCALES, type Locale } from '../../src/language/locale.ts'
import { speaker } from '../../src/language/speaker.ts'
import { openBrowser } from '../support/browser.ts'

const origin = inject('kembar')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function withPage(
  options: Parameters<Browser['newContext']>[0],
  visit: (page: Page, context: BrowserContext) => Promise<void>,
) {
  const context = await browser.newContext({ ...options, acceptDownloads: true })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    await visit(page, context)
  } finally {
    await context.close()
  }
}

/** Digits as the language writes them back to a number. */
function readNumber(text: string): number {
  const latin = text.replace(/[០-៩]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0)).replace('−', '-')
  return Number(latin.replace(',', '.'))
}

async function candidatesOn(page: Page): Promise<{ name: string; score: number }[]> {
  const rows = await page.locator('.candidate').evaluateAll((cards) =>
    cards.map((card) => ({
      name: card.querySelector('h3 .name')?.textContent ?? '',
      score: card.querySelector('.score strong')?.textContent ?? '',
    })),
  )
  return rows.map(({ name, score }) => ({ name, score: readNumber(score) }))
}

/** The first candidate's reasons, opened: what is shown adds up to the score that is shown. */
async function expectSumToHold(page: Page): Promise<void> {
  const card = page.locator('.candidate').first()
  await card.locator('summary').click()
  const figures = await card.locator('.reason > .figure').allTextContents()
  const [{ score }] = await candidatesOn(page)
  expect(figures.length).toBeGreaterThan(5)
  const sum = figures.reduce((total, figure) => total + Math.round(readNumber(figure) * 100), 0)
  expect(sum).toBe(Math.round(score * 100))
}

async function expectCsvLikeScreen(page: Page, locale: Locale): Promise<void> {
  const shown = await candidatesOn(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: speaker(locale).say('export.csv') }).click(),
  ])
  const text = await (await download.createReadStream()).toArray()
  const [, ...rows] = parse(Buffer.concat(text as Buffer[]), { bom: true }) as string[][]
  expect(rows.map((row) => ({ name: row[2], score: Number(row[7]) }))).toEqual(shown)
}

async function compareFirstTwo(page: Page, locale: Locale): Promise<void> {
  const names = (await candidatesOn(page)).slice(0, 2).map(({ name }) => name)
  for (const box of (await page.locator('.candidate input[name=with]').all()).slice(0, 2)) await box.check()
  await page.getByRole('button', { name: speaker(locale).say('match.compare.submit') }).click()
  await page.waitForURL(/\/match\/compare\?/)
  const heads = await page.locator('.compare thead th .name').allTextContents()
  expect(heads.toSorted()).toEqual(names.toSorted())
}

/** What stands in the field for sharing opens the same list for somebody else. */
async function expectShareable(page: Page): Promise<void> {
  const shown = await candidatesOn(page)
  const link = new URL(await page.locator('#share').inputValue())
  await withPage({}, async (other) => {
    await other.goto(origin + link.pathname + link.search)
    expect(await candidatesOn(other)).toEqual(shown)
  })
}

describe.each(LOCALES)('given a reader of %s', (locale) => {
  const say = speaker(locale).say

  test('when Jepara is typed and chosen and Cambodia asked for, then candidates come with reasons, comparison, link and file', async () => {
    await withPage({}, async (page) => {
      await page.goto(`${origin}/${locale}/`)
      await page.getByRole('combobox', { name: say('front.place') }).pressSequentially('jepara')
      await page.locator('[role=option]', { hasText: 'Kabupaten Jepara' }).first().click()
      await page.getByLabel(say('match.form.country')).selectOption('KH')
      await page.getByRole('button', { name: say('match.form.submit') }).click()
      await page.waitForURL(/place=ID\.07\.3320/)
      expect(new URL(page.url()).searchParams.has('q')).toBe(false)
      expect(await candidatesOn(page)).toHaveLength(10)
      await expectSumToHold(page)
      await expectShareable(page)
      await expectCsvLikeScreen(page, locale)
      await compareFirstTwo(page, locale)
    })
  })

  test('when the browser has no JavaScript, then the same job is done by plain forms and links', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${origin}/${locale}/`)
      await page.getByRole('searchbox', { name: say('front.place') }).fill('Jepra')
      await page.getByLabel(say('match.form.country')).selectOption('KH')
      await page.getByRole('button', { name: say('match.form.submit') }).click()
      const choice = page.locator('.choices a', { hasText: 'Jepara' }).first()
      await choice.click()
      await page.waitForURL(/place=/)
      expect(await page.locator('.candidate').count()).toBe(10)
      await compareFirstTwo(page, locale)
      await page.getByRole('link', { name: say('compare.back') }).click()
      expect(await page.locator('.candidate').count()).toBe(10)
    })
  })
})

test('given a match, when the weights are changed, then the order is made anew and the link keeps the wish', async () => {
  await withPage({}, async (page) => {
    await page.goto(`${origin}/en/match?place=ID.07.3320&country=KH`)
    const before = await candidatesOn(page)
    await page.getByLabel('Equal status and territory').selectOption('0')
    await page.getByLabel('Similar character').selectOption('2')
    await page.getByRole('button', { name: 'Rank again' }).click()
    await page.waitForURL(/weight\.equal-status=0/)
    expect(await candidatesOn(page)).not.toEqual(before)
    await expectSumToHold(page)
    await expectShareable(page)
  })
})

test('given a reader in one language, when another is chosen, then the same page opens in it and is remembered', async () => {
  await withPage({ locale: 'en-GB' }, async (page) => {
    await page.goto(`${origin}/en/match?place=ID.07.3320&country=KH`)
    await page.locator('.languages a[lang=km]').click()
    await page.waitForURL(`${origin}/km/match?place=ID.07.3320&country=KH`)
    expect(await page.locator('html').getAttribute('lang')).toBe('km')
    await page.goto(`${origin}/`)
    expect(page.url()).toBe(`${origin}/km/`)
  })
})
