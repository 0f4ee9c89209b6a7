/** Post at a desk: what came in, what somebody hands over or says, and what is done with it. */
import { maakUuid7, type OrganisatieId } from '../../../domain/index.ts'
import { naVerkeerdeWeg } from '../../../kalender/index.ts'
import {
  inkomwegen,
  leesBladwijzer,
  leesNummer as leesPostnummer,
  type Postmelding,
  type Poststuk,
  weigergronden,
} from '../../../ontvangst/index.ts'
import { handelendeMet } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import type { Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { grondnaam } from '../balie/kanalen.ts'
import { eisLezer, vindLezer } from './balie-lezer.ts'
import { standUit, type Zoekveld } from './balie-post-lijst.ts'
import { vraag } from './balie-post-openen.ts'
import { lijstPagina, type Registratie, stukPagina } from './balie-post-pagina.ts'
import { afzenderVan, leesPost } from './lees-post.ts'
import { leesDag, leesMoment, waardenUit, waardenVoor } from './tijdvelden.ts'
import { leesNummer } from './verstuurd.ts'
import { eisPost, leesOverheid, momentBij, naamVan } from './woorden.ts'

/** At a desk nothing comes by our own form. */
export const balieWegen = inkomwegen.filter((weg) => weg !== 'web')

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  return lijst(verzoek, {})
}

/** By the number that somebody reads out. What may be read is opened at once; of the rest it is said that it is there. */
export async function zoek(van: Verzoek): Promise<Antwoord> {
  const verzoek = { ...van, context: { ...van.context, pad: adres('nl', 'baliePost') } }
  const { ontvangst, zoneVan } = eisPost(verzoek)
  const { medewerker, organisatie } = eisWerker(verzoek).werker.subject
  const { t } = verzoek.context.spraak
  const getypt = (verzoek.form.get('nummer') ?? '').trim()
  const mis = (tekst: string) => lijst(verzoek, { zoek: { nummer: getypt, fout: { veld: 'nummer', tekst } } })
  const nummer = leesPostnummer(getypt)
  if (nummer === undefined) return mis(t('post.fout.nummer'))
  const gevonden = vindLezer({ ...verzoek, isForm: false })
  const leesbaar = await gevonden?.metBewijs((bewijs) => ontvangst.bij(gevonden.lezer, bewijs, { nummer }))
  const [een] = leesbaar?.regels ?? []
  if (een !== undefined)
    return { soort: 'ga-naar', adres: adres(verzoek.context.taal, 'baliePostStuk', { poststuk: een.id }) }
  const wie = { medewerker, organisatie }
  const [regel] = (await ontvangst.werklijst(wie, { nummer })).regels
  if (regel !== undefined) return vraag(verzoek, regel)
  const [laatste] = await ontvangst.doorgezonden(wie, nummer)
  if (laatste === undefined) return mis(t('post.fout.nummer_niet_hier'))
  // Of who asks «where is my letter?» the desk knows where it went, and nothing else.
  const naar = naamVan(verzoek, laatste.naar)
  const op = momentBij(verzoek.context, laatste.op, zoneVan(organisatie))
  const melding = t('post.balie.ging_door', { nummer, naar, op })
  return lijst(verzoek, { zoek: { nummer: getypt, fout: undefined }, melding })
}

