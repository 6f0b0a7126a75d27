-- The twin network as sources state it. A tie is a pair of references in code-point order; it exists as long as at least
-- one statement does. References are GeoNames ids in digits or unit codes such as ID.07.3320; dates keep the precision
-- of the source (YYYY, YYYY-MM, YYYY-MM-DD), which no date type does.

create table imports (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('file', 'fetch', 'seed')),
  name text not null,
  sha256 text collate "C" not null check (sha256 ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  added integer not null,
  changed integer not null,
  removed integer not null,
  unchanged integer not null,
  rejected integer not null,
  undone_at timestamptz
);

create table tie_statements (
  place_a text collate "C" not null,
  place_b text collate "C" not null,
  source text collate "C" not null,
  since text collate "C",
  until text collate "C",
  reference text,
  note text,
  -- The source's own id of what it states, such as a Wikidata statement id.
  statement text collate "C",
  -- The import that brought the statement as it stands now.
  import integer not null references imports,
  primary key (place_a, place_b, source),
  check (place_a < place_b)
);
create index tie_statements_place_b on tie_statements (place_b);
create index tie_statements_source on tie_statements (source);

-- What each import touched and what stood there before (null: nothing), so that an import can be undone exactly.
create table tie_changes (
  import integer not null references imports,
  place_a text collate "C" not null,
  place_b text collate "C" not null,
  source text collate "C" not null,
  before jsonb,
  primary key (place_a, place_b, source, import)
);
create index tie_changes_import on tie_changes (import);

-- One row, raised in the transaction of every change, so that other processes know that their graph is old.
create table network_version (
  only_row boolean primary key default true check (only_row),
  version bigint not null
);
insert into network_version (version) values (0);
