/** One case of whoever it is about: open it, take a paper along, add one. */
import { maakUuid7 } from '../../../domain/index.ts'
import { Bestandsformulier } from '../../../platform/http/index.ts'
import { html, PlatformError } from '../../../platform/index.ts'
import type { Zaakref, Zaakverhaal } from '../../../zaken/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import {
  bijlage,
  leesDocument,
  leesRef,
  type NietDelen,
  nietInhoud,
  nietTitel,
  statusVan,
  waarom,
} from '../zaken/openen.ts'
import { maakScherm } from '../zaken/scherm.ts'
import { contactDeel, isOpenGevraagd, takenDeel, verstuurdIn } from '../zaken/taken.ts'
import { leesToevoeging } from '../zaken/toevoegen.ts'
import { metUitval } from '../zaken/uitval.ts'
import { organisatieVan, titelVan } from '../zaken/woorden.ts'
import { zaakInhoud, zaaktitel } from '../zaken/zaak.ts'
import { eisWie, zaakToevoegen } from './eis.ts'
import { gedaanUit, mijnPagina } from './kader.ts'
import { mag } from './wie.ts'
import { alleenKijken, eisZaken, mijnScherm } from './zaken.ts'

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const ref = leesRef(verzoek)
  if (ref === undefined) return { soort: 'niet-gevonden' }
  return openZaak(verzoek, ref, { titel: '', fouten: [] })
}

interface Ingevuld {
  readonly titel: string
  readonly kenmerk?: string | undefined
  readonly fouten: readonly Veldfout[]
  readonly status?: number
}

async function openZaak(verzoek: Verzoek, ref: Zaakref, ingevuld: Ingevuld): Promise<Antwoord> {
  const { zaken, kijker } = eisZaken(verzoek)
  const [uitkomst, taken, contacten] = await Promise.all([
    zaken.open(kijker, ref),
    zaken.taken(kijker, ref),
    zaken.contacten(kijker, ref),
  ])
  if (uitkomst.status !== 'ok')
    return nietPagina(verzoek, { scherm: maakScherm(verzoek, 'mijn'), ref, uitkomst, wat: 'zaak' })
  const { gegevens: verhaal, op } = uitkomst
  const scherm = await metUitval(verzoek, mijnScherm(verzoek), verhaal.zaak.organisatie)
  const { t } = scherm.context.spraak
  const { fouten, status = 200 } = ingevuld
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
${alleenKijken(scherm)}
${zaakInhoud({
  scherm,
  verhaal,
  op,
  toevoegen: toevoegvorm(verzoek, verhaal, ingevuld),
  taken: takenDeel(scherm, ref, taken),
  isOpenGevraagd: isOpenGevraagd(taken),
  verstuurd: verstuurdIn(taken),
  contactmomenten: contactDeel(scherm, ref, contacten),
})}`
  const gedaan = gedaanUit(verzoek.zoek, ['toegevoegd'])
  return {
    soort: 'pagina',
    status,
    pagina: mijnPagina(scherm.context, {
      titel: zaaktitel(scherm, verhaal),
      kop: titelVan(scherm, verhaal.zaak),
      inhoud,
      terug: 'zaken',
      melding: gedaan && t(`zaken.gedaan.${gedaan}`),
      isFout: fouten.length > 0,
      stijl: ['regeling.css', 'zaken.css', 'zaak.css'],
    }),
  }
}

function toevoegvorm(verzoek: Verzoek, { zaak, magToevoegen }: Zaakverhaal, ingevuld: Ingevuld) {
  const { mijn, wie } = eisWie(verzoek)
  if (!magToevoegen || !mag(mijn, wie, zaakToevoegen, verzoek.nu)) return undefined
  const { titel, fouten, kenmerk = maakUuid7(verzoek.nu, mijn.toeval) } = ingevuld
  const { bron, uuid } = zaak.ref
  return { actie: adres(verzoek.context.taal, 'zaakVoegToe', { bron, zaak: uuid }), kenmerk, titel, fouten }
}

function nietPagina({ context }: Verzoek, delen: NietDelen): Antwoord {
  return {
    soort: 'pagina',
    status: statusVan(delen.uitkomst),
    pagina: mijnPagina(context, {
      titel: nietTitel(delen),
      inhoud: nietInhoud(delen),
      terug: 'zaken',
      stijl: ['regeling.css', 'zaken.css', 'zaak.css'],
    }),
  }
}

export async function document(verzoek: Verzoek): Promise<Antwoord> {
  const ref = leesRef(verzoek)
  const uuid = leesDocument(verzoek)
  if (ref === undefined || uuid === undefined) return { soort: 'niet-gevonden' }
  const { zaken, kijker } = eisZaken(verzoek)
  const uitkomst = await zaken.document(kijker, ref, uuid)
  if (uitkomst.status === 'ok') return bijlage(uitkomst.gegevens)
  return nietPagina(verzoek, { scherm: maakScherm(verzoek, 'mijn'), ref, uitkomst, wat: 'document' })
}

/** With a fault the same page comes back with what was typed; only the file itself a browser lets nobody fill in. */
export async function voegToe(van: Verzoek): Promise<Antwoord> {
  const ref = leesRef(van)
  if (ref === undefined) return { soort: 'niet-gevonden' }
  if (!(van.bestandsformulier instanceof Bestandsformulier)) throw new PlatformError('verzoek-ongeldig')
  // The form stands on the page of the case; so do its other languages.
  const { taal } = van.context
  const pad = adres('nl', 'zaak', { bron: ref.bron, zaak: ref.uuid })
  const verzoek = { ...van, context: { ...van.context, pad } }
  const { zaken, kijker } = eisZaken(verzoek)
  const { nieuw, fouten, ...getypt } = leesToevoeging(van.bestandsformulier, van.context.spraak)
  if (nieuw === undefined) return openZaak(verzoek, ref, { ...getypt, fouten, status: 400 })
  const scherm = maakScherm(verzoek, 'mijn')
  const kenmerk = getypt.kenmerk ?? maakUuid7(verzoek.nu, eisWie(verzoek).mijn.toeval)
  const uitkomst = await zaken.voegToe(kijker, ref, { ...nieuw, datum: scherm.vandaag, kenmerk })
  if (uitkomst.status === 'ok')
    return {
      soort: 'ga-naar',
      adres: adres(taal, 'zaak', {
        bron: ref.bron,
        zaak: ref.uuid,
        gedaan: 'toegevoegd',
        anker: 'documenten',
      }),
    }
  if (uitkomst.status !== 'fout') return nietPagina(verzoek, { scherm, ref, uitkomst, wat: 'zaak' })
  const { t } = scherm.context.spraak
  const tekst = `${organisatieVan(scherm, ref.bron).naam}: ${waarom(scherm, uitkomst)} ${t('zaken.toevoegen.fout.niet_aangekomen')}`
  return openZaak(verzoek, ref, {
    titel: getypt.titel,
    kenmerk,
    fouten: [{ veld: 'bestand', tekst }],
    status: 503,
  })
}
