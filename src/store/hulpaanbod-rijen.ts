import { sql } from 'kysely'
import { parseDatum, parseOrganisatieId, parsePersoonId } from '../domain/index.ts'
import {
  type AanbodRij,
  aanbodstanden,
  type Signaalpartner,
  signaalsoortnamen,
  type Telling,
  type VroegsignaalRij,
} from '../proactief/index.ts'
import type { Tx } from './context.ts'

export const aanbodvelden =
  sql.raw(`h.id::text, h.organisatie, h.persoon::text, h.stand, h.aanleiding, h.soorten,
  h.uiterlijk::text, h.gesprek_uiterlijk::text, h.gemaakt, h.wis_vanaf, h.versie, h.kid, h.cijfer`)

export interface Aanbodkolommen {
  readonly id: string
  readonly organisatie: string
  readonly persoon: string
  readonly stand: string
  readonly aanleiding: string
  readonly soorten: readonly string[]
  readonly uiterlijk: string
  readonly gesprek_uiterlijk: string | null
  readonly gemaakt: Date
  readonly wis_vanaf: Date
  readonly versie: number
  readonly kid: string
  readonly cijfer: Buffer
}

export function aanbodVan(rij: Aanbodkolommen): AanbodRij {
  const { id, gemaakt, versie, kid, cijfer } = rij
  const gesprekUiterlijk = parseDatum(rij.gesprek_uiterlijk)
  return {
    ...{ id, gemaakt, versie, kid, cijfer },
    organisatie: eis(parseOrganisatieId(rij.organisatie)),
    persoon: eis(parsePersoonId(rij.persoon)),
    ...leesStand(rij),
    uiterlijk: eis(parseDatum(rij.uiterlijk)),
    ...(gesprekUiterlijk !== undefined && { gesprekUiterlijk }),
    wisVanaf: rij.wis_vanaf,
  }
}

export function leesStand({
  stand,
  aanleiding,
  soorten,
}: Pick<Aanbodkolommen, 'stand' | 'aanleiding' | 'soorten'>) {
  return {
    stand: eis(aanbodstanden.find((een) => een === stand)),
    aanleiding: aanleiding === 'dreiging' ? ('dreiging' as const) : ('achterstand' as const),
    soorten: soorten.map((soort) => eis(signaalsoortnamen.find((een) => een === soort))),
  }
}

export const signaalvelden = sql.raw(
  's.id::text, s.bron, s.sleutel, s.organisatie, s.soort, s.ontvangen, s.wis_vanaf, s.kid, s.cijfer',
)

export interface Signaalkolommen {
  readonly id: string
  readonly bron: string
  readonly sleutel: Buffer
  readonly organisatie: string
  readonly soort: string
  readonly ontvangen: Date
  readonly wis_vanaf: Date
  readonly kid: string
  readonly cijfer: Buffer
}

export function signaalVan({
  organisatie,
  soort,
  wis_vanaf: wisVanaf,
  ...rest
}: Signaalkolommen): VroegsignaalRij {
  return {
    ...rest,
    organisatie: eis(parseOrganisatieId(organisatie)),
    soort: eis(signaalsoortnamen.find((een) => een === soort)),
    wisVanaf,
  }
}

export interface Partnerkolommen {
  readonly bron: string
  readonly soort: string
  readonly naam: string
  readonly organisatie: string
  readonly gemeente: string
  readonly zoekt_op_adres: boolean
}

export function partnerVan({ soort, organisatie, zoekt_op_adres, ...rest }: Partnerkolommen): Signaalpartner {
  return {
    ...rest,
    ...(zoekt_op_adres && { zoektOpAdres: true }),
    soort: eis(signaalsoortnamen.find((een) => een === soort)),
    organisatie: eis(parseOrganisatieId(organisatie)),
  }
}

/** New, or in the place of the version before it. `false`: somebody else wrote that one already. */
export async function schrijfAanbod(tx: Tx, rij: AanbodRij): Promise<boolean> {
  const {
    id,
    organisatie,
    persoon,
    stand,
    aanleiding,
    soorten,
    uiterlijk,
    gemaakt,
    wisVanaf,
    versie,
    kid,
    cijfer,
  } = rij
  const gesprek = rij.gesprekUiterlijk ?? null
  const { numAffectedRows } =
    versie === 1
      ? await sql`insert into hulpaanbod (id, organisatie, persoon, stand, aanleiding, soorten, uiterlijk,
            gesprek_uiterlijk, gemaakt, wis_vanaf, versie, kid, cijfer)
          values (${id}, ${organisatie}, ${persoon}, ${stand}, ${aanleiding}, ${[...soorten]}::text[], ${uiterlijk},
            ${gesprek}, ${gemaakt}, ${wisVanaf}, 1, ${kid}, ${cijfer})`.execute(tx)
      : await sql`update hulpaanbod set stand = ${stand}, aanleiding = ${aanleiding}, soorten = ${[...soorten]}::text[],
            uiterlijk = ${uiterlijk}, gesprek_uiterlijk = ${gesprek}, wis_vanaf = ${wisVanaf}, versie = ${versie},
            kid = ${kid}, cijfer = ${cijfer}
          where id = ${id} and versie = ${versie - 1}`.execute(tx)
  return numAffectedRows === 1n
}

/** About nobody: how often something happened in a month. */
export async function telBij(tx: Tx, tellingen: readonly Telling[]): Promise<void> {
  if (tellingen.length === 0) return
  await sql`insert into vroegsignaal_telling as t (organisatie, soort, maand, wat, aantal)
    select b.organisatie, b.soort, b.maand, b.wat, sum(b.aantal) from unnest(
      ${tellingen.map(({ organisatie }) => organisatie)}::text[], ${tellingen.map(({ soort }) => soort)}::text[],
      ${tellingen.map(({ maand }) => maand)}::date[], ${tellingen.map(({ wat }) => wat)}::text[],
      ${tellingen.map(({ aantal }) => aantal)}::int[]) as b (organisatie, soort, maand, wat, aantal)
    group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (organisatie, soort, maand, wat) do update set aantal = t.aantal + excluded.aantal`.execute(
    tx,
  )
}

function eis<T>(waarde: T | undefined): T {
  if (waarde === undefined) throw new Error('een rij die wij zo niet bewaren')
  return waarde
}
