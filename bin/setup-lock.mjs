// A lock between processes that set up one clone: a folder, because creating one either succeeds or fails as a whole.
// The holder touches it every second; a lock left by a process that died is taken away after STALE_MS.
import { mkdirSync, rmSync, rmdirSync, statSync, utimesSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const BEAT_MS = 1000
const STALE_MS = 10_000
const STOP_LIMIT_MS = 5_000

export async function withSetupLock(folder, work) {
  let waits = 0
  while (!make(folder)) {
    if (waits++ === 20) process.stderr.write('Another command is setting up Kembar; waiting for it.\n')
    if (isStale(folder)) breakStale(folder)
    else await sleep(100)
  }
  const beat = setInterval(() => touch(folder), BEAT_MS)
  const release = () => rmSync(folder, { recursive: true, force: true })
  // The program that is running for us has the same signal; it is given a moment to end.
  let stopped
  const leave = () => {
    release()
    process.exit(stopped === 'SIGINT' ? 130 : 143)
  }
  const giveUp = (signal) => {
    stopped = signal
    setTimeout(leave, STOP_LIMIT_MS)
  }
  process.on('SIGINT', giveUp).on('SIGTERM', giveUp)
  try {
    return await work()
  } finally {
    process.off('SIGINT', giveUp).off('SIGTERM', giveUp)
    clearInterval(beat)
    if (stopped) leave()
    release()
  }
}

function make(folder) {
  try {
    mkdirSync(folder)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function touch(folder) {
  try {
    utimesSync(folder, new Date(), new Date())
  } catch {
    // Gone with its node_modules: there is nothing left to hold.
  }
}

function isStale(folder, limit = STALE_MS) {
  try {
    return Date.now() - statSync(folder).mtimeMs > limit
  } catch {
    return false
  }
}

// Only one waiter may take a stale lock away, or the second would take away the lock that the first has just made.
function breakStale(folder) {
  const breaking = `${folder}-breaking`
  if (!make(breaking)) {
    if (isStale(breaking)) rmSync(breaking, { recursive: true, force: true })
    return
  }
  try {
    if (isStale(folder)) rmSync(folder, { recursive: true, force: true })
  } finally {
    rmdirSync(breaking)
  }
}
