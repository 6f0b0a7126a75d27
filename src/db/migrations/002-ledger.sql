-- The record of partnerships. Acts are written once and never changed; the state beside them is what they fold to and can
-- be made again from them at any time. Texts hold canonical JSON, byte for byte as it was hashed.

create table partnerships (
  id text primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  created_at timestamptz not null default now()
);

create table acts (
  partnership text not null references partnerships (id),
  scope text not null check (scope in ('shared', 'private')),
  side text not null check (side in ('a', 'b')),
  seq integer not null check (seq > 0),
  clock bigint not null check (clock > 0),
  type text not null,
  at timestamptz not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  -- Set by whoever asks, so that asking again after a lost answer records nothing twice.
  request text,
  part integer not null default 0,
  canonical text not null,
  primary key (partnership, scope, side, seq),
  unique (partnership, hash)
);
create index acts_in_order on acts (partnership, scope, clock, side, seq);
create unique index acts_by_request on acts (partnership, request, part) where request is not null;

create function acts_are_kept() returns trigger language plpgsql as $$
begin
  raise exception 'acts are never changed or deleted' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger acts_are_kept before update or delete on acts for each row execute function acts_are_kept();
create trigger acts_are_not_emptied before truncate on acts for each statement execute function acts_are_kept();

-- The small part of the state, and how often it was written.
create table states (
  partnership text primary key references partnerships (id),
  version bigint not null default 0,
  head text not null
);

-- The rest of the state, object by object.
create table objects (
  partnership text not null references partnerships (id),
  kind text not null,
  id text not null,
  value text not null,
  primary key (partnership, kind, id)
);

-- Files by their content.
create table blobs (
  sha256 text primary key check (sha256 = encode(sha256(content), 'hex')),
  media_type text not null,
  size integer not null check (size = octet_length(content)),
  content bytea not null,
  created_at timestamptz not null default now()
);
-- Scans and photographs do not shrink a second time.
alter table blobs alter column content set storage external;

-- The keys with which offices sign. A key that follows another is endorsed by it; the private part is encrypted.
create table office_keys (
  office text not null,
  number integer not null check (number > 0),
  public_key text not null,
  private_key text,
  endorsement text,
  created_at timestamptz not null default now(),
  primary key (office, number),
  unique (office, public_key)
);

-- The two statements of every act that is recorded, as functions: their plans are made once per connection. `limit 1`
-- keeps the planner, which may not know yet how many rows there are, at one look into an index for each.

create function ledger_read(of text, kinds text[], ids text[], hashes text[])
returns table (version bigint, head text, objects json, named json, ends json) language plpgsql stable as $$
begin
  return query select s.version, s.head,
    (select json_agg(json_build_array(wanted.kind, wanted.id, object.value))
      from unnest(kinds, ids) as wanted (kind, id), lateral (select o.value from public.objects o
        where o.partnership = of and o.kind = wanted.kind and o.id = wanted.id limit 1) as object),
    (select json_agg(act.canonical)
      from unnest(hashes) as wanted (hash), lateral (select a.canonical from acts a
        where a.partnership = of and a.hash = wanted.hash limit 1) as act),
    (select json_agg(json_build_array(strand.scope, strand.side, act.seq, act.clock, act.hash))
      from (values ('shared', 'a'), ('shared', 'b'), ('private', 'a'), ('private', 'b')) as strand (scope, side),
      lateral (select a.seq, a.clock, a.hash from acts a where a.partnership = of
        and a.scope = strand.scope and a.side = strand.side order by a.seq desc limit 1) as act)
    from states s where s.partnership = of;
end
$$;

-- Writes a new head, changed objects and acts where the state is still the one that was read and what was taken not to be
-- there (`unseen`) is not; says how many acts it wrote.
create function ledger_write(
  of text, read_version bigint, new_head text, unseen_kinds text[], unseen_ids text[],
  kinds text[], ids text[], contents text[],
  asked text, scopes text[], sides text[], seqs integer[], clocks bigint[], types text[], instants timestamptz[],
  hashes text[], canonicals text[]
) returns integer language plpgsql as $$
begin
  update states set head = new_head, version = version + 1
    where partnership = of and version = read_version
      and not exists (select from unnest(unseen_kinds, unseen_ids) as unseen (kind, id), lateral (select from objects o
        where o.partnership = of and o.kind = unseen.kind and o.id = unseen.id limit 1) as object);
  if not found then
    return 0;
  end if;
  insert into objects (partnership, kind, id, value)
    select of, changed.kind, changed.id, changed.value from unnest(kinds, ids, contents) as changed (kind, id, value)
    on conflict (partnership, kind, id) do update set value = excluded.value;
  insert into acts (partnership, scope, side, seq, clock, type, at, hash, request, part, canonical)
    select of, act.scope, act.side, act.seq, act.clock, act.type, act.at, act.hash, asked, act.part - 1, act.canonical
    from unnest(scopes, sides, seqs, clocks, types, instants, hashes, canonicals) with ordinality
      as act (scope, side, seq, clock, type, at, hash, canonical, part);
  return cardinality(hashes);
end
$$;
