/** The intake card of an information point or a bank: a question, what fits, whom to call. Without a file, and kept nowhere. */
import { tijdOp } from '../../../kalender/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { HOOGSTENS_GEKOZEN, HOOGSTENS_VRAAG, type Intakekaart, isKeuze } from '../../bezoek/intakekaart.ts'
import { GELDIG_SECONDEN } from '../../bezoek/koekje.ts'
import { leesPlaats, woonplaatsen } from '../../invoer/plaats.ts'
import { adres } from '../../routes.ts'
import { foutregel, foutSamenvatting, tekstveld, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWerker, intakeDoorgeven } from '../balie/eis.ts'
import { baliePagina } from '../balie/kader.ts'
import { beslisVoorWerker } from '../balie/werker.ts'
import { zoekVoor } from '../kennis/lijst.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { afspraakdeel, beldeel, voorsteldeel } from './delen.ts'
import { gebiedenBij, kaartVan, merkVan, organisatieBij } from './kaart.ts'
import { voorstellen } from './voorstel.ts'

export function toon(verzoek: Verzoek): Promise<Antwoord> {
  return pagina(verzoek, [])
}

/** Two forms of one page: the question, and what is chosen. */
export async function zet(verzoek: Verzoek): Promise<Antwoord> {
  const { form, context, nu } = verzoek
  const kaart = kaartVan(verzoek)
  const bewaar = (nieuw: Omit<Intakekaart, 'sessie' | 'op'>, anker: string): Antwoord => ({
    soort: 'ga-naar',
    adres: adres(context.taal, 'balieIntake', { anker }),
    bewaarKaart: { ...nieuw, sessie: merkVan(verzoek), op: nu },
  })
  if (form.has('keuzes') && kaart !== undefined) {
    const gekozen = [...new Set(form.getAll('keuze').filter(isKeuze))].slice(0, HOOGSTENS_GEKOZEN)
    return bewaar({ ...kaart, gekozen }, 'bellen')
  }
  const vraag = (form.get('vraag') ?? '').trim().slice(0, HOOGSTENS_VRAAG)
  const plaats = leesPlaats(form.get('plaats') ?? '', woonplaatsen(verzoek.beeld.corpus.gebieden))
  const { t } = context.spraak
  const fouten: Veldfout[] = [
    ...(vraag === '' ? [{ veld: 'vraag', tekst: t('intake.vraag.fout') }] : []),
    ...(plaats.status === 'ok' || plaats.status === 'leeg'
      ? []
      : [{ veld: 'plaats', tekst: t('intake.vraag.fout_plaats') }]),
  ]
  if (fouten.length > 0) return pagina(verzoek, fouten)
  return bewaar(
    {
      vraag,
      ...(plaats.status === 'ok' && { plaats: plaats.code }),
      gekozen: kaart?.gekozen ?? [],
      afspraken: kaart?.afspraken ?? [],
    },
    'voorstel',
  )
}

/** Everything in this browser goes: the card, and what the visitor filled in elsewhere. */
export function klaar({ context }: Verzoek): Antwoord {
  return { soort: 'ga-naar', adres: adres(context.taal, 'balieIntake', { gedaan: 'klaar' }), wis: true }
}

