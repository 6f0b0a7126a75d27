// Writing ties: rows are staged in a temporary table, compared with what is known, and applied with a journal.
import { sql, type Transaction } from 'kysely'
import type { ImportKind } from './network-tables.ts'
import { raiseNetworkVersion } from './network-lock.ts'
import type { Tables } from './tables.ts'

/** One source's word about one pair; `placeA` before `placeB` in code-point order. */
export interface Statement {
  readonly placeA: string
  readonly placeB: string
  readonly source: string
  readonly since: string | null
  readonly until: string | null
  readonly reference: string | null
  readonly note: string | null
  readonly statement: string | null
}

export const STATED = ['since', 'until', 'reference', 'note', 'statement'] as const
export type StatedColumn = (typeof STATED)[number]

/** Ties, each counted once however many sources state it: new, stated anew or otherwise, no longer stated, as known. */
export interface Changes {
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly unchanged: number
}

export async function openStage(transaction: Transaction<Tables>): Promise<void> {
  await sql`
    create temporary table staged_ties (
      place_a text collate "C", place_b text collate "C", source text collate "C",
      since text collate "C", until text collate "C", reference text, note text, statement text collate "C"
    ) on commit drop`.execute(transaction)
}

/**
 * Puts statements on the stage; no pair and source may come twice. Asks the server also without a row, so that it does not
 * take the transaction for forgotten while a long file is read in which nothing is of use.
 */
export async function stageTies(transaction: Transaction<Tables>, rows: readonly Statement[]): Promise<void> {
  const column = (name: keyof Statement) => sql`${rows.map((row) => row[name])}::text[]`
  await sql`
    insert into staged_ties
    select * from unnest(${column('placeA')}, ${column('placeB')}, ${column('source')}, ${column('since')},
      ${column('until')}, ${column('reference')}, ${column('note')}, ${column('statement')})`.execute(transaction)
}

const same = sql`s.place_a = t.place_a and s.place_b = t.place_b and s.source = t.source`
const differs = sql`
  (s.since, s.until, s.reference, s.note, s.statement) is distinct from (t.since, t.until, t.reference, t.note, t.statement)`

/**
 * Compares the stage with what is known. `silent` names the columns that the import says nothing about: what is known
 * there stays. `complete` names a source whose every statement is on the stage: what an earlier fetch brought and it no
 * longer states is removed.
 */
export async function compareStage(
  transaction: Transaction<Tables>,
  { silent, complete }: { readonly silent: readonly StatedColumn[]; readonly complete?: string | undefined },
): Promise<Changes> {
  await sql`analyze staged_ties`.execute(transaction)
  for (const column of silent) {
    await sql`update staged_ties s set ${sql.ref(column)} = t.${sql.ref(column)} from tie_statements t
      where ${same} and t.${sql.ref(column)} is not null`.execute(transaction)
  }
  await sql`
    create temporary table tie_differences on commit drop as
    select s.place_a, s.place_b, s.source, case when t.source is not null then to_jsonb(t) end as before, false as removed
    from staged_ties s left join tie_statements t on ${same}
    where t.source is null or ${differs}`.execute(transaction)
  if (complete !== undefined) {
    await sql`
      insert into tie_differences
      select t.place_a, t.place_b, t.source, to_jsonb(t), true
      from tie_statements t left join staged_ties s on ${same}
      where t.source = ${complete} and s.source is null
        and t.import in (select id from imports where kind = 'fetch')`.execute(transaction)
  }
  const { rows } = await sql<Changes>`
    with touched as (
      select place_a, place_b, bool_or(not removed) as stated from tie_differences group by place_a, place_b
    ), known as (
      select place_a, place_b, stated, exists (
        select from tie_statements t where t.place_a = touched.place_a and t.place_b = touched.place_b
      ) as known from touched
    )
    select count(*) filter (where stated and not known)::int as added,
      count(*) filter (where stated and known)::int as changed,
      count(*) filter (where not stated)::int as removed,
      (select count(*)::int from (select distinct place_a, place_b from staged_ties) pairs)
        - count(*) filter (where stated)::int as unchanged
    from known`.execute(transaction)
  return rows[0]
}

export interface ImportRecord {
  readonly kind: ImportKind
  readonly name: string
  readonly sha256: string
  readonly rejected: number
}

/** Applies the compared stage as one import and gives its id. Call under lockTies, after compareStage. */
export async function applyStage(
  transaction: Transaction<Tables>,
  record: ImportRecord,
  changes: Changes,
): Promise<number> {
  const { id } = await transaction
    .insertInto('imports')
    .values({ ...record, ...changes, at: sql`clock_timestamp()`, undone_at: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    insert into tie_changes (import, place_a, place_b, source, before)
    select ${id}, place_a, place_b, source, before from tie_differences`.execute(transaction)
  await sql`
    delete from tie_statements t using tie_differences s where ${same} and s.before is not null`.execute(transaction)
  await sql`
    insert into tie_statements (place_a, place_b, source, since, until, reference, note, statement, import)
    select s.place_a, s.place_b, s.source, s.since, s.until, s.reference, s.note, s.statement, ${id}
    from staged_ties s join tie_differences d using (place_a, place_b, source)
    order by s.place_a, s.place_b, s.source`.execute(transaction)
  await raiseNetworkVersion(transaction)
  return id
}
