// Opens what commands need, each thing once and when first asked for, and closes it all when the command is over.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { openAtlas } from '../atlas/load/open-atlas.ts'
import { shippedModel } from '../atlas/match/shipped-model.ts'
import type { Doors } from '../cli/command.ts'
import { keyRing } from '../ledger/office-keys.ts'
import type { Atlas, House } from '../verbs/house.ts'
import { matcherFor } from '../verbs/matcher-for.ts'
import { networkOf } from '../verbs/load-network.ts'
import { done, refuse, Refused, type Result } from '../verbs/refusal.ts'
import { seedNetwork } from '../verbs/seed-network.ts'
import type { Config } from './config.ts'
import { ensureDataFolder, folderRefusal } from './postgres-place.ts'
import { secretOf } from './secret.ts'
import { openGround, startServer, type Ground } from './serve.ts'
import { createSite, type SiteOptions } from './site.ts'
import { stopAsked } from './stop-signal.ts'

/** The project's or the package's folder: two up from src/main/ and from dist/server/ alike. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const DOCUMENTED_TIES = join(ROOT, 'ties/indonesia-cambodia.tsv')
const CLIENT_BUILD = join(ROOT, 'dist/public')

export interface OpenDoors extends Doors {
  close(): Promise<void>
}

/** `tell` prints a sentence for whoever waits. */
export function openDoors(config: Config, tell: (sentence: string) => void): OpenDoors {
  const closers: (() => Promise<void>)[] = []
  const stop = stopAsked()
  const atlas = once(async () => loadAtlas(config, tell))
  const ground = once(async () => {
    const opened = await openGround(config)
    closers.push(() => opened.close())
    return opened
  })
  const house = once(async () => furnish(config, await atlas(), await ground()))
  const record = once(async () => {
    const { database } = await ground()
    return { database, keys: keyRing(database, secretOf(config)) }
  })
  return {
    dataFolder: config.dataFolder,
    atlas,
    house,
    record,
    serve: () => serveUntilStopped(config, atlas, stop, tell),
    async close() {
      for (const close of closers.splice(0).reverse()) await close()
    },
  }
}

/** Throws Refused where the cache cannot be written. */
function loadAtlas(config: Config, tell: (sentence: string) => void): Atlas {
  const folder = join(config.dataFolder, 'cache')
  try {
    ensureDataFolder(config.dataFolder)
    const { gazetteer, search } = openAtlas(folder, () =>
      tell('Preparing the gazetteer; this is done once and takes a few seconds …'),
    )
    return { gazetteer, search, model: shippedModel() }
  } catch (error) {
    throw folderRefusal(config.dataFolder, error)
  }
}

/** A house over a ready database; the ties that come with Kembar are brought in if nothing ever was. */
async function furnish(config: Config, atlas: Atlas, { database }: Ground): Promise<House> {
  const house: House = { ...atlas, database, network: networkOf(database, atlas.gazetteer) }
  const seeded = await seedNetwork(house, { file: DOCUMENTED_TIES, rejectsFolder: config.dataFolder })
  if (!seeded.ok) throw new Refused(seeded.refusal)
  return house
}

async function serveUntilStopped(
  config: Config,
  atlas: () => Promise<Atlas>,
  stop: Promise<unknown>,
  tell: (sentence: string) => void,
): Promise<Result<void>> {
  const lost = Promise.withResolvers<Refused>()
  const server = await startServer(
    config,
    async (ground) => {
      const house = await furnish(config, await atlas(), ground)
      // The first visitor should not wait for what is the same for all.
      matcherFor(house, await house.network())
      return createSite(house, siteOptions(config))
    },
    { note: tell, onLost: lost.resolve },
  )
  tell(`Kembar answers at http://localhost:${server.port}`)
  const reason = await Promise.race([stop, lost.promise])
  await server.stop()
  return reason instanceof Refused ? refuse(reason.refusal) : done(undefined)
}

function siteOptions(config: Config): SiteOptions {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
  const log = pino({ name: 'kembar' }, pino.destination(2))
  return {
    assets: CLIENT_BUILD,
    origin: config.origin,
    version,
    report: (error, reference) => log.error({ err: error, reference }, 'a request failed'),
  }
}

function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | undefined
  return () => (opened ??= open())
}