async function pagina(verzoek: Verzoek, fouten: readonly Veldfout[]): Promise<Antwoord> {
  const { context, zoek, bezoek } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const kaart = kaartVan(verzoek)
  const gedaan = gedaanUit(zoek, ['klaar', 'afspraak'])
  const isVerlopen = kaart === undefined && (bezoek.staat === 'verlopen' || zoek.get('gedaan') === 'verlopen')
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
${gedaan === 'klaar' ? controle(verzoek) : undefined}
${isVerlopen && html`<p class="vd-notice" role="status">${t('intake.verlopen')}</p>`}
<p class="vd-lead">${t('intake.lead')}</p>
<p class="vd-note">${t('intake.blijft')}${kaart && ` ${t('intake.nieuw_uur', { tijd: totWanneer(kaart) })}`}</p>
${kaart === undefined || fouten.length > 0 ? vraagvorm(verzoek, kaart, fouten) : await kaartdeel(verzoek, kaart)}`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: t('intake.titel'),
      inhoud,
      isFout: fouten.length > 0,
      zonderGrond: true,
      stijl: ['zoeken.css', 'kennis.css'],
      melding: gedaan === 'klaar' ? t('intake.klaar.gedaan') : undefined,
      terug: { adres: adres(taal, 'balie'), tekst: t('balie.zoeken.terug') },
    }),
    ...(fouten.length > 0 && { status: 400 }),
  }
}

function totWanneer({ op }: Intakekaart): string {
  return tijdOp(new Date(op.getTime() + GELDIG_SECONDEN * 1000), 'Europe/Amsterdam')
}

function vraagvorm(verzoek: Verzoek, kaart: Intakekaart | undefined, fouten: readonly Veldfout[]): Html {
  const { context, form, isForm, beeld } = verzoek
  const { t } = context.spraak
  const bij = (veld: string) => fouten.find((fout) => fout.veld === veld)
  const foutWoord = t('algemeen.fout')
  const was = kaart?.plaats === undefined ? '' : (beeld.corpus.gebieden.get(kaart.plaats)?.naam ?? '')
  const vraag = (isForm ? (form.get('vraag') ?? '') : (kaart?.vraag ?? '')).slice(0, HOOGSTENS_VRAAG)
  return html`<form class="vd-stack" method="post" action="${adres(context.taal, 'balieIntakeZet')}">
<div class="utrecht-form-field vd-field${bij('vraag') ? ' utrecht-form-field--invalid' : ''}"><label class="utrecht-form-label" for="vraag">${t('intake.vraag.label')}</label>
<p class="vd-calm vd-small" id="vraag-hulp">${t('intake.vraag.hulp')}</p>
${foutregel({ fout: bij('vraag'), foutWoord, id: 'vraag' })}
<textarea class="utrecht-textbox utrecht-textbox--html-input vd-textarea" rows="4" autocomplete="off"${attrs({ id: 'vraag', name: 'vraag', maxlength: HOOGSTENS_VRAAG, 'aria-describedby': 'vraag-hulp', 'aria-invalid': bij('vraag') ? 'true' : undefined })}>${vraag}</textarea></div>
${tekstveld({ id: 'plaats', naam: 'plaats', label: t('intake.vraag.plaats'), waarde: isForm ? (form.get('plaats') ?? '').slice(0, 60) : was, fout: bij('plaats'), foutWoord, breedte: 'lang' })}
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('intake.vraag.knop')}</button></p></form>`
}

async function kaartdeel(verzoek: Verzoek, kaart: Intakekaart): Promise<Html> {
  const { context, beeld, bronnen } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const gebieden = gebiedenBij(verzoek, kaart)
  const gevonden = await zoekVoor(verzoek, kaart.vraag, gebieden)
  const waar = {
    corpus: bronnen.geheel(),
    datum: beeld.datum,
    gebieden,
    organisatieBij: (id: string) => organisatieBij(verzoek, kaart, id),
  }
  const rij = gevonden === 'stil' ? 'stil' : voorstellen(gevonden.treffers, waar)
  const plaats = kaart.plaats === undefined ? undefined : beeld.corpus.gebieden.get(kaart.plaats)
  return html`<section class="vd-kaart" aria-labelledby="de-vraag"><h2 id="de-vraag">${t('intake.kaart.vraag')}</h2>
<p class="vd-kaart__vraag">${kaart.vraag}</p>
${plaats && html`<p class="vd-calm">${t('intake.kaart.plaats', { naam: plaats.naam })}</p>`}
<details class="vd-details"><summary>${t('intake.vraag.opnieuw')}</summary>${vraagvorm(verzoek, kaart, [])}</details></section>
${voorsteldeel(verzoek, kaart, rij)}
${beldeel(verzoek, kaart)}
${afspraakdeel(verzoek, kaart)}
${ketendeel(verzoek)}
<section class="vd-section"><div class="vd-actions"><a class="utrecht-button utrecht-button--secondary-action" href="${adres(taal, 'balieIntakePrint')}">${t('intake.print.knop')}</a></div>
<form method="post" action="${adres(taal, 'balieIntakeKlaar')}"><button class="utrecht-button utrecht-button--primary-action" type="submit" name="klaar" value="1">${t('intake.klaar.knop')}</button></form></section>`
}

/** For who is no government; the others open a chain case themselves. */
function ketendeel(verzoek: Verzoek): Html | undefined {
  const { balie, werker } = eisWerker(verzoek)
  const mag = beslisVoorWerker(balie, werker, intakeDoorgeven, verzoek.nu).mag
  if (verzoek.loket === undefined || !mag || verzoek.loket.loket.ontvangers().length === 0) return undefined
  const { taal, spraak } = verzoek.context
  return html`<section class="vd-section"><h2>${spraak.t('intake.keten.kop')}</h2><p>${spraak.t('intake.keten.uitleg')}</p>
<p><a class="utrecht-button utrecht-button--secondary-action" href="${adres(taal, 'balieIntakeKeten')}">${spraak.t('intake.keten.knop')}</a></p></section>`
}

/** What this very request shows: a browser that still brings something is told so. */
function controle({ context, bezoek }: Verzoek): Html {
  const { t } = context.spraak
  const isLeeg = bezoek.staat === 'geen'
  return html`<section class="vd-kaart" data-controle="${isLeeg ? 'leeg' : 'nog-iets'}" aria-labelledby="controle"><h2 id="controle">${t('intake.klaar.controle')}</h2><ul class="vd-list">
<li>${t(isLeeg ? 'intake.klaar.browser_weg' : 'intake.klaar.browser_nog')}</li>
<li>${t('intake.klaar.databank')}</li><li>${t('intake.klaar.doorgegeven')}</li><li>${t('intake.klaar.afspraak')}</li><li>${t('intake.klaar.papier')}</li></ul>
${!isLeeg && html`<form method="post" action="${adres(context.taal, 'balieIntakeKlaar')}"><button class="utrecht-button utrecht-button--primary-action" type="submit" name="klaar" value="1">${t('intake.klaar.knop')}</button></form>`}</section>`
}
