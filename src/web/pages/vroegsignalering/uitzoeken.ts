/** A signal that fits nobody by itself: who may it be about, found by the professional who stated why they look. */
import type { Verwerkingsbewijs } from '../../../audit/index.ts'
import { isUuid7, parseDatum } from '../../../domain/index.ts'
import { isGeslachtsnaam, type Registervraag, zoekInwoner } from '../../../inwoner/index.ts'
import { PlatformError } from '../../../platform/index.ts'
import { losredenen, type Uitzoeksignaal, vroegsignaalDoel } from '../../../proactief/index.ts'
import { handelendeMet } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisGrond, eisPersoon, eisWerker } from '../balie/eis.ts'
import { openvraag, richtGrond } from '../balie/openvraag.ts'
import { vragerVan } from '../balie/werker.ts'
import { eisAanbiedingen } from './delen.ts'
import { uitzoekPagina, type Zoekbeeld } from './uitzoeken-pagina.ts'

/** The reason first. The ground is about nobody yet: what stands in the log is that this organisation looked. */
export async function begin(van: Verzoek): Promise<Antwoord> {
  const verzoek = { ...van, context: { ...van.context, pad: adres('nl', 'balieVroeg') } }
  const { form, context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const signaal = form.get('signaal') ?? ''
  if (!isUuid7(signaal)) return { soort: 'niet-gevonden' }
  const gevolg = await richtGrond(verzoek, {
    ...{ doel: vroegsignaalDoel, gegevens: 'naam', kenmerk: undefined },
    wie: async () => 'onbekend',
  })
  if (gevolg === 'gericht') return { soort: 'ga-naar', adres: adres(taal, 'balieVroegSignaal', { signaal }) }
  return openvraag(verzoek, {
    titel: t('vroegsignalering.balie.openen.titel'),
    inleiding: t('vroegsignalering.uitzoeken.openen'),
    vraag: t('vroegsignalering.balie.openen.reden'),
    vastgelegd: t('vroegsignalering.balie.openen.vastgelegd'),
    knop: t('vroegsignalering.balie.openen.knop'),
    naar: adres(taal, 'balieVroegUitzoek'),
    veld: { naam: 'signaal', waarde: signaal },
    terug: { adres: adres(taal, 'balieVroeg'), tekst: t('vroegsignalering.balie.terug') },
    isFout: form.has('reden-gevraagd'),
  })
}

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  return pagina(verzoek, { soort: 'leeg' })
}

async function pagina(verzoek: Verzoek, beeld: Zoekbeeld, status = 200): Promise<Antwoord> {
  const signaal = await lees(verzoek)
  if (signaal === undefined) return weg(verzoek)
  return { soort: 'pagina', pagina: uitzoekPagina(verzoek, signaal, beeld), status }
}

export async function doe(verzoek: Verzoek): Promise<Antwoord> {
  const { form } = verzoek
  eisGrond(verzoek)
  switch (form.get('doe')) {
    case 'zoek':
      return zoek(verzoek)
    case 'koppel':
      return koppel(verzoek)
    case 'laat-los':
      return laatLos(verzoek)
    default:
      return { soort: 'niet-gevonden' }
  }
}

/** By address where this municipality may, or with the day of birth that they know. What comes out stands on this page alone. */
async function zoek(verzoek: Verzoek): Promise<Antwoord> {
  const { balie, grond } = eisGrond(verzoek)
  const signaal = await lees(verzoek)
  if (signaal === undefined) return weg(verzoek)
  const vraag = vraagUit(verzoek.form, signaal)
  if (vraag === undefined) return pagina(verzoek, { soort: 'geboren-nodig' }, 400)
  const { gronden, audit } = balie.toegang
  if (!(await gronden.telPoging(grond))) return pagina(verzoek, { soort: 'te-vaak' }, 429)
  const gegevens = ['naam', 'geboortedatum', 'adres']
  const uitkomst = await zoekInwoner(
    balie.zoekregister,
    (betrokkenen, fn) =>
      audit.metVerwerking({ doel: vroegsignaalDoel, gegevens, betrokkenen, door: handelendeMet(grond) }, fn),
    vraag,
  )
  if (uitkomst.status === 'fout') return pagina(verzoek, { soort: 'stil' }, 503)
  if (uitkomst.status === 'te-veel') return pagina(verzoek, { soort: 'te-veel' })
  const levend = uitkomst.treffers.filter(({ isOverleden }) => !isOverleden)
  const handvatten = await gronden.onthoud(
    grond,
    levend.map(({ persoon }) => persoon),
  )
  const treffers = levend.map((treffer, i) => ({ ...treffer, handvat: handvatten[i] ?? '' }))
  const overleden = uitkomst.treffers.length - levend.length
  return pagina(verzoek, { soort: 'gevonden', treffers, overleden })
}

