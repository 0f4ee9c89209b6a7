/** The note after a call: asked of who was in it, read by who was in it, and on paper for the resident. */
import { isUuid7, type OrganisatieId } from '../../../domain/index.ts'
import {
  type Belgesprek,
  type Gespreksnotitie,
  gezienVan,
  type Notitiebeeld,
  type Notities,
  type Notitieuitslag,
  type Notitiewerker,
} from '../../../lijnen/index.ts'
import { leesNummer } from '../../../ontvangst/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { baliePagina } from '../balie/kader.ts'
import { eisLoket, vragerVan } from '../loket/scherm.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { bijdragen } from './bijdragen.ts'
import { deelnemernaam } from './deelnemers.ts'
import { leesNotitie, toonNotitievelden } from './notitievelden.ts'
import { overLijn, overZaak } from './over-lijn.ts'
import { leesBeller } from './wie.ts'

const gedaanWoorden = ['geschreven', 'niets', 'gezet'] as const
const stijl = ['loket.css', 'bellen.css']

interface Schrijver {
  readonly wie: Notitiewerker
  readonly notities: Notities
  readonly id: string
}

function leesSchrijver(verzoek: Verzoek): Schrijver | undefined {
  const beller = leesBeller(verzoek)
  const notities = verzoek.loket?.notities
  if (beller === undefined || notities === undefined) return undefined
  const wie = { ...beller.wie, vrager: vragerVan(verzoek, 'balie') }
  return { wie, notities, id: verzoek.delen.gesprek ?? '' }
}

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const schrijver = leesSchrijver(verzoek)
  const beeld = await schrijver?.notities.lees(schrijver.wie, schrijver.id)
  if (beeld === undefined) return naarLijst(verzoek)
  // What is written there is about whom the case is about: reading it is looking at the case, and they see that.
  if (beeld.ketenzaak !== undefined && (beeld.notitie?.bijdragen.length ?? 0) > 0)
    await eisLoket(verzoek).bekijk(vragerVan(verzoek, 'balie'), beeld.ketenzaak)
  const gedaan = gedaanUit(verzoek.zoek, gedaanWoorden)
  const { t } = verzoek.context.spraak
  const fout = verzoek.zoek.get('fout')
  return notitiepagina(verzoek, beeld, {
    ...(gedaan !== undefined && { melding: t(`bellen.notitie.gedaan.${gedaan}`) }),
    ...(fout === 'zaak' && { waarschuwing: t('bellen.notitie.niet_in_zaak') }),
    isErbij: verzoek.zoek.get('erbij') === '1',
  })
}

function naarLijst({ context: { taal } }: Verzoek): Antwoord {
  return { soort: 'ga-naar', adres: adres(taal, 'balieBellen', { gedaan: 'voorbij' }) }
}

export async function stuur(verzoek: Verzoek): Promise<Antwoord> {
  const schrijver = leesSchrijver(verzoek)
  if (schrijver === undefined) return { soort: 'niet-gevonden' }
  const { wie, notities, id } = schrijver
  const beeld = await notities.lees(wie, id)
  if (beeld === undefined) return naarLijst(verzoek)
  const { form } = verzoek
  const gezien = Number(form.get('gezien') ?? 0)
  switch (form.get('doe')) {
    case 'regel':
      return notitiepagina(verzoek, beeld, { isErbij: true, isTerug: true })
    case 'niets':
      return na(verzoek, beeld, await notities.niets(wie, id, gezien), 'niets')
    case 'zet':
      return na(verzoek, beeld, await notities.zetInZaak(wie, id), 'gezet')
    case 'koppel':
      return koppel(verzoek, schrijver, beeld)
    case 'open':
      return openZaak(verzoek, beeld)
  }
  const gelezen = leesNotitie(verzoek, organisatiesIn(beeld.gesprek))
  if (!gelezen.ok)
    return notitiepagina(verzoek, beeld, { fouten: gelezen.fouten, isErbij: true, isTerug: true })
  const bijdrage = form.get('bijdrage') ?? ''
  const wat = {
    id: isUuid7(bijdrage) ? bijdrage : eisLoket(verzoek).nieuwId(),
    ...{ gezien, inhoud: gelezen.inhoud },
  }
  return na(verzoek, beeld, await notities.schrijf(wie, id, wat), 'geschreven')
}

