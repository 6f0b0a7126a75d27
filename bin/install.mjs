// Installs the dependencies of a clone without ever changing its lock file (docs/decisions/001).
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { runQuietly } from './run-quietly.mjs'

const STAMP = 'node_modules/.kembar-installed'
const NO_NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ECONNRESET|ENOTCACHED|ERR_SOCKET_TIMEOUT/
const KEPT = ['package.json', 'package-lock.json']

export function isInstalled(root) {
  try {
    return readFileSync(join(root, STAMP), 'utf8') === fingerprint(root)
  } catch {
    return false
  }
}

export async function install(root) {
  const before = KEPT.map((file) => readFileSync(join(root, file)))
  rmSync(join(root, STAMP), { force: true })
  process.stderr.write('Installing what Kembar needs (once, about a minute) …\n')
  const npm = findNpm()
  const options = ['--no-save', '--no-audit', '--no-fund', '--include=dev', '--include=optional']
  options.push((await isOnline(npm, root)) ? '--prefer-offline' : '--offline')
  const { code, output } = await runQuietly(npm.command, [...npm.args, 'install', ...options, '--loglevel=error'], root)
  // npm leaves both files alone with --no-save; should a version of it not, they are put back.
  KEPT.forEach((file, i) => {
    const path = join(root, file)
    if (!existsSync(path) || !readFileSync(path).equals(before[i])) writeFileSync(path, before[i])
  })
  if (code !== 0) throw Object.assign(new Error('npm install failed'), { sentence: explain(output) })
  writeFileSync(join(root, STAMP), fingerprint(root))
}

/** Without a network npm would wait long for each package in turn; its cache may still hold them all. */
async function isOnline(npm, root) {
  const ping = [...npm.args, 'ping', '--fetch-retries=0', '--fetch-timeout=15000', '--loglevel=error']
  const { code, output } = await runQuietly(npm.command, ping, root)
  return code === 0 || !NO_NETWORK.test(output)
}

function fingerprint(root) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`)
  for (const file of KEPT) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** npm as a script for the running Node, so that no shell and no search path is needed; else whatever `npm` is found. */
function findNpm() {
  const bin = dirname(process.execPath)
  const places = [
    process.env.npm_execpath,
    join(bin, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(bin, 'node_modules/npm/bin/npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ]
  const script = places.find((path) => path && basename(path) === 'npm-cli.js' && existsSync(path))
  return script ? { command: process.execPath, args: [script] } : { command: 'npm', args: [] }
}

function explain(output) {
  const tail = output.trim().split('\n').slice(-15).join('\n')
  if (NO_NETWORK.test(output)) {
    return (
      'Kembar is not installed yet and the package registry cannot be reached. ' +
      `Connect this computer to the internet once and try again.\n${tail}`
    )
  }
  if (/ENOSPC/.test(output))
    return `There is no room on the disk for what Kembar needs. Make room and try again.\n${tail}`
  if (/spawn npm ENOENT/.test(output)) return 'npm was not found. Install Node with npm and try again.'
  return `Installing what Kembar needs failed. npm said:\n${tail}`
}
