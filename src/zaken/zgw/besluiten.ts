import { bronalinea } from '../brontekst.ts'
import type { Besluitgegevens } from '../zaakgegevens.ts'
import { type Binnen, zaakPlek } from './binnen.ts'
import type { Deel } from './deel.ts'
import { type Gang, pad } from './klant.ts'
import { datums, type Eigen } from './lees-zaak.ts'
import { besluitVorm } from './vormen.ts'

const toelichtingTekens = 2_000

/** The formal decisions in a case, which are something else than how it ended. */
export async function besluitenVan(binnen: Binnen, gang: Gang, eigen: Eigen): Promise<Deel<Besluitgegevens>> {
  const { klant } = binnen
  const { ref, ruw } = eigen
  if (!klant.adressen.heeft('brc')) {
    // Where they are we may not look; that there are none the case itself can say.
    const plek = zaakPlek({ uuid: `${ref.uuid}/besluiten` })
    const lijst = await klant.lijst(gang, plek, { handeling: 'besluiten tellen' })
    return { rijen: [], isVolledig: lijst.status === 'ok' && lijst.inhoud.rijen.length === 0 }
  }
  const plek = { component: 'brc', pad: pad('besluiten', { zaak: ruw.url }) } as const
  const lijst = await klant.lijst(gang, plek, { handeling: 'besluiten lezen' })
  if (lijst.status !== 'ok') return { rijen: [], isVolledig: false }
  const gelezen = await Promise.all(lijst.inhoud.rijen.map((rij) => alsBesluit(binnen, eigen, rij)))
  const rijen = gelezen
    .filter((besluit) => besluit !== undefined)
    .sort((a, b) => (a.datum < b.datum ? -1 : a.datum > b.datum ? 1 : 0))
  return { rijen, isVolledig: lijst.inhoud.isVolledig && rijen.length === gelezen.length }
}

async function alsBesluit(
  { catalogus }: Binnen,
  { ruw, regel }: Eigen,
  rij: unknown,
): Promise<Besluitgegevens | undefined> {
  const { data } = besluitVorm.safeParse(rij)
  if (data?.zaak !== ruw.url) return undefined
  const namen = await catalogus.namen(data.besluittype)
  if (namen === undefined) return undefined
  const toelichting = regel.statustoelichting ? bronalinea(data.toelichting, toelichtingTekens) : ''
  return {
    namen,
    datum: data.datum,
    ...(toelichting === '' ? {} : { toelichting }),
    ...datums({
      ingang: data.ingangsdatum,
      verval: data.vervaldatum,
      verzonden: data.verzenddatum,
      bezwaarTot: data.uiterlijkeReactiedatum,
    }),
  }
}
