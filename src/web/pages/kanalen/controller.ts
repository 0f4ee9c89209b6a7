import { isUuid, parseOrganisatieId } from '../../../domain/index.ts'
import {
  type Adres,
  hoofdkanalen,
  type Keuze,
  meldingen,
  type Voorkeurbeeld,
} from '../../../kanalen/index.ts'
import { PlatformError } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { deelVan } from '../deel.ts'
import type { Meelezer } from '../mijn/bericht-doorsturen.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { organisatiesPagina, soortenPagina, zaakPagina } from './bereik-pagina.ts'
import { keuzeVoor, leesBereik, neemTerug, zetAlgemeen, zetKanaal } from './keuze.ts'
import { overzichtPagina, wegPagina } from './overzicht-pagina.ts'
import { printPagina } from './print-pagina.ts'
import { type Kanaalscherm, leesBeeld, plekAdres } from './scherm.ts'
import { leesWensen, wensenPagina, wensfouten } from './wensen-pagina.ts'

type Open = (verzoek: Verzoek) => Promise<Kanaalscherm>
type Pagina = (verzoek: Verzoek) => Promise<Antwoord>

const klaar = [
  'gekozen',
  'gekozen-terug',
  'digitaal',
  'terug',
  'code',
  'geen-weg',
  'code-mislukt',
  'bevestigd',
  'gewist',
  'adres',
  'bewaard',
  'te-veel',
] as const
type Gedaan = (typeof klaar)[number]

/** The same pages for both sides; `open` says whose they are and who writes it down. */
export function kanaalpaginas(
  open: Open,
): Readonly<Record<'toon' | 'soorten' | 'organisaties' | 'zaak' | 'wensen' | 'print', Pagina>> &
  Readonly<Record<'kies' | 'verklaar' | 'terug' | 'zetWensen', Pagina>> {
  const toonMet =
    (maak: (scherm: Kanaalscherm, gedaan: Gedaan | undefined) => Promise<string>): Pagina =>
    async (verzoek) => {
      const scherm = await open(verzoek)
      const gedaan = klaar.find((een) => een === gedaanUit(verzoek.zoek, klaar))
      return { soort: 'pagina', pagina: await maak(scherm, gedaan) }
    }
  const doe =
    (werk: (scherm: Kanaalscherm) => Promise<Antwoord>): Pagina =>
    async (verzoek) => {
      const scherm = await open(verzoek)
      if (!scherm.kanVastleggen) throw new PlatformError('geen-toegang')
      return werk(scherm)
    }
  return {
    toon: toonMet((scherm, gedaan) => overzicht(scherm, [], gedaan)),
    soorten: toonMet((scherm, gedaan) => metBeeld(scherm, (beeld) => soortenPagina(scherm, beeld, gedaan))),
    organisaties: toonMet((scherm, gedaan) =>
      metBeeld(scherm, (beeld) => organisatiesPagina(scherm, beeld, gedaan)),
    ),
    zaak: async (verzoek) => {
      const { bron: ruw, zaak: uuid } = verzoek.delen
      const bron = parseOrganisatieId(ruw)
      if (bron === undefined || uuid === undefined || !isUuid(uuid)) return { soort: 'niet-gevonden' }
      const scherm = await open(verzoek)
      const gedaan = klaar.find((een) => een === gedaanUit(verzoek.zoek, klaar))
      const bereik = { zaak: { bron, uuid } }
      const pagina = await metBeeld(scherm, (beeld) => zaakPagina(scherm, beeld, bereik, gedaan))
      return { soort: 'pagina', pagina }
    },
    wensen: toonMet(async (scherm) => {
      const meelezers = await meelezersVoor(scherm)
      return metBeeld(scherm, (beeld) =>
        wensenPagina(scherm, { keuze: keuzeVoor(beeld, {}), meelezers, fouten: [] }),
      )
    }),
    print: toonMet((scherm) => metBeeld(scherm, (beeld) => printPagina(scherm, beeld))),
    kies: doe(kies),
    verklaar: doe(verklaar),
    terug: doe(async (scherm) => {
      await scherm.als((bewijs) => neemTerug(scherm, bewijs))
      return naar(scherm, 'terug')
    }),
    zetWensen: doe(zetWensen),
  }
}

