// Makes a clone ready to run: dependencies as the lock file says, and a build of the sources as they are now. When both
// are in order this costs a look at the time and size of each source file, and an installed package costs nothing.
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build, isBuilt } from './build.mjs'
import { install, isInstalled } from './install.mjs'
import { withSetupLock } from './setup-lock.mjs'

/** The set-up could not be done; the message is a sentence for the person at the terminal. */
export class SetupFailed extends Error {}

/** @param options `force` builds again; `only: 'install'` leaves the build as it is */
export async function prepare(root, { force = false, only } = {}) {
  if (!existsSync(join(root, 'src'))) return
  const builds = only !== 'install'
  if (isInstalled(root) && (!builds || (isBuilt(root) && !force))) return
  try {
    mkdirSync(join(root, 'node_modules'), { recursive: true })
    // Several commands may start at once in a fresh clone: the first does the work, the others find it done.
    await withSetupLock(join(root, 'node_modules/.kembar-setup'), async () => {
      if (!isInstalled(root)) await install(root)
      if (builds && (force || !isBuilt(root))) await build(root)
    })
  } catch (error) {
    if (error.code === 'EACCES' || error.code === 'EROFS' || error.code === 'EPERM') {
      throw new SetupFailed(`Kembar cannot write to ${error.path ?? root}. Make the folder yours and try again.`)
    }
    if (error.code === 'ENOSPC') throw new SetupFailed(`The disk that holds ${root} is full. Make room and try again.`)
    throw error.sentence ? new SetupFailed(error.sentence) : error
  }
}
