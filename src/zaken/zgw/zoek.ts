import type { BronFout, BronUitkomst } from '../../platform/bron/index.ts'
import { vertrouwelijkheden } from '../../zgw/index.ts'
import { type RegisterUitkomst, registerMislukt } from '../register.ts'
import type { Zaaklijst, Zaakvraag } from '../zaakbron.ts'
import { type Binnen, gangVoor, metWie } from './binnen.ts'
import { perStuk } from './gelijktijdig.ts'
import { type Gang, pad, type Rijen } from './klant.ts'
import { type Eigen, keur, leesZaak, uitTeVouwen } from './lees-zaak.ts'
import { proefnummer } from './proefnummer.ts'
import { isGeweigerdeVraag, isZonderZoek } from './vermogens.ts'
import { lijstVorm } from './vormen.ts'
import { extraFilter, isHeelDeVraag, type Wie, zoekfilters } from './wie.ts'

/** Named limit: so many cases of one person are gone through at a time. */
const tegelijk = 6

/** All cases of this person here that they may see. */
export function zoek(binnen: Binnen, vraag: Zaakvraag): Promise<RegisterUitkomst<Zaaklijst>> {
  return metWie(binnen, vraag, (wie) => zoekVoor(binnen, gangVoor(binnen, vraag), wie))
}

async function zoekVoor(binnen: Binnen, gang: Gang, wie: Wie): Promise<RegisterUitkomst<Zaaklijst>> {
  const antwoorden = await Promise.all(zoekfilters(wie).map((filter) => vraagRijen(binnen, gang, filter)))
  antwoorden.push(...(await extraRijen(binnen, gang, wie)))
  const goed: { inhoud: Rijen; op: Date }[] = []
  for (const antwoord of antwoorden) {
    if (antwoord.status === 'fout') return registerMislukt(antwoord)
    // A register without a list of cases is not one.
    if (antwoord.status === 'niet-gevonden')
      return registerMislukt({ soort: 'onbegrepen', sinds: antwoord.op })
    goed.push(antwoord)
  }
  const rijen = goed.flatMap(({ inhoud }) => inhoud.rijen)
  const gekeurd = await perStuk(rijen, tegelijk, (rij) => keur(binnen, gang, wie, rij))
  const fouten = gekeurd.flatMap((een) => (een.soort === 'mislukt' ? [een.fout] : []))
  const vanAnder = gekeurd.filter(({ soort }) => soort === 'van-ander').length
  const afgekeurd =
    vanAnder === 0
      ? undefined
      : binnen.klant.bron('zrc')?.keurAf('ander-antwoord', vanAnder === rijen.length ? 'geheel' : 'deels')
  const eigen = uniek(gekeurd.flatMap((een) => (een.soort === 'eigen' ? [een] : [])))
  // With nothing left to show, what went wrong is the answer; an empty list would say that there is nothing.
  const fout: BronFout | undefined = afgekeurd ?? fouten[0]
  if (eigen.length === 0 && fout !== undefined) return registerMislukt(fout)
  const gelezen = await perStuk(eigen, tegelijk, (een) => leesZaak(binnen, gang, een))
  const isVolledig =
    isHeelDeVraag(wie) &&
    fout === undefined &&
    goed.every(({ inhoud }) => inhoud.isVolledig) &&
    gelezen.every((een) => een.isVolledig)
  const op = goed[0]?.op ?? binnen.huis.nu()
  return { status: 'ok', gegevens: { zaken: gelezen.map(({ zaak }) => zaak), isVolledig }, op }
}

type Filter = Readonly<Record<string, string>>

/**
 * By the shortest way that this source knows. The search in a body first; a list with the number in its address only
 * where there is no other way, and where there is such a list.
 */
