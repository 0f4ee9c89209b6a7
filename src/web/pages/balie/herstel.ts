/** What a body does about messages that reached nobody by themselves: call, write, or find a right address. */
import type { Verwerkingsbewijs } from '../../../audit/index.ts'
import { isUuid7 } from '../../../domain/index.ts'
import { type Herstelwerk, hersteluitkomsten, leesTaakplaats } from '../../../kanalen/index.ts'
import { PlatformError } from '../../../platform/index.ts'
import { handelendeMet } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { bijlageBestand } from '../mijn/bericht.ts'
import { eisGrond, eisPersoon, eisWerker } from './eis.ts'
import { lijstPagina, taakPagina } from './herstel-pagina.ts'
import { openvraag, richtGrond } from './openvraag.ts'
import { vragerVan } from './werker.ts'

function eisHerstelwerk(verzoek: Verzoek): Herstelwerk {
  const { herstelwerk } = eisWerker(verzoek).balie
  if (herstelwerk === undefined) throw new PlatformError('niet-gevonden')
  return herstelwerk
}

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const wie = vragerVan(eisWerker(verzoek).werker)
  const blad = await eisHerstelwerk(verzoek).werklijst(wie, leesTaakplaats(verzoek.zoek.get('na')))
  return { soort: 'pagina', pagina: lijstPagina(verzoek, blad) }
}

/** First the reason, which is logged; then whom it is about, their number, and what to say. */
export async function openen(van: Verzoek): Promise<Antwoord> {
  const verzoek = { ...van, context: { ...van.context, pad: adres('nl', 'balieHerstel') } }
  const herstelwerk = eisHerstelwerk(verzoek)
  const { form, context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const taak = form.get('taak') ?? ''
  if (!isUuid7(taak)) return { soort: 'niet-gevonden' }
  const wie = vragerVan(eisWerker(verzoek).werker)
  const gevolg = await richtGrond(verzoek, {
    gegevens: 'bericht',
    kenmerk: undefined,
    wie: (bewijs) => herstelwerk.wie(wie, taak, bewijs),
  })
  if (gevolg === 'niet-gevonden') return gaNaarLijst(verzoek, 'al-gedaan')
  if (gevolg === 'gericht') return { soort: 'ga-naar', adres: adres(taal, 'balieHerstelTaak', { taak }) }
  return openvraag(verzoek, {
    titel: t('herstel.openen.titel'),
    inleiding: t('herstel.openen.inleiding'),
    vraag: t('herstel.openen.reden'),
    vastgelegd: t('herstel.openen.vastgelegd'),
    knop: t('herstel.openen.knop'),
    naar: adres(taal, 'balieHerstelOpen'),
    veld: { naam: 'taak', waarde: taak },
    terug: { adres: adres(taal, 'balieHerstel'), tekst: t('herstel.terug') },
    isFout: form.has('reden-gevraagd'),
  })
}

export async function open(verzoek: Verzoek): Promise<Antwoord> {
  const herstelwerk = eisHerstelwerk(verzoek)
  const { balie, grond } = eisGrond(verzoek)
  const persoon = eisPersoon(grond)
  const { medewerker, organisatie, doel } = grond
  const id = verzoek.delen.taak ?? ''
  const over = { doel, betrokkenen: [persoon], door: handelendeMet(grond) }
  const geopend = await metTaak(verzoek, (bewijs) =>
    herstelwerk.open({ medewerker, organisatie, persoon }, id, bewijs),
  )
  if (geopend === undefined) return { soort: 'niet-gevonden' }
  // Where they live decides in which languages it is said, when they gave no address and it exists in more than one.
  const vraagtPlek = geopend.ookIn.length > 0 && geopend.postadres === undefined
  const brp = await balie.toegang.audit.metVerwerking(
    { ...over, gegevens: ['naam', ...(vraagtPlek ? ['adres'] : [])] },
    (bewijs) => balie.registers.brp.raadpleeg(persoon, bewijs),
  )
  const naam = brp.status === 'ok' ? brp.gegevens.naam.waarde : undefined
  const gebied = vraagtPlek && brp.status === 'ok' ? brp.gegevens.adres.waarde.gebied : undefined
  return { soort: 'pagina', pagina: taakPagina(verzoek, geopend, { naam, gebied }) }
}

/** A file of a message that is printed by hand; to keep, and never opened within our own pages. */
export async function bijlage(verzoek: Verzoek): Promise<Antwoord> {
  const herstelwerk = eisHerstelwerk(verzoek)
  const { grond } = eisGrond(verzoek)
  const { medewerker, organisatie } = grond
  const { taak = '', nummer = '' } = verzoek.delen
  if (!/^\d{1,2}$/.test(nummer)) return { soort: 'niet-gevonden' }
  const wie = { medewerker, organisatie, persoon: eisPersoon(grond) }
  const gevonden = await metTaak(verzoek, (bewijs) => herstelwerk.bijlage(wie, taak, Number(nummer), bewijs))
  return gevonden === undefined ? { soort: 'niet-gevonden' } : bijlageBestand(gevonden)
}

export async function doe(verzoek: Verzoek): Promise<Antwoord> {
  const herstelwerk = eisHerstelwerk(verzoek)
  const { grond } = eisGrond(verzoek)
  const persoon = eisPersoon(grond)
  const { medewerker, organisatie } = grond
  const uitkomst = hersteluitkomsten.find((een) => een === verzoek.form.get('uitkomst'))
  if (uitkomst === undefined) return { soort: 'niet-gevonden' }
  const gezien = Number(verzoek.form.get('pogingen') ?? Number.NaN)
  const gevolg = await metTaak(verzoek, (bewijs) =>
    herstelwerk.rondAf(
      { medewerker, organisatie, persoon },
      verzoek.delen.taak ?? '',
      uitkomst,
      bewijs,
      gezien,
    ),
  )
  return gaNaarLijst(verzoek, gevolg === 'niet-gevonden' ? 'al-gedaan' : gevolg)
}

function gaNaarLijst({ context }: Verzoek, gedaan: string): Antwoord {
  return { soort: 'ga-naar', adres: adres(context.taal, 'balieHerstel', { gedaan }) }
}

/** With a line on the record of whom it is about: who looked or did something, and why. */
function metTaak<T>(verzoek: Verzoek, fn: (bewijs: Verwerkingsbewijs) => Promise<T>): Promise<T> {
  const { balie, grond } = eisGrond(verzoek)
  const gegevens = ['bericht', 'contactvoorkeur', 'contactadres']
  const betrokkenen = [eisPersoon(grond)]
  const verwerking = { doel: grond.doel, gegevens, betrokkenen, door: handelendeMet(grond) }
  return balie.toegang.audit.metVerwerking(verwerking, fn)
}
