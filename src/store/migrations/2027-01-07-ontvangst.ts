import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { eigenaar, app, bewaring } = rollen

/**
 * What people send to bodies, with what they were told about it, and the ways that were out of order. What was sent
 * never changes. It goes to another body only together with the notice to its sender (Awb 2:3): there is no forwarding
 * without that row, and no other way to move it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabellen).execute(db)
  await sql.raw(verplaatsen).execute(db)
  await sql.raw(beleid).execute(db)
  await sql.raw(storingen).execute(db)
}

const tabellen = `
  create table poststuk (
    id uuid primary key,
    nummer text not null unique check (nummer ~ '^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$'),
    kenmerk bytea not null unique check (length(kenmerk) = 32),
    -- Whose it is; null: nobody recognised the sender. And who sent it in their name.
    persoon uuid,
    door uuid check (door is null or persoon is not null),
    -- For which body, as the sender said, and which body has it.
    organisatie text not null,
    bij text not null,
    bij_sinds timestamptz not null,
    soort text not null check (soort in ('bezwaar', 'aanvulling', 'ingebrekestelling', 'zienswijze', 'vraag',
      'klacht', 'wettelijk', 'overig')),
    weg text not null check (weg in ('web', 'email', 'brief', 'balie', 'telefoon')),
    -- Awb 2:20: at the edge; and when it came to stand here, which may be later.
    ontvangen timestamptz not null,
    vastgelegd timestamptz not null,
    kid text not null,
    cijfer bytea not null
  );
  create index poststuk_persoon on poststuk (persoon, ontvangen desc, id desc) where persoon is not null;
  create index poststuk_bij on poststuk (bij, ontvangen desc, id desc);
  create index poststuk_ontvangen on poststuk (ontvangen);

  create table poststuk_bijlage (
    poststuk uuid not null references poststuk (id) on delete cascade,
    volgnummer smallint not null check (volgnummer between 0 and 19),
    kid text not null,
    cijfer bytea not null,
    primary key (poststuk, volgnummer)
  );

  create table poststuk_kennisgeving (
    id uuid primary key,
    poststuk uuid not null references poststuk (id) on delete cascade,
    persoon uuid,
    soort text not null check (soort in ('ontvangen', 'doorgezonden', 'verkeerde-weg', 'geweigerd')),
    hoe text not null check (hoe in ('pagina', 'print', 'bericht', 'adres', 'geen-adres')),
    op timestamptz not null,
    bezorgd timestamptz check (bezorgd >= op),
    -- Of one for an inbox: taken by a worker until then.
    bezig_tot timestamptz,
    kid text not null,
    cijfer bytea not null,
    unique (id, poststuk, soort),
    check (hoe <> 'bericht' or persoon is not null),
    check (hoe not in ('pagina', 'print') or bezorgd is not null),
    check (hoe <> 'geen-adres' or bezorgd is null)
  );
  create index poststuk_kennisgeving_stuk on poststuk_kennisgeving (poststuk, op);
  create index poststuk_kennisgeving_open on poststuk_kennisgeving (op) where hoe = 'bericht' and bezorgd is null;
  -- A receipt is given once.
  create unique index poststuk_kennisgeving_ontvangen on poststuk_kennisgeving (poststuk) where soort = 'ontvangen';

  create table poststuk_doorzending (
    poststuk uuid not null references poststuk (id) on delete cascade,
    van text not null,
    naar text not null,
    op timestamptz not null,
    -- The notice that goes with it: of this item, and about forwarding.
    kennisgeving uuid not null unique,
    soort text not null default 'doorgezonden' check (soort = 'doorgezonden'),
    primary key (poststuk, op),
    foreign key (kennisgeving, poststuk, soort)
      references poststuk_kennisgeving (id, poststuk, soort) on delete cascade
  );
`

const verplaatsen = `
  create function poststuk_verplaats() returns trigger language plpgsql set search_path = voordeur, pg_temp as $$
  begin
    if new.bij_sinds < old.bij_sinds or not exists (
      select 1 from poststuk_doorzending d
      where d.poststuk = new.id and d.van = old.bij and d.naar = new.bij and d.op = new.bij_sinds)
    then
      raise exception 'een poststuk gaat alleen door samen met de kennisgeving aan de afzender' using errcode = '23514';
    end if;
    return new;
  end $$;
  create trigger poststuk_verplaats before update on poststuk
    for each row execute function poststuk_verplaats();
`

// A task sees the item with the mark that it names, and no other. A professional sees what their body has: of the
// person of their ground, or, with nobody in it, what came from senders whom nobody recognised.
const isGenoemd = `(select context_taak()) = 'post' and encode(kenmerk, 'hex') = any ((select context_zoek())::text[])`
const isBij = `(select context_soort()) = 'medewerker' and bij = (select context_organisatie())`
const isLezer = `${isBij} and persoon is not distinct from (select context_persoon())`
const isVanHen = `(select context_soort()) = 'persoon' and persoon = (select context_persoon())`
const hoortBij = `exists (select 1 from poststuk p where p.id = poststuk)`

const beleid = `
  alter table poststuk enable row level security, force row level security;
  alter table poststuk_bijlage enable row level security, force row level security;
  alter table poststuk_kennisgeving enable row level security, force row level security;
  alter table poststuk_doorzending enable row level security, force row level security;

  create policy aannemen on poststuk to ${app} using (${isGenoemd}) with check (${isGenoemd});
  create policy eigen on poststuk for select to ${app} using (${isVanHen});
  create policy behandelen on poststuk for select to ${app} using (${isLezer});
  create policy wissen on poststuk to ${bewaring} using ((select context_taak()) = 'bewaring');

  -- Who sees the item sees what belongs to it.
  create policy erbij on poststuk_bijlage for select to ${app} using (${hoortBij});
  create policy aannemen on poststuk_bijlage for insert to ${app}
    with check ((select context_taak()) = 'post' and ${hoortBij});
  create policy erbij on poststuk_kennisgeving for select to ${app} using (${hoortBij});
  create policy melden on poststuk_kennisgeving for insert to ${app}
    with check ((select context_taak()) = 'post' and ${hoortBij});
  create policy bezorgen on poststuk_kennisgeving to ${app}
    using ((select context_taak()) = 'post-bezorgen' and hoe = 'bericht')
    with check ((select context_taak()) = 'post-bezorgen' and hoe = 'bericht');
  create policy gebracht on poststuk_kennisgeving for update to ${app}
    using ((select context_soort()) = 'medewerker' and hoe = 'adres' and ${hoortBij})
    with check ((select context_soort()) = 'medewerker' and hoe = 'adres');
  create policy erbij on poststuk_doorzending for select to ${app} using (${hoortBij});
  create policy doorsturen on poststuk_doorzending for insert to ${app}
    with check ((select context_taak()) = 'post' and ${hoortBij});

  grant select, insert, update (bij, bij_sinds) on poststuk to ${app};
  grant select, insert on poststuk_bijlage, poststuk_doorzending to ${app};
  grant select, insert, update (bezorgd, bezig_tot) on poststuk_kennisgeving to ${app};
  grant select (id, ontvangen), delete on poststuk to ${bewaring};

  -- What a body still has to do: numbers and kinds, of nobody. It runs as the owner, who sees no rows but by this.
  create policy tellen on poststuk for select to ${eigenaar} using (${isBij});
  create policy tellen on poststuk_kennisgeving for select to ${eigenaar}
    using (exists (select 1 from poststuk p where p.id = poststuk));
  create function post_werklijst(hoogstens integer)
    returns table (id uuid, nummer text, soort text, weg text, ontvangen timestamptz, is_bekend boolean,
      te_bezorgen bigint)
    language sql stable security definer set search_path = voordeur, pg_temp
    begin atomic
      select p.id, p.nummer, p.soort, p.weg, p.ontvangen, p.persoon is not null,
        (select count(*) from poststuk_kennisgeving k
          where k.poststuk = p.id and k.hoe = 'adres' and k.bezorgd is null)
      from poststuk p order by p.ontvangen desc, p.id desc limit hoogstens;
    end;
  revoke all on function post_werklijst(integer) from public;
  grant execute on function post_werklijst(integer) to ${app};
`

const storingen = `
  create table storing (
    id uuid primary key,
    organisatie text not null,
    kanaal text not null check (kanaal in ('web', 'email', 'telefoon', 'balie', 'brief', 'berichtenbox', 'sms')),
    begin timestamptz not null,
    einde timestamptz check (einde > begin),
    aankondiging text check (length(aankondiging) between 1 and 500),
    gemeld timestamptz not null,
    -- Which professional wrote it down: their number at their organisation.
    medewerker text not null check (length(medewerker) between 1 and 200)
  );
  create index storing_organisatie on storing (organisatie, begin desc);

  alter table storing enable row level security, force row level security;
  -- Everybody may know that a way is out of order; who wrote it down is granted to nobody.
  create policy weten on storing for select to ${app} using (true);
  create policy schrijven on storing for insert to ${app}
    with check ((select context_soort()) = 'medewerker' and organisatie = (select context_organisatie())
      and medewerker = (select context_medewerker()));
  create policy beeindigen on storing for update to ${app}
    using ((select context_soort()) = 'medewerker' and organisatie = (select context_organisatie()))
    with check ((select context_soort()) = 'medewerker' and organisatie = (select context_organisatie()));
  grant select (id, organisatie, kanaal, begin, einde, aankondiging, gemeld), insert, update (einde)
    on storing to ${app};
`