/** What somebody else wrote meanwhile stands above what they typed themselves, and nothing of that is lost. */
function na(
  verzoek: Verzoek,
  beeld: Notitiebeeld,
  uitslag: Notitieuitslag,
  gedaan: (typeof gedaanWoorden)[number],
): Antwoord {
  const { t } = verzoek.context.spraak
  switch (uitslag.status) {
    case 'ok': {
      const fout = uitslag.weigering === undefined ? {} : { fout: 'zaak' }
      const delen = { gesprek: beeld.gesprek.id, filter: { gedaan, ...fout } }
      return { soort: 'ga-naar', adres: adres(verzoek.context.taal, 'balieNotitie', delen) }
    }
    case 'conflict':
      return notitiepagina(
        verzoek,
        { ...beeld, notitie: uitslag.notitie },
        { waarschuwing: t('bellen.notitie.conflict'), isErbij: true, isTerug: true },
      )
    case 'niet-gevonden':
      return naarLijst(verzoek)
    default:
      return notitiepagina(verzoek, beeld, {
        waarschuwing: t(`bellen.notitie.${uitslag.status}`),
        ...{ isErbij: true, isTerug: true },
      })
  }
}

/** A call that was about no case: by its number it comes into one. */
async function koppel(
  verzoek: Verzoek,
  { wie, notities, id }: Schrijver,
  beeld: Notitiebeeld,
): Promise<Antwoord> {
  const nummer = leesNummer(verzoek.form.get('nummer') ?? '')
  const zaak = nummer && (await eisLoket(verzoek).vindNummer(wie.vrager, nummer))
  if (zaak && (await wie.magZaak(zaak)))
    return na(verzoek, beeld, await notities.zetInZaak(wie, id, zaak), 'gezet')
  const tekst = verzoek.context.spraak.t(`loket.zoek.${nummer === undefined ? 'geen_nummer' : 'niets'}`)
  return notitiepagina(verzoek, beeld, { fouten: [{ veld: 'nummer', tekst }] })
}

/** A new case with what was written already in its form; its number brings the note into it afterwards. */
async function openZaak(verzoek: Verzoek, { notitie }: Notitiebeeld): Promise<Antwoord> {
  const eerste = notitie?.bijdragen[0]?.inhoud
  const velden = new URLSearchParams({
    vraag: eerste?.vraag ?? '',
    uitkomst: eerste?.afgesproken ?? '',
  })
  await eisLoket(verzoek).onaf.bewaar(vragerVan(verzoek, 'balie'), velden.toString())
  return { soort: 'ga-naar', adres: adres(verzoek.context.taal, 'balieLoketNieuw') }
}

function organisatiesIn({ deelnemers }: Belgesprek): readonly OrganisatieId[] {
  const ids = deelnemers.flatMap(({ partij, stand }) =>
    partij.soort === 'medewerker' && (stand === 'weg' || stand === 'in-gesprek') ? [partij.organisatie] : [],
  )
  return [...new Set(ids)]
}

interface Paginadelen {
  readonly melding?: string
  readonly waarschuwing?: string
  readonly fouten?: readonly Veldfout[]
  /** The form stands open, also when there is a note already. */
  readonly isErbij?: boolean
  /** What was typed comes back. */
  readonly isTerug?: boolean
}

