/** Post at a desk: what came in, what somebody hands over or says, and what is done with it. */
import { maakUuid7 } from '../../../domain/index.ts'
import { naVerkeerdeWeg } from '../../../kalender/index.ts'
import { inkomwegen, type Postmelding, type Poststuk, weigergronden } from '../../../ontvangst/index.ts'
import { handelendeMet } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import type { Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { eisLezer, vindLezer } from './balie-lezer.ts'
import { lijstPagina, type Registratie, stukPagina } from './balie-post-pagina.ts'
import { afzenderVan, leesPost } from './lees-post.ts'
import { leesDag, leesMoment, waardenUit, waardenVoor } from './tijdvelden.ts'
import { leesNummer } from './verstuurd.ts'
import { eisPost, leesOverheid } from './woorden.ts'

/** At a desk nothing comes by our own form. */
export const balieWegen = inkomwegen.filter((weg) => weg !== 'web')

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  return lijst(verzoek, undefined)
}

async function lijst(verzoek: Verzoek, registratie: Registratie | undefined): Promise<Antwoord> {
  const { ontvangst, zoneVan } = eisPost(verzoek)
  const { werker } = eisWerker(verzoek)
  const { medewerker, organisatie } = werker.subject
  const gevonden = vindLezer(verzoek)
  const [werk, stukken] = await Promise.all([
    ontvangst.werklijst({ medewerker, organisatie }),
    gevonden?.metBewijs((bewijs) => ontvangst.bij(gevonden.lezer, bewijs)),
  ])
  const leeg = { onderwerp: '', tekst: '', naam: '', adres: '', namens: '', bijlagen: [], fouten: [] }
  const begin: Registratie = {
    gelezen: { ...leeg, soort: undefined, kenmerk: undefined },
    weg: undefined,
    tijd: waardenVoor('ontvangen', verzoek.nu, zoneVan(organisatie)),
  }
  const pagina = lijstPagina(verzoek, { werk, stukken, registratie: registratie ?? begin })
  return { soort: 'pagina', pagina, status: registratie === undefined ? 200 : 400 }
}

/** As it was handed over or said, with when that was: of a letter the day it came in, not the day it is typed. */
export async function maak(van: Verzoek): Promise<Antwoord> {
  const verzoek = { ...van, context: { ...van.context, pad: adres('nl', 'baliePost') } }
  const { ontvangst, zoneVan, toeval } = eisPost(verzoek)
  eisLezer(verzoek)
  const { werker } = eisWerker(verzoek)
  const { grond } = werker
  const { t } = verzoek.context.spraak
  const velden = verzoek.bestandsformulier?.formulier.velden ?? verzoek.form
  const { organisatie } = werker.subject
  const gelezen = leesPost(verzoek)
  const weg = balieWegen.find((een) => een === velden.get('weg'))
  const ontvangen = leesMoment(velden, 'ontvangen', zoneVan(organisatie))
  const isMoment = ontvangen instanceof Date && ontvangen <= verzoek.binnen
  const fouten: Veldfout[] = [
    ...gelezen.fouten,
    ...(weg === undefined ? [{ veld: 'weg', tekst: t('post.fout.weg') }] : []),
    ...(isMoment ? [] : [{ veld: 'ontvangen-dag', tekst: t('post.fout.ontvangen') }]),
  ]
  const { soort, onderwerp, tekst, bijlagen } = gelezen
  if (fouten.length > 0 || soort === undefined || weg === undefined || !isMoment || grond === undefined)
    return lijst(verzoek, {
      gelezen: { ...gelezen, fouten },
      weg,
      tijd: waardenUit(velden, 'ontvangen'),
    })
  const { stuk } = await ontvangst.neemAan(
    {
      afzender:
        grond.persoon === undefined ? afzenderVan(gelezen) : { soort: 'persoon', persoon: grond.persoon },
      organisatie,
      soort,
      weg,
      ontvangen,
      onderwerp,
      tekst,
      bijlagen,
      kenmerk: gelezen.kenmerk ?? maakUuid7(verzoek.nu, toeval),
    },
    { door: handelendeMet(grond) },
  )
  const naar = adres(verzoek.context.taal, 'baliePostStuk', { poststuk: stuk.id, gedaan: 'vastgelegd' })
  return { soort: 'ga-naar', adres: naar }
}

export async function open(verzoek: Verzoek): Promise<Antwoord> {
  return toonStuk(verzoek, [])
}