function vraagUit(form: URLSearchParams, { contact, vraag }: Uitzoeksignaal): Registervraag | undefined {
  const geboren = parseDatum(form.get('geboren') ?? '')
  const { geslachtsnaam } = contact
  if (geboren !== undefined)
    return isGeslachtsnaam(geslachtsnaam)
      ? { soort: 'naam', geslachtsnaam, voornamen: undefined, geboren }
      : undefined
  return vraag
}

/** From here on the ground is about this person, who reads in their record that it was found to be about them. */
async function koppel(verzoek: Verzoek): Promise<Antwoord> {
  const { balie, werker, grond } = eisGrond(verzoek)
  const { gronden, audit } = balie.toegang
  if ((await gronden.kies(grond, verzoek.form.get('wie') ?? '')) !== 'ok')
    return pagina(verzoek, { soort: 'verlopen' }, 400)
  const gericht = await gronden.vind(vragerVan(werker))
  if (gericht === undefined) throw new PlatformError('grond-ontbreekt')
  const persoon = eisPersoon(gericht)
  const uitslag = await audit.metVerwerking(
    {
      doel: vroegsignaalDoel,
      gegevens: ['betalingsachterstand'],
      betrokkenen: [persoon],
      door: handelendeMet(gericht),
    },
    (bewijs) => eisAanbiedingen(balie).uitzoeken.koppel(vragerVan(werker), idUit(verzoek), persoon, bewijs),
  )
  return naarLijst(verzoek, uitslag)
}

async function laatLos(verzoek: Verzoek): Promise<Antwoord> {
  const { balie, werker } = eisGrond(verzoek)
  const reden = losredenen.find((een) => een === verzoek.form.get('reden'))
  if (reden === undefined) return pagina(verzoek, { soort: 'reden-nodig' }, 400)
  const uitslag = await metRegel(verzoek, (bewijs) =>
    eisAanbiedingen(balie).uitzoeken.laatLos(vragerVan(werker), idUit(verzoek), reden, bewijs),
  )
  return naarLijst(verzoek, uitslag ?? 'niet-gevonden')
}

function lees(verzoek: Verzoek): Promise<Uitzoeksignaal | undefined> {
  const { balie, werker } = eisWerker(verzoek)
  return metRegel(verzoek, (bewijs) =>
    eisAanbiedingen(balie).uitzoeken.open(vragerVan(werker), idUit(verzoek), bewijs),
  )
}

/** On the chain of the organisation, as any search that is about nobody yet. */
function metRegel<T>(verzoek: Verzoek, fn: (bewijs: Verwerkingsbewijs) => Promise<T>): Promise<T> {
  const { balie, grond } = eisGrond({ ...verzoek, isForm: false })
  return balie.toegang.audit.metVerwerking(
    {
      ...{ doel: vroegsignaalDoel, gegevens: ['naam', 'adres', 'contactadres'], betrokkenen: [] },
      door: handelendeMet(grond),
    },
    fn,
  )
}

function idUit({ delen }: Verzoek): string {
  return delen.signaal ?? ''
}

function weg(verzoek: Verzoek): Antwoord {
  return naarLijst(verzoek, 'niet-gevonden')
}

function naarLijst({ context }: Verzoek, gedaan: string): Antwoord {
  return { soort: 'ga-naar', adres: adres(context.taal, 'balieVroeg', { gedaan }) }
}
