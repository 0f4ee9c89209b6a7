import { type Onderdeel, onderdelen } from '../aansluiting.ts'
import { adressenVan } from '../aansluiting-keuren.ts'
import { brontlsVan } from '../aansluiting-tls.ts'
import type { Verbinding } from '../aansluitingen.ts'
import type { Bevindingen, Onderdeelbevinding } from '../bronproef.ts'
import { type Broncatalogus, leesBroncatalogus } from './catalogus.ts'
import { bekijkPlaats } from './plaats.ts'
import { lijstIn, maakStel, type Proefomgeving, type Stel } from './vraag.ts'

/** What the road, the door and the catalogue tell. What the adapter itself can do with it, `Zaakverkenner` tells. */
export type Tastbevinding = Pick<
  Bevindingen,
  'plaatsen' | 'onderdelen' | 'eigenToken' | 'valsToken' | 'bladeren' | 'catalogus' | 'berichten'
>

/** A number that no case has: a question that is about nobody. */
const nergens = 'voordeur-verbindingstest'
const paden: Readonly<Record<Onderdeel, string>> = {
  zrc: `zaken?identificatie=${nergens}`,
  ztc: 'catalogussen',
  drc: `enkelvoudiginformatieobjecten?identificatie=${nergens}`,
  brc: `besluiten?identificatie=${nergens}`,
  nrc: 'kanaal',
}
/** Nobody's: a register that takes a token signed with this takes any. */
const valsGeheim = 'dit-is-met-opzet-niet-het-geheim'

/** Asks nothing about anybody. `terugroep`: where a source should send its notifications, when we can be reached. */
export async function tast(
  verbinding: Verbinding,
  omgeving: Proefomgeving,
  terugroep: string | undefined,
): Promise<Tastbevinding> {
  const { aansluiting } = verbinding
  const plaatsen = await Promise.all(
    eersteVanElkePlaats(aansluiting).map((adres) =>
      bekijkPlaats(adres, omgeving, brontlsVan(aansluiting, verbinding.geheimen.certificaat)),
    ),
  )
  const { stel, sluit } = maakStel(verbinding, omgeving)
  try {
    const { adressen } = aansluiting
    const gevraagd = await Promise.all(
      onderdelen.flatMap((onderdeel) => {
        const basis = adressen[onderdeel]
        return basis === undefined ? [] : [vraagOnderdeel(onderdeel, basis, stel)]
      }),
    )
    const [vals, catalogus, berichten] = await Promise.all([
      stel(`${adressen.zrc}/${paden.zrc}`, { geheim: valsGeheim }),
      leesBroncatalogus(adressen.ztc, stel),
      berichtstand(aansluiting, stel, terugroep),
    ])
    return {
      plaatsen,
      onderdelen: gevraagd,
      eigenToken: gevraagd.find(({ onderdeel }) => onderdeel === 'zrc')?.antwoord,
      valsToken: vals.bevinding,
      bladeren: catalogus?.bladeren ?? 'onbekend',
      ...(catalogus && { catalogus: tellingVan(catalogus) }),
      berichten,
    }
  } finally {
    sluit()
  }
}

function eersteVanElkePlaats(aansluiting: Verbinding['aansluiting']): readonly string[] {
  const perPlaats = new Map(adressenVan(aansluiting).map(([, adres]) => [new URL(adres).origin, adres]))
  return [...perPlaats.values()]
}

async function vraagOnderdeel(onderdeel: Onderdeel, basis: string, stel: Stel): Promise<Onderdeelbevinding> {
  const { bevinding, versie } = await stel(`${basis}/${paden[onderdeel]}`)
  return { onderdeel, antwoord: bevinding, ...(versie !== undefined && { versie }) }
}

function tellingVan({
  typen,
  extern,
  statussen,
  metTekst,
}: Broncatalogus): NonNullable<Bevindingen['catalogus']> {
  return { typen, extern, statussen, metTekst }
}

async function berichtstand(
  { adressen: { nrc }, stuurtGebeurtenissen }: Verbinding['aansluiting'],
  stel: Stel,
  terugroep: string | undefined,
): Promise<Bevindingen['berichten']> {
  if (stuurtGebeurtenissen) return 'nog-niet-gebracht'
  if (nrc === undefined) return 'geen-nrc'
  const [kanalen, abonnementen] = await Promise.all([stel(`${nrc}/kanaal`), stel(`${nrc}/abonnement`)])
  const namen = lijstIn(kanalen.inhoud)?.map((kanaal) => tekstIn(kanaal, 'naam'))
  if (namen === undefined) return 'onbekend'
  if (!namen.includes('zaken')) return 'geen-kanaal'
  const adressen = lijstIn(abonnementen.inhoud)?.map((een) => tekstIn(een, 'callbackUrl'))
  if (adressen === undefined) return 'onbekend'
  return terugroep !== undefined && adressen.includes(terugroep) ? 'geabonneerd' : 'niet-geabonneerd'
}

function tekstIn(waarde: unknown, naam: string): string | undefined {
  if (typeof waarde !== 'object' || waarde === null) return undefined
  const tekst: unknown = Reflect.get(waarde, naam)
  return typeof tekst === 'string' ? tekst : undefined
}