function notitiepagina(
  verzoek: Verzoek,
  beeld: Notitiebeeld,
  { melding, waarschuwing, fouten = [], isErbij = false, isTerug = false }: Paginadelen,
): Antwoord {
  const { context } = verzoek
  const { t } = context.spraak
  const { gesprek, notitie } = beeld
  const isLeeg = notitie === undefined || notitie.bijdragen.length === 0
  const metVorm = isErbij || notitie === undefined
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
${waarschuwing !== undefined && html`<p class="vd-notice" role="alert">${waarschuwing}</p>`}
<p>${t('bellen.notitie.met', {
    wie: gesprek.deelnemers
      .filter(({ stand }) => stand === 'weg' || stand === 'in-gesprek')
      .map((een) => deelnemernaam(verzoek, een))
      .join('; '),
  })}</p>
${overLijn(verzoek, beeld.lijn)}
${overZaak(verzoek, beeld.ketenzaak, 'hier')}
${notitie?.niets !== undefined && isLeeg && html`<p>${t('bellen.notitie.niets_gezegd')}</p>`}
${notitie && bijdragen(verzoek, notitie)}
${metVorm ? vorm(verzoek, beeld, { fouten, isTerug }) : daarna(verzoek, beeld)}`
  const pagina = baliePagina(verzoek, {
    ...{ titel: t('bellen.notitie.titel'), inhoud, zonderGrond: true, stijl, isFout: fouten.length > 0 },
    ...(melding !== undefined && { melding }),
    terug: { adres: adres(context.taal, 'balieBellen'), tekst: t('bellen.titel') },
  })
  return { soort: 'pagina', pagina, ...(fouten.length > 0 && { status: 400 }) }
}

function vorm(
  verzoek: Verzoek,
  { gesprek, notitie, ketenzaak, lijn }: Notitiebeeld,
  { fouten, isTerug }: { readonly fouten: readonly Veldfout[]; readonly isTerug: boolean },
): Html {
  const { context, form } = verzoek
  const { t } = context.spraak
  // Of who saw what others wrote before they send it again.
  const bijdrage = isTerug ? (form.get('bijdrage') ?? '') : ''
  const soort = notitie === undefined ? 'nieuw' : 'erbij'
  return html`<section class="vd-section vd-no-print" aria-labelledby="schrijf"><h2 id="schrijf">${t(`bellen.notitie.kop_${soort}`)}</h2>
<p>${t(`bellen.notitie.${ketenzaak !== undefined ? 'uitleg_zaak' : lijn?.zaakVan === undefined ? 'uitleg_los' : 'uitleg_buiten'}`)}</p>
<form class="vd-form" method="post" action="${adres(context.taal, 'balieNotitieSchrijf', { gesprek: gesprek.id })}">
<input type="hidden" name="bijdrage" value="${isUuid7(bijdrage) ? bijdrage : eisLoket(verzoek).nieuwId()}"><input type="hidden" name="gezien" value="${gezienVan(notitie)}">
${toonNotitievelden(verzoek, { inGesprek: organisatiesIn(gesprek), fouten, isNieuw: !isTerug })}
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit" name="doe" value="schrijf">${t('bellen.notitie.knop')}</button>
${notitie === undefined && html`<button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="niets">${t('bellen.notitie.knop_niets')}</button>`}</p></form></section>`
}

/** After it was written: what is not in the case yet, paper for the resident, and something to add. */
function daarna(verzoek: Verzoek, beeld: Notitiebeeld): Html {
  const { context } = verzoek
  const { t } = context.spraak
  const { gesprek, notitie, ketenzaak, lijn } = beeld
  const actie = adres(context.taal, 'balieNotitieSchrijf', { gesprek: gesprek.id })
  const knop = 'utrecht-button utrecht-button--secondary-action'
  const heeftTekst = notitie !== undefined && notitie.bijdragen.length > 0
  return html`${ketenzaak !== undefined && stand(verzoek, notitie, actie)}
<p class="vd-actions vd-no-print">${heeftTekst && html`<a class="${knop}" href="${adres(context.taal, 'balieNotitiePrint', { gesprek: gesprek.id })}">${t('bellen.notitie.papier')}</a>`}
<a class="${knop}" href="${adres(context.taal, 'balieNotitie', { gesprek: gesprek.id, filter: { erbij: '1' } })}">${t('bellen.notitie.iets_erbij')}</a>
${verzoek.balie?.belafspraken && html`<a class="${knop}" href="${adres(context.taal, 'balieBelafspraakNieuw', ketenzaak === undefined ? {} : { filter: { ketenzaak } })}">${t('bellen.afspraak.link')}</a>`}</p>
${
  ketenzaak === undefined &&
  lijn?.zaakVan === undefined &&
  heeftTekst &&
  html`<section class="vd-section vd-no-print" aria-labelledby="zaak"><h2 id="zaak">${t('bellen.notitie.zaak.kop')}</h2>
<form class="vd-form" method="post" action="${actie}"><p class="utrecht-form-field"><label class="utrecht-form-label" for="nummer">${t('bellen.notitie.zaak.nummer')}</label>
<input class="utrecht-textbox" id="nummer" name="nummer" autocomplete="off" maxlength="40" value="${verzoek.form.get('nummer') ?? ''}"></p>
<p class="vd-actions"><button class="${knop}" type="submit" name="doe" value="koppel">${t('bellen.notitie.zaak.koppel')}</button>
<button class="${knop}" type="submit" name="doe" value="open" formnovalidate>${t('bellen.notitie.zaak.open')}</button></p></form></section>`
}`
}

function stand(verzoek: Verzoek, notitie: Gespreksnotitie | undefined, actie: string): Html | undefined {
  const { t } = verzoek.context.spraak
  const rij = notitie?.bijdragen ?? []
  const isHeel = rij.every(({ isContact, isGepland }) => isContact && isGepland)
  if (rij.length === 0) return undefined
  if (isHeel) return html`<p>${t('bellen.notitie.in_zaak')}</p>`
  const sleutel = rij.every(({ isContact, isVanBuiten }) => isContact || isVanBuiten)
    ? 'wacht_op_plan'
    : 'niet_in_zaak'
  return html`<form class="vd-no-print" method="post" action="${actie}"><p>${t(`bellen.notitie.${sleutel}`)}</p>
<p><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="zet">${t('bellen.notitie.zet')}</button></p></form>`
}
