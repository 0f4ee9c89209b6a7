import type { Organisatie } from '../../../corpus/index.ts'
import { maakUuid7, parseOrganisatieId } from '../../../domain/index.ts'
import { type Datum, datumOp, parseDatum, plusDagen, plusJaren } from '../../../kalender/index.ts'
import { type AanbodFout, codeUren, type NieuwAanbod } from '../../../toegang/index.ts'
import { leesDatum } from '../../invoer/datum-velden.ts'
import { adres } from '../../routes.ts'
import type { Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { type Dienst, dienstenVan, machtigbareOrganisaties } from './diensten.ts'
import { eisWie } from './eis.ts'
import {
  bevestigPagina,
  codePagina,
  type Invoer,
  inhoudPagina,
  organisatiePagina,
} from './machtiging-geven-pagina.ts'
import { zelfVan } from './namen.ts'
import { metRegel } from './verwerk.ts'
import { vraagGeefOordeel } from './zelf-geven.ts'

const wat = { doel: 'machtiging-registreren', gegevens: ['machtiging'] }

/** First of two questions: at which organisation. Nothing of it ever stands in an address. */
export function vorm(verzoek: Verzoek): Antwoord {
  return { soort: 'pagina', pagina: organisatiePagina(verzoek, machtigbareOrganisaties(verzoek.beeld)) }
}

export async function stuur(verzoek: Verzoek): Promise<Antwoord> {
  const { form, beeld, context } = verzoek
  const organisaties = machtigbareOrganisaties(beeld)
  const organisatie = organisaties.find(({ id }) => id === form.get('bij'))
  if (organisatie === undefined) {
    const fout = { veld: 'bij', tekst: context.spraak.t('machtigen.fout.kies_organisatie') }
    return { soort: 'pagina', pagina: organisatiePagina(verzoek, organisaties, fout), status: 400 }
  }
  const diensten = dienstenVan(context, beeld, organisatie)
  const stap = form.get('stap')
  if (stap !== 'maak' && stap !== 'controleer')
    return {
      soort: 'pagina',
      pagina: inhoudPagina(verzoek, { organisatie, diensten, invoer: leeg(verzoek), fouten: [] }),
    }
  const invoer = leesInvoer(form, diensten)
  const gelezen = leesAanbod(verzoek, organisatie, diensten, invoer)
  if ('fouten' in gelezen) return fout(verzoek, { organisatie, diensten, invoer, fouten: gelezen.fouten })
  const delen = { organisatie, diensten, invoer }
  const oordeel = await vraagGeefOordeel(verzoek, zelfVan(eisWie(verzoek).wie))
  if (oordeel !== 'mag') {
    const tekst = context.spraak.t(`machtigen.fout.${oordeel.replaceAll('-', '_')}`)
    return fout(verzoek, { ...delen, fouten: [{ veld: 'inhoud', tekst }] })
  }
  if (stap === 'maak') return maak(verzoek, { ...delen, nieuw: gelezen.nieuw })
  const { mijn, wie } = eisWie(verzoek)
  const fouten = await metRegel(mijn, zelfVan(wie), wat, (bewijs) =>
    mijn.toegang.aanbiedingen.toets(wie.subject.persoon, bewijs, gelezen.nieuw, vandaagVan(verzoek)),
  )
  if (fouten.length > 0) return fout(verzoek, { ...delen, fouten: veldfouten(verzoek, fouten) })
  return { soort: 'pagina', pagina: bevestigPagina(verzoek, { organisatie, invoer, nieuw: gelezen.nieuw }) }
}

async function maak(
  verzoek: Verzoek,
  {
    nieuw,
    ...delen
  }: {
    readonly organisatie: Organisatie
    readonly diensten: readonly Dienst[]
    readonly invoer: Invoer
    readonly nieuw: NieuwAanbod
  },
): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const uitkomst = await metRegel(mijn, zelfVan(wie), wat, (bewijs) =>
    mijn.toegang.aanbiedingen.maak(wie.subject.persoon, bewijs, nieuw, vandaagVan(verzoek)),
  )
  if (uitkomst.status === 'bestaat-al')
    return { soort: 'ga-naar', adres: adres(verzoek.context.taal, 'machtigingen', { gedaan: 'al-gemaakt' }) }
  if (uitkomst.status === 'ongeldig')
    return fout(verzoek, { ...delen, fouten: veldfouten(verzoek, uitkomst.fouten) })
  return { soort: 'pagina', pagina: codePagina(verzoek, uitkomst) }
}