async function overzicht(
  scherm: Kanaalscherm,
  fouten: readonly Veldfout[],
  gedaan?: Gedaan,
): Promise<string> {
  return metBeeld(scherm, (beeld) => overzichtPagina(scherm, { beeld, fouten, gedaan }))
}

/** What they chose does not come: that is said, nothing is made of it, and going back to paper is still there. */
async function metBeeld(scherm: Kanaalscherm, maak: (beeld: Voorkeurbeeld) => string): Promise<string> {
  const beeld = await deelVan(scherm.verzoek, 'kanalen', () => leesBeeld(scherm))
  return beeld === 'weg' ? wegPagina(scherm) : maak(beeld)
}

/** Absent where that is not for whoever looks; `weg`: not known now. */
async function meelezersVoor(scherm: Kanaalscherm): Promise<readonly Meelezer[] | 'weg' | undefined> {
  return scherm.meelezers && (await deelVan(scherm.verzoek, 'meelezers', scherm.meelezers))
}

async function kies(scherm: Kanaalscherm): Promise<Antwoord> {
  const { form } = scherm.verzoek
  const id = form.get('id') ?? ''
  switch (form.get('doe')) {
    case 'kanaal': {
      const gevraagd = form.get('kanaal')
      const kanaal = hoofdkanalen.find((een) => een === gevraagd && een !== 'berichtenbox')
      const bereik = leesBereik(scherm.verzoek)
      if (bereik === undefined || (kanaal === undefined && gevraagd !== 'zoals'))
        return { soort: 'niet-gevonden' }
      const uitkomst = await scherm.als((bewijs) => zetKanaal(scherm, bereik, kanaal, bewijs))
      if (uitkomst.status !== 'ok') return naar(scherm, 'te-veel')
      // Who chose otherwise took back what they had said: they hear that it ended.
      return naar(scherm, uitkomst.ingetrokken > 0 ? 'gekozen-terug' : 'gekozen')
    }
    case 'melding': {
      const melding = meldingen.find((een) => een === form.get('melding'))
      if (melding === undefined) return naar(scherm)
      const uitkomst = await scherm.als((bewijs) =>
        zetAlgemeen(scherm, (keuze) => ({ ...keuze, melding }), bewijs),
      )
      return naar(scherm, uitkomst.status === 'ok' ? 'bewaard' : 'te-veel')
    }
    case 'code':
      return naar(scherm, await stuurCode(scherm, id))
    case 'bevestig':
      return bevestig(scherm, id)
    case 'wis':
      return (await scherm.als((bewijs) => scherm.bronnen.adressen.wis(scherm.houder, id, bewijs)))
        ? naar(scherm, 'gewist')
        : { soort: 'niet-gevonden' }
    default:
      return { soort: 'niet-gevonden' }
  }
}

async function verklaar(scherm: Kanaalscherm): Promise<Antwoord> {
  const { form, context } = scherm.verzoek
  const { t } = context.spraak
  if (form.get('doe') === 'adres') return voegAdresToe(scherm)
  const bereik = leesBereik(scherm.verzoek)
  if (bereik === undefined || bereik.zaak !== undefined) return { soort: 'niet-gevonden' }
  const isAlles = Object.keys(bereik).length === 0
  if (isAlles && form.get('ja') !== 'ja')
    return opnieuw(scherm, [{ veld: 'ja', tekst: t('kanalen.fout.ja') }])
  const uitkomst = await scherm.als((bewijs) => zetKanaal(scherm, bereik, 'berichtenbox', bewijs))
  return naar(scherm, uitkomst.status === 'ok' ? 'digitaal' : 'te-veel')
}

