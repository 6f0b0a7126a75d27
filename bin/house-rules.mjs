// Lint rules of this house (ARCHITECTURE.md): which room may import which, and what a file may be called. A room is a
// folder of src/; arrows point down this table and never up.
import { basename, dirname, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What each room may import besides itself. `refusal` and `language` are words, not rooms above. */
const ARROWS = {
  domain: [],
  atlas: [],
  policies: ['domain'],
  law: ['domain'],
  language: ['domain', 'atlas'],
  db: ['domain', 'atlas'],
  ledger: ['domain', 'db'],
  documents: ['domain', 'atlas', 'language'],
  mail: ['domain', 'language'],
  verbs: ['policies', 'ledger', 'law', 'db', 'documents', 'mail', 'domain', 'atlas'],
  jobs: ['verbs', 'policies', 'ledger', 'db', 'mail', 'domain', 'atlas', 'language'],
  courier: ['verbs', 'policies', 'ledger', 'db', 'domain', 'atlas', 'language'],
  web: ['verbs', 'policies', 'domain', 'atlas', 'language'],
  api: ['verbs', 'policies', 'domain', 'atlas', 'language'],
  cli: ['verbs', 'policies', 'domain', 'atlas', 'language'],
  main: [
    'web',
    'api',
    'cli',
    'jobs',
    'courier',
    'verbs',
    'ledger',
    'law',
    'db',
    'documents',
    'mail',
    'domain',
    'atlas',
    'language',
  ],
}

/** The closed list of refusals is a leaf without imports; every room may name what it refuses. */
const LEAF = 'verbs/refusal.ts'
const PURE = new Set(['domain', 'atlas', 'policies'])
const MAY_SPEAK_SQL = new Set(['db', 'ledger'])
const NOTHING_NAMES = /^(utils?|helpers?|misc|common|shared)$/

const arrows = {
  create(context) {
    const file = placeOf(context)
    const room = file?.split('/')[0]
    if (file === undefined || !file.includes('/') || isTest(file)) return {}
    return eachImport((node, source) => {
      if (PURE.has(room) && !file.startsWith('atlas/load/') && source.startsWith('node:')) {
        context.report({ node, message: `${room} is pure: it imports nothing of Node, not even ${source}.` })
      }
      if (!source.startsWith('.')) return
      const target = relative(SRC, resolve(dirname(context.filename), source))
        .split(sep)
        .join('/')
      const other = target.split('/')[0]
      if (other === room || target === LEAF || (ARROWS[room] ?? []).includes(other)) return
      if (room === 'language' && target.startsWith('../locales/')) return
      const place = target.startsWith('../') ? 'what lies outside src' : other
      context.report({ node, message: `${room} may not import ${place}: arrows point one way (ARCHITECTURE.md).` })
    })
  },
}

const sqlInItsRoom = {
  create(context) {
    const file = placeOf(context)
    const room = file?.split('/')[0]
    if (file === undefined || isTest(file) || MAY_SPEAK_SQL.has(room)) return {}
    const message = 'SQL stands in db/ and ledger/ only: put the query into a file there.'
    const queries = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto'])
    return {
      ImportDeclaration(node) {
        const source = node.source.value
        const names = node.specifiers.map((specifier) => specifier.imported?.name)
        const driver = source === 'pg' && room !== 'main'
        if ((source === 'kysely' && names.includes('sql')) || driver) context.report({ node, message })
      },
      MemberExpression(node) {
        if (!node.computed && queries.has(node.property.name)) context.report({ node, message })
      },
    }
  },
}

const telling = {
  create(context) {
    const inside = relative(ROOT, context.filename).split(sep)
    return {
      Program(node) {
        for (const name of inside) {
          const [stem] = name.split('.')
          if (NOTHING_NAMES.test(stem)) {
            context.report({ node, message: `“${stem}” names nothing: call the file after what it does.` })
          }
        }
        if (!/^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/.test(basename(context.filename))) {
          context.report({ node, message: 'File names are kebab-case.' })
        }
      },
    }
  },
}

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SRC = resolve(ROOT, 'src')

function placeOf(context) {
  const place = relative(SRC, context.filename).split(sep).join('/')
  return place.startsWith('../') ? undefined : place
}

const isTest = (file) => /\.test\.tsx?$/.test(file)

function eachImport(visit) {
  const check = (node) => {
    if (typeof node.source?.value === 'string') visit(node, node.source.value)
  }
  return {
    ImportDeclaration: check,
    ExportNamedDeclaration: check,
    ExportAllDeclaration: check,
    ImportExpression: check,
  }
}

export default {
  meta: { name: 'house' },
  rules: { arrows, 'sql-in-its-room': sqlInItsRoom, 'telling-names': telling },
}