function fout(verzoek: Verzoek, beeld: Parameters<typeof inhoudPagina>[1]): Antwoord {
  return { soort: 'pagina', pagina: inhoudPagina(verzoek, beeld), status: 400 }
}

/** Days of the Netherlands, as everywhere with mandates. */
export function vandaagVan({ nu }: Pick<Verzoek, 'nu'>): Datum {
  return datumOp(nu, 'Europe/Amsterdam')
}

/** From today, for one year: what most people need, and nothing that goes on unnoticed. */
function leeg(verzoek: Verzoek): Invoer {
  const { mijn } = eisWie(verzoek)
  const vandaag = vandaagVan(verzoek)
  const velden = {
    ...datumVelden('van-', vandaag),
    ...datumVelden('tot-', plusDagen(plusJaren(vandaag, 1), -1)),
  }
  return { id: maakUuid7(verzoek.nu, mijn.toeval), bereik: undefined, diensten: [], velden }
}

function datumVelden(voor: string, datum: Datum): Record<string, string> {
  const [jaar = '', maand = '', dag = ''] = datum.split('-')
  return {
    [`${voor}dag`]: String(Number(dag)),
    [`${voor}maand`]: String(Number(maand)),
    [`${voor}jaar`]: jaar,
  }
}

function leesInvoer(form: URLSearchParams, diensten: readonly Dienst[]): Invoer {
  const bereik = form.get('bereik')
  const namen = ['van-', 'tot-'].flatMap((voor) => ['dag', 'maand', 'jaar'].map((deel) => voor + deel))
  return {
    id: form.get('id') ?? '',
    bereik: bereik === 'alles' || bereik === 'deze' ? bereik : undefined,
    // Only services that were offered.
    diensten: diensten.map(({ id }) => id).filter((id) => form.getAll('dienst').includes(id)),
    velden: Object.fromEntries(namen.map((naam) => [naam, form.get(naam) ?? ''])),
  }
}

function leesAanbod(
  { context }: Verzoek,
  organisatie: Organisatie,
  diensten: readonly Dienst[],
  { id, bereik, diensten: gekozen, velden }: Invoer,
): { readonly nieuw: NieuwAanbod } | { readonly fouten: readonly Veldfout[] } {
  const { t } = context.spraak
  const fouten: Veldfout[] = []
  const keuze = diensten.length === 0 ? 'alles' : bereik
  if (keuze === undefined) fouten.push({ veld: 'bereik', tekst: t('machtigen.fout.kies_bereik') })
  if (keuze === 'deze' && gekozen.length === 0)
    fouten.push({ veld: 'dienst', tekst: t('machtigen.fout.kies_dienst') })
  const lees = (voor: 'van-' | 'tot-'): Datum | undefined => {
    const deel = (naam: string): string => velden[voor + naam] ?? ''
    const gelezen = leesDatum({ dag: deel('dag'), maand: deel('maand'), jaar: deel('jaar') })
    if (gelezen.status === 'ok') return parseDatum(gelezen.datum)
    fouten.push({
      veld: `${voor}${gelezen.veld}`,
      tekst: t(`machtigen.fout.${voor === 'van-' ? 'van' : 'tot'}`),
    })
    return undefined
  }
  const [van, totEnMet] = [lees('van-'), lees('tot-')]
  const bij = parseOrganisatieId(organisatie.id)
  if (bij === undefined) throw new Error(`geen organisatie: ${organisatie.id}`)
  if (fouten.length > 0 || van === undefined || totEnMet === undefined) return { fouten }
  const geldigTot = plusDagen(totEnMet, 1)
  return {
    nieuw: { id, organisatie: bij, diensten: keuze === 'alles' ? [] : gekozen, geldigVanaf: van, geldigTot },
  }
}

const veldBij: Partial<Record<AanbodFout, string>> = {
  'begint-te-vroeg': 'van-dag',
  'periode-leeg': 'tot-dag',
  'periode-voorbij': 'tot-dag',
}

function veldfouten(verzoek: Verzoek, fouten: readonly AanbodFout[]): readonly Veldfout[] {
  return fouten.map((een) => ({ veld: veldVan(een), tekst: foutTekst(verzoek, een) }))
}

function veldVan(fout: AanbodFout): string {
  return veldBij[fout] ?? 'inhoud'
}

function foutTekst({ context: { spraak } }: Verzoek, fout: AanbodFout): string {
  const eigen = ['begint-te-vroeg', 'periode-leeg', 'periode-voorbij', 'te-veel-open', 'niet-zelf-te-geven']
  return spraak.t(`machtigen.fout.${eigen.includes(fout) ? fout.replaceAll('-', '_') : 'anders'}`, {
    uren: codeUren,
  })
}