async function toonStuk(verzoek: Verzoek, fouten: readonly Veldfout[]): Promise<Antwoord> {
  const stuk = await leesStuk(verzoek)
  if (stuk === undefined) return { soort: 'niet-gevonden' }
  const pagina = stukPagina(verzoek, stuk, fouten)
  return { soort: 'pagina', pagina, status: fouten.length > 0 ? 400 : 200 }
}

async function leesStuk(verzoek: Verzoek): Promise<Poststuk | undefined> {
  const { ontvangst } = eisPost(verzoek)
  const { lezer, metBewijs } = eisLezer(verzoek)
  return metBewijs((bewijs) => ontvangst.openBij(lezer, verzoek.delen.poststuk ?? '', bewijs))
}

export async function bijlage(verzoek: Verzoek): Promise<Antwoord> {
  const { ontvangst } = eisPost(verzoek)
  const { lezer, metBewijs } = eisLezer(verzoek)
  const nummer = leesNummer(verzoek)
  if (nummer === undefined) return { soort: 'niet-gevonden' }
  const id = verzoek.delen.poststuk ?? ''
  const gevonden = await metBewijs((bewijs) => ontvangst.bijlageBij(lezer, id, nummer, bewijs))
  if (gevonden === undefined) return { soort: 'niet-gevonden' }
  const { naam, formaat, inhoud } = gevonden
  return { soort: 'bestand', inhoud: Buffer.from(inhoud), type: formaat, naam }
}

/** Forward, say «wrong way», refuse: each is told to the sender with the act itself. Or: a notice was brought. */
export async function doe(verzoek: Verzoek): Promise<Antwoord> {
  const { ontvangst } = eisPost(verzoek)
  const { lezer, metBewijs } = eisLezer(verzoek)
  const { form, context, delen } = verzoek
  const poststuk = delen.poststuk ?? ''
  if (form.get('doe') === 'bezorgd') {
    await metBewijs((bewijs) => ontvangst.merkBezorgd(lezer, form.get('kennisgeving') ?? '', bewijs))
    return { soort: 'ga-naar', adres: adres(context.taal, 'baliePostStuk', { poststuk, gedaan: 'bezorgd' }) }
  }
  const stuk = await leesStuk(verzoek)
  if (stuk === undefined) return { soort: 'niet-gevonden' }
  const melding = leesMelding(verzoek, stuk)
  if ('veld' in melding) return toonStuk(verzoek, [melding])
  const uit = await metBewijs((bewijs) => ontvangst.meld(lezer, poststuk, melding, bewijs))
  if (uit === 'niet-gevonden' || uit === 'mag-niet') return { soort: 'niet-gevonden' }
  const isWeg = uit === 'al-weg' || (melding.soort === 'doorgezonden' && melding.naar !== stuk.bij)
  const gedaan = uit === 'al-weg' ? 'al-weg' : melding.soort
  const naar = isWeg
    ? adres(context.taal, 'baliePost', { gedaan })
    : adres(context.taal, 'baliePostStuk', { poststuk, gedaan })
  return { soort: 'ga-naar', adres: naar }
}

function leesMelding(
  verzoek: Verzoek,
  stuk: Poststuk,
): Exclude<Postmelding, { soort: 'ontvangen' }> | Veldfout {
  const { form, nu, context } = verzoek
  const { t } = context.spraak
  switch (form.get('doe')) {
    case 'doorgezonden': {
      const naar = leesOverheid(verzoek, form.get('naar'))
      return naar === undefined
        ? { veld: 'naar', tekst: t('post.fout.naar') }
        : { soort: 'doorgezonden', naar, op: nu }
    }
    case 'geweigerd': {
      const reden = weigergronden.find((een) => een === form.get('reden'))
      return reden === undefined
        ? { veld: 'reden', tekst: t('post.fout.reden') }
        : { soort: 'geweigerd', reden }
    }
    default: {
      const isLeeg = ['dag', 'maand', 'jaar'].every((deel) => !form.get(`termijn-${deel}`)?.trim())
      if (isLeeg) return { soort: 'verkeerde-weg' }
      const was = leesDag(form, 'termijn')
      if (was === undefined) return { veld: 'termijn-dag', tekst: t('post.fout.termijn') }
      const zone = eisPost(verzoek).zoneVan(stuk.bij)
      const wordt = naVerkeerdeWeg({ laatsteDag: was, zone }, { ontvangen: stuk.ontvangen, gereageerd: nu })
      return { soort: 'verkeerde-weg', termijn: { was, wordt } }
    }
  }
}
