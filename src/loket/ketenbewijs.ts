/** What is evidence of a chain case: decided, handed over, shared, forwarded and told, closed, seen. */
import type { Bewijs, Codes } from '../audit/index.ts'
import { type Datum, dagenTussen, datumOp } from '../kalender/index.ts'
import type { Ketenzaak } from './ketenzaak.ts'
import type { Toevoeging } from './ketenzaak-store.ts'
import type { Voorval, Voorvalinhoud } from './voorval.ts'
import { inNederland, type ZoneVan } from './zone.ts'

/** Which events are evidence, and by which word. The others stand in the case itself. */
const soorten: Partial<Record<Voorvalinhoud['soort'], string>> = {
  geopend: 'ontvangen',
  gedeeld: 'gedeeld',
  'deling-gestopt': 'deling-gestopt',
  'deling-bezwaar': 'bezwaar',
  'bezwaar-beoordeeld': 'besloten',
  'uitnodiging-gebruikt': 'geheimhouding-getekend',
  'overdracht-aangeboden': 'overdracht-aangeboden',
  'overdracht-aanvaard': 'overgedragen',
  'overdracht-geweigerd': 'overdracht-geweigerd',
  'regie-toegewezen': 'overgedragen',
  opgeschaald: 'opgeschaald',
  doorbroken: 'besloten',
  doorgestuurd: 'doorgezonden',
  'doorzending-gemeld': 'gemeld',
  'werknotitie-getoond': 'getoond',
  'woorden-gewist': 'gewist',
  'mee-gevraagd': 'gevraagd',
  'verzoek-aangenomen': 'aangenomen',
  'verzoek-teruggegeven': 'teruggegeven',
  gesloten: 'besloten',
  'sluiting-betwist': 'betwist',
}

export function bewijzenVan(ketenzaak: string, voorvallen: readonly Voorval[]): readonly Bewijs[] {
  return voorvallen.flatMap(({ nr, op, inhoud }) => {
    const soort = soorten[inhoud.soort]
    if (soort === undefined) return []
    return [
      {
        onderwerp: `zaak:${ketenzaak}` as const,
        soort,
        tijd: op,
        codes: { nr, wat: inhoud.soort, ...codesVan(inhoud) },
      },
    ]
  })
}

export function gezienBewijs(ketenzaak: string, tijd: Date, wie: string, onderdelen: number): Bewijs {
  return { onderwerp: `zaak:${ketenzaak}`, soort: 'gezien', tijd, codes: { wie, onderdelen } }
}

/** Ids and codes: an organisation, a participant, an item; never a person. */
function codesVan(inhoud: Voorvalinhoud): Codes {
  switch (inhoud.soort) {
    case 'gedeeld': {
      const { onderdeel, deelnemer, doel, grond, tot } = inhoud
      return { onderdeel, deelnemer, doel, grond, tot: tot.toISOString() }
    }
    case 'deling-gestopt':
    case 'deling-bezwaar':
      return { deling: inhoud.deling }
    case 'bezwaar-beoordeeld':
      return { deling: inhoud.deling, uitkomst: inhoud.uitkomst }
    case 'werknotitie-getoond':
      return { onderdeel: inhoud.onderdeel }
    case 'woorden-gewist':
      return { onderdeel: inhoud.onderdeel, waarom: inhoud.waarom }
    case 'geopend':
    case 'overdracht-aanvaard':
    case 'regie-toegewezen':
      return { organisatie: inhoud.regie.organisatie }
    case 'overdracht-aangeboden':
      return { organisatie: inhoud.aan }
    case 'opgeschaald':
      return { functie: inhoud.functie, aanleiding: inhoud.aanleiding, organisatie: inhoud.organisatie }
    case 'doorgestuurd':
      return { doorzending: inhoud.doorzending, naar: inhoud.naar }
    case 'doorzending-gemeld':
      return { doorzending: inhoud.doorzending, hoe: inhoud.hoe }
    case 'mee-gevraagd':
      return { verzoek: inhoud.verzoek, wat: inhoud.wat, naar: inhoud.organisatie }
    case 'verzoek-aangenomen':
    case 'verzoek-teruggegeven':
      return { verzoek: inhoud.verzoek }
    case 'gesloten':
      return { om: inhoud.om, ...(inhoud.ja !== undefined && { ja: inhoud.ja }) }
    case 'uitnodiging-gebruikt':
      return { deelnemer: inhoud.deelnemer, geheimhouding: inhoud.geheimhouding }
    default:
      return {}
  }
}

/** Named limit: what took longer says nothing about the step. */
const langsteDagen = 3_660

/** How long the steps took that were finished in this; of templates, of organisations. */
export function durenVan(
  na: Ketenzaak,
  voorvallen: readonly Voorval[],
  zoneVan: ZoneVan = inNederland,
): Toevoeging['duren'] {
  return voorvallen.flatMap(({ op, inhoud }) => {
    if (inhoud.soort !== 'stap-stand' || inhoud.naar !== 'klaar') return []
    const stap = na.stappen.get(inhoud.stap)
    if (stap?.titel.soort !== 'sjabloon' || stap.eigenaar.soort !== 'organisatie') return []
    const { organisatie } = stap.eigenaar
    const dag = (moment: Date): Datum => datumOp(moment, zoneVan(organisatie))
    const dagen = dagenTussen(dag(stap.vrijSinds ?? stap.gevraagd), dag(op))
    if (dagen < 0 || dagen > langsteDagen) return []
    return [{ organisatie, sjabloon: sjabloonVan(stap.titel), dagen }]
  })
}

export function sjabloonVan({
  gebeurtenis,
  stap,
}: {
  readonly gebeurtenis: string
  readonly stap: string
}): string {
  return `${gebeurtenis}/${stap}`
}