/** Kept first, then proved: until then nothing goes there. */
async function voegAdresToe(scherm: Kanaalscherm): Promise<Antwoord> {
  const { form, context } = scherm.verzoek
  const { t } = context.spraak
  const ruw = leesRuw(form)
  if (ruw === undefined) return { soort: 'niet-gevonden' }
  const uitkomst = await scherm.als((bewijs) => scherm.bronnen.adressen.voegToe(scherm.houder, ruw, bewijs))
  if (uitkomst.status === 'ongeldig')
    return opnieuw(scherm, [{ veld: `adres-${ruw.soort}`, tekst: t(`kanalen.fout.${uitkomst.fout}`) }])
  return naar(scherm, ruw.soort === 'post' ? 'adres' : await stuurCode(scherm, uitkomst.id))
}

function leesRuw(form: URLSearchParams): Adres | undefined {
  const waarde = (form.get('waarde') ?? '').slice(0, 600)
  const soort = form.get('soort')
  if (soort === 'email') return { soort, waarde }
  if (soort === 'telefoon') return { soort, nummer: waarde }
  return soort === 'post' ? { soort, regels: waarde.split(/\r?\n/) } : undefined
}

/** Named limit: `adrescode`, so that nobody sends a stranger one message after another. */
async function stuurCode(scherm: Kanaalscherm, id: string): Promise<Gedaan> {
  const { verzoek, houder, bronnen } = scherm
  await verzoek.begrens('adrescode')
  const { taal } = verzoek.context
  const uitkomst = await scherm.als((bewijs) => bronnen.adressen.stuurCode(houder, id, taal, bewijs))
  if (uitkomst === 'onbekend') throw new PlatformError('niet-gevonden')
  return uitkomst === 'gestuurd' ? 'code' : uitkomst === 'geen-weg' ? 'geen-weg' : 'code-mislukt'
}

async function bevestig(scherm: Kanaalscherm, id: string): Promise<Antwoord> {
  const { verzoek, houder, bronnen } = scherm
  const code = verzoek.form.get('code') ?? ''
  if (!isUuid(id)) return { soort: 'niet-gevonden' }
  await verzoek.begrens('code')
  const uitkomst = await scherm.als((bewijs) => bronnen.adressen.bevestig(houder, id, code, bewijs))
  if (uitkomst === 'bevestigd') return naar(scherm, 'bevestigd')
  const tekst = verzoek.context.spraak.t(`kanalen.fout.code.${uitkomst}`)
  return opnieuw(scherm, [{ veld: `code-${id}`, tekst }])
}

async function zetWensen(scherm: Kanaalscherm): Promise<Antwoord> {
  const { form } = scherm.verzoek
  const meelezers = await meelezersVoor(scherm)
  // Not known now: who reads along stays who it was.
  const maak = (was: Keuze) => leesWensen(form, was, meelezers === 'weg' ? undefined : meelezers)
  const uitkomst = await scherm.als((bewijs) => zetAlgemeen(scherm, maak, bewijs))
  if (uitkomst.status === 'ok') return naar(scherm, 'bewaard')
  const keuze = maak(keuzeVoor(await leesBeeld(scherm), {}))
  const fouten = wensfouten(scherm, uitkomst.fouten)
  return { soort: 'pagina', pagina: wensenPagina(scherm, { keuze, meelezers, fouten }), status: 400 }
}

/** The page of the form, with what was typed. A code or a statement that could not be does not change anything. */
async function opnieuw(scherm: Kanaalscherm, fouten: readonly Veldfout[]): Promise<Antwoord> {
  return { soort: 'pagina', pagina: await overzicht(scherm, fouten), status: 400 }
}

/** Back to the page on which they chose. */
function naar(scherm: Kanaalscherm, gedaan?: Gedaan): Antwoord {
  const { form, context } = scherm.verzoek
  const delen = gedaan === undefined ? {} : { gedaan }
  const plek = (['soorten', 'organisaties'] as const).find((een) => een === form.get('naar'))
  if (form.get('naar') === 'zaak') {
    const [bron, zaak] = [form.get('bron') ?? '', form.get('zaak') ?? '']
    return { soort: 'ga-naar', adres: adres(context.taal, 'kanalenZaak', { bron, zaak, ...delen }) }
  }
  return { soort: 'ga-naar', adres: plekAdres(scherm, plek ?? 'toon', delen) }
}
