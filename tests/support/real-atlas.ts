// The real gazetteer for tests; its cache is kept between runs, as the product keeps it.
import { fileURLToPath } from 'node:url'
import { openAtlas, type OpenedAtlas } from '../../src/atlas/load/open-atlas.ts'

const folder = fileURLToPath(new URL('../../node_modules/.cache/kembar', import.meta.url))
let opened: OpenedAtlas | undefined

export function realAtlas(): OpenedAtlas {
  return (opened ??= openAtlas(folder))
}

/** Vitest global set-up: builds the cache once, before the test files start side by side. */
export function setup(): void {
  realAtlas()
}