async function vraagRijen(binnen: Binnen, gang: Gang, filter: Filter): Promise<BronUitkomst<Rijen>> {
  const { vermogens, klant } = binnen
  if (vermogens.kan('zoek')) {
    const plek = { component: 'zrc', pad: 'zaken/_zoek' } as const
    const gezocht = await opZijnBest(binnen, filter, (json) => klant.lijst(gang, plek, { handeling, json }))
    if (!isZonderZoek(gezocht)) return gezocht
    // A base address with a slip in it has no search either: no number goes into an address to find that out.
    const lijst = await klant.haal(gang, zonderIemand, { handeling: 'zaken proberen', vorm: lijstVorm })
    if (lijst.status !== 'ok') return lijst
    vermogens.onthoud('zoek', false)
  }
  return opZijnBest(binnen, filter, (vraag) =>
    klant.lijst(gang, { component: 'zrc', pad: pad('zaken', vraag) }, { handeling }),
  )
}

/** After the others, when it is known whether there is a search: this never goes into an address. */
async function extraRijen(
  { vermogens, klant }: Binnen,
  gang: Gang,
  wie: Wie,
): Promise<BronUitkomst<Rijen>[]> {
  const filter = extraFilter(wie)
  if (filter === undefined || !vermogens.kan('zoek') || !vermogens.kan('kvk')) return []
  const plek = { component: 'zrc', pad: 'zaken/_zoek' } as const
  const gezocht = await klant.lijst(gang, plek, { handeling, json: filter })
  if (gezocht.status !== 'ok' && !isZonderZoek(gezocht)) return [gezocht]
  vermogens.onthoud('kvk', gezocht.status === 'ok')
  return gezocht.status === 'ok' ? [gezocht] : []
}

const handeling = 'zaken zoeken'
/** A list of cases that is empty at every source. */
const zonderIemand = { component: 'zrc', pad: pad('zaken', { identificatie: proefnummer }) } as const

/** With what belongs to the cases in the same answer, and no more than we may show; each left out where it is refused. */
async function opZijnBest(
  { vermogens, instelling }: Binnen,
  filter: Filter,
  vraag: (filters: Filter) => Promise<BronUitkomst<Rijen>>,
): Promise<BronUitkomst<Rijen>> {
  const maximum: Filter = vermogens.kan('maximum')
    ? { maximaleVertrouwelijkheidaanduiding: hoogsteVan(instelling) }
    : {}
  if (vermogens.kan('expand')) {
    const met = await vraag({ ...filter, ...maximum, expand: uitTeVouwen })
    if (met.status === 'ok' && met.inhoud.rijen.length > 0) {
      vermogens.onthoud('expand', met.inhoud.rijen.some(isUitgevouwen))
    }
    if (!isGeweigerdeVraag(met)) return met
  }
  const zonder = await vraag({ ...filter, ...maximum })
  if (zonder.status === 'ok') vermogens.onthoud('expand', false)
  if (!isGeweigerdeVraag(zonder) || !vermogens.kan('maximum')) return zonder
  const kaal = await vraag(filter)
  if (kaal.status === 'ok') vermogens.onthoud('maximum', false)
  return kaal
}

/** Some act as if the parameter was not there. */
export function isUitgevouwen(rij: unknown): boolean {
  return typeof rij === 'object' && rij !== null && '_expand' in rij && rij._expand !== null
}

/** The highest that any type may show: the source need not send what nobody here sees. */
function hoogsteVan({ regels }: Binnen['instelling']): string {
  const { standaard, perZaaktype } = regels
  const plaatsen = [standaard, ...perZaaktype.map(({ regel }) => regel)].flatMap(
    ({ hoogsteVertrouwelijkheid: hoogste }) =>
      hoogste === undefined ? [] : [vertrouwelijkheden.indexOf(hoogste)],
  )
  return vertrouwelijkheden[Math.max(...plaatsen)] ?? standaard.hoogsteVertrouwelijkheid
}

/** The same case may be an answer to two questions, and be on two pages of a list that moved. */
function uniek(zaken: readonly Eigen[]): readonly Eigen[] {
  return [...new Map(zaken.map((zaak) => [zaak.ref.uuid, zaak])).values()]
}
