// The tables of the record (migrations/002-ledger.sql). Only src/ledger/ writes to them.
export interface PartnershipsTable {
  readonly id: string
  readonly slug: string
  readonly created_at: Date
}

export interface ActsTable {
  readonly partnership: string
  readonly scope: string
  readonly side: string
  readonly seq: number
  /** A bigint arrives as text. */
  readonly clock: string
  readonly type: string
  readonly at: Date
  readonly hash: string
  readonly request: string | null
  readonly part: number
  readonly canonical: string
}

export interface StatesTable {
  readonly partnership: string
  readonly version: string
  readonly head: string
}

export interface ObjectsTable {
  readonly partnership: string
  readonly kind: string
  readonly id: string
  readonly value: string
}

export interface BlobsTable {
  readonly sha256: string
  readonly media_type: string
  readonly size: number
  readonly content: Buffer
  readonly created_at: Date
}

export interface OfficeKeysTable {
  readonly office: string
  readonly number: number
  readonly public_key: string
  readonly private_key: string | null
  readonly endorsement: string | null
  readonly created_at: Date
}

export interface LedgerTables {
  readonly partnerships: PartnershipsTable
  readonly acts: ActsTable
  readonly states: StatesTable
  readonly objects: ObjectsTable
  readonly blobs: BlobsTable
  readonly office_keys: OfficeKeysTable
}