async function lijst(
  verzoek: Verzoek,
  {
    registratie,
    zoek,
    melding,
  }: {
    readonly registratie?: Registratie
    readonly zoek?: Zoekveld
    readonly melding?: string
  },
): Promise<Antwoord> {
  const { ontvangst, zoneVan } = eisPost(verzoek)
  const { werker } = eisWerker(verzoek)
  const { medewerker, organisatie } = werker.subject
  const gevonden = vindLezer(verzoek)
  const [alleWerk, stukken] = await Promise.all([
    ontvangst.werklijst({ medewerker, organisatie }, { na: leesBladwijzer(verzoek.zoek.get('werk')) }),
    gevonden?.metBewijs((bewijs) =>
      ontvangst.bij(gevonden.lezer, bewijs, {
        stand: standUit(verzoek),
        na: leesBladwijzer(verzoek.zoek.get('na')),
      }),
    ),
  ])
  const leeg = { onderwerp: '', tekst: '', naam: '', adres: '', namens: '', bijlagen: [], fouten: [] }
  const begin: Registratie = {
    gelezen: { ...leeg, soort: undefined, kenmerk: undefined },
    weg: undefined,
    tijd: waardenVoor('ontvangen', verzoek.nu, zoneVan(organisatie)),
  }
  const pagina = lijstPagina(verzoek, {
    werk: alleWerk,
    stukken,
    registratie: registratie ?? begin,
    zoek,
    melding,
    naam: gevonden && (await grondnaam(verzoek)),
  })
  const isFout = registratie !== undefined || zoek?.fout !== undefined
  return { soort: 'pagina', pagina, status: isFout ? 400 : 200 }
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
      registratie: { gelezen: { ...gelezen, fouten }, weg, tijd: waardenUit(velden, 'ontvangen') },
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
  const gedaan = weg === 'brief' && bijlagen.length === 0 ? 'zonder-scan' : 'vastgelegd'
  const naar = adres(verzoek.context.taal, 'baliePostStuk', { poststuk: stuk.id, gedaan })
  return { soort: 'ga-naar', adres: naar }
}

export async function open(verzoek: Verzoek): Promise<Antwoord> {
  return toonStuk(verzoek, [])
}

async function toonStuk(verzoek: Verzoek, fouten: readonly Veldfout[]): Promise<Antwoord> {
  const stuk = await leesStuk(verzoek)
  if (stuk === undefined) return { soort: 'niet-gevonden' }
  const pagina = stukPagina(verzoek, stuk, { fouten, naam: await grondnaam(verzoek) })
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
  const { ontvangst, organisaties } = eisPost(verzoek)
  const { lezer, metBewijs } = eisLezer(verzoek)
  const { form, context, delen } = verzoek
  const poststuk = delen.poststuk ?? ''
  if (form.get('doe') === 'bezorgd') {
    await metBewijs((bewijs) => ontvangst.merkBezorgd(lezer, form.get('kennisgeving') ?? '', bewijs))
    return { soort: 'ga-naar', adres: adres(context.taal, 'baliePostStuk', { poststuk, gedaan: 'bezorgd' }) }
  }
  const gereed = (['gereed', 'heropend'] as const).find((een) => een === form.get('doe'))
  if (gereed !== undefined) {
    const uit = await metBewijs((bewijs) => ontvangst.zetGereed(lezer, poststuk, gereed === 'gereed', bewijs))
    if (uit === 'niet-gevonden') return { soort: 'niet-gevonden' }
    const gedaan = uit === 'ok' ? gereed : uit
    const naar =
      gedaan === 'gereed' || gedaan === 'al-weg'
        ? adres(context.taal, 'baliePost', { gedaan })
        : adres(context.taal, 'baliePostStuk', { poststuk, gedaan })
    return { soort: 'ga-naar', adres: naar }
  }
  const stuk = await leesStuk(verzoek)
  if (stuk === undefined) return { soort: 'niet-gevonden' }
  const melding = leesMelding(verzoek, stuk)
  // What somebody still has to send stays here.
  const gaatWeg = (naar: OrganisatieId) => naar !== stuk.bij && organisaties().includes(naar)
  if ('veld' in melding) return toonStuk(verzoek, [melding])
  const uit = await metBewijs((bewijs) =>
    ontvangst.meld(lezer, poststuk, melding, bewijs, form.get('kenmerk') ?? undefined),
  )
  if (uit === 'niet-gevonden' || uit === 'mag-niet') return { soort: 'niet-gevonden' }
  const isWeg =
    uit === 'al-weg' || (uit === 'ok' && melding.soort === 'doorgezonden' && gaatWeg(melding.naar))
  const gedaan = uit === 'ok' ? melding.soort : uit
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
    case 'toch-aangenomen':
      return { soort: 'toch-aangenomen' }
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
