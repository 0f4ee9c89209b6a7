/** A question that one organisation cannot solve goes to a body of government, with whoever stands here; nothing is opened. */
import { isUuid7, parseOrganisatieId } from '../../../domain/index.ts'
import { plusDagen } from '../../../kalender/index.ts'
import { type Aanbreng, ONGENOMEN_DAGEN, UITNODIGING_DAGEN } from '../../../loket/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting, type Keuze, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { baliePagina } from '../balie/kader.ts'
import { belnummer, isBelbaar, netjes } from '../loket/bereik.ts'
import { eisLoket, vragerVan } from '../loket/scherm.ts'
import { type Ingevuld, keurVelden, leesIngevuld, toonVelden, type Veld } from '../loket/velden.ts'
import { eindeVan, overheden, w, werkdagOver } from '../loket/vorm.ts'
import { dagVan } from '../loket/woorden.ts'
import { kaartVan, organisatieBij } from './kaart.ts'

/** Named limit: a term for their own step, for them to change. */
const TERMIJN_DAGEN = 14

export function toon(verzoek: Verzoek): Antwoord {
  return vormpagina(verzoek, { fouten: [] })
}

export async function maak(verzoek: Verzoek): Promise<Antwoord> {
  const { context, form } = verzoek
  const { t } = context.spraak
  const ingevuld = leesIngevuld(form)
  const loket = eisLoket(verzoek)
  const stap = ingevuld.tekst('stap')
  const termijn = ingevuld.dag('termijn')
  const aan = parseOrganisatieId(ingevuld.tekst('aan'))
  const fouten: readonly Veldfout[] = [
    ...keurVelden(context, velden(verzoek), ingevuld),
    ...(stap !== '' && termijn === undefined ? [{ veld: 'termijn', tekst: t('loket.fout.leeg_dag') }] : []),
  ]
  if (fouten.length > 0 || aan === undefined) return vormpagina(verzoek, { fouten, ingevuld })
  const id = (naam: string) => {
    const waarde = form.get(naam) ?? ''
    return isUuid7(waarde) ? waarde : loket.nieuwId()
  }
  const { organisatie } = eisWerker(verzoek).werker.subject
  const aanspreekpunt = belWie(verzoek, aan, ingevuld.tekst('nummer'))
  if (!isBelbaar(aanspreekpunt)) {
    const wie = verzoek.beeld.organisaties.get(aan)?.naam ?? aan
    return vormpagina(verzoek, {
      fouten: [{ veld: 'nummer', tekst: t('intake.keten.nummer_fout', { wie }) }],
      ingevuld,
    })
  }
  const wat: Aanbreng = {
    vraag: w(ingevuld.tekst('vraag')),
    uitkomst: w(ingevuld.tekst('uitkomst')),
    aanspreekpunt: w(aanspreekpunt),
    aan,
    partij: organisatie === 'bank' ? 'bank' : 'ander',
    naam: w(verzoek.beeld.organisaties.get(organisatie)?.naam ?? organisatie),
    tot: eindeVan(plusDagen(dagVan(verzoek.nu), UITNODIGING_DAGEN - 1)),
    ...(stap !== '' && termijn !== undefined && { stap: { stap: id('nieuw'), titel: w(stap), termijn } }),
  }
  const kop = { id: id('opdracht'), ketenzaak: id('ketenzaak') }
  const uitslag = await loket.brengAan(vragerVan(verzoek, 'balie'), kop, wat)
  if (uitslag.status === 'geweigerd')
    return vormpagina(verzoek, {
      fouten: [],
      ingevuld,
      weigering: t(`loket.weigering.${uitslag.weigering.reden}`, {
        n: 'hoogstensDagen' in uitslag.weigering ? uitslag.weigering.hoogstensDagen : 0,
      }),
    })
  return klaar(verzoek, { ...uitslag, aanspreekpunt, heeftStap: stap !== '' })
}

/** Until somebody takes it: who is asked to, and the number of the body, or the one that was typed. */
function belWie(verzoek: Verzoek, aan: string, getypt: string): string {
  const { t } = verzoek.context.spraak
  const nummer = getypt === '' ? belnummer(verzoek, aan) : getypt
  const wie = t('intake.keten.coordinator', { wie: verzoek.beeld.organisaties.get(aan)?.naam ?? aan })
  return netjes([wie, nummer ?? ''].join(', '))
}

/** Of whom somebody can take it here; with others it would lie where nobody sees it. */
export function ontvangers(verzoek: Verzoek): readonly Keuze[] {
  const hier = new Set<string>(eisLoket(verzoek).ontvangers())
  return overheden({ verzoek }).filter(({ waarde }) => hier.has(waarde))
}

function velden(verzoek: Verzoek): readonly Veld[] {
  const kaart = kaartVan(verzoek)
  const gemeente = kaart && organisatieBij(verzoek, kaart, 'gemeente')
  return [
    { soort: 'tekst', naam: 'vraag', hoogte: 4, ...(kaart && { waarde: kaart.vraag }) },
    { soort: 'tekst', naam: 'uitkomst', hulp: true, hoogte: 3 },
    {
      soort: 'lijst',
      naam: 'aan',
      label: 'intake.keten.aan',
      hulp: 'intake.keten.aan_hulp',
      groepen: [{ opties: ontvangers(verzoek) }],
      ...(gemeente && { gekozen: gemeente.id }),
    },
    {
      ...{ soort: 'regel', naam: 'nummer', magLeeg: true },
      ...{ label: 'intake.keten.nummer', hulp: 'intake.keten.nummer_hulp' },
    },
    { soort: 'regel', naam: 'stap', label: 'intake.keten.stap', magLeeg: true },
    {
      soort: 'dag',
      naam: 'termijn',
      werkdag: true,
      magLeeg: 'soms',
      waarde: werkdagOver({ verzoek }, TERMIJN_DAGEN),
    },
    { soort: 'vink', naam: 'ja', label: 'intake.keten.ja' },
  ]
}

function vormpagina(
  verzoek: Verzoek,
  {
    fouten,
    ingevuld,
    weigering,
  }: { readonly fouten: readonly Veldfout[]; readonly ingevuld?: Ingevuld; readonly weigering?: string },
): Antwoord {
  const { context, form } = verzoek
  const { t } = context.spraak
  const loket = eisLoket(verzoek)
  const verborgen = (naam: string) =>
    html`<input type="hidden"${attrs({ name: naam, value: form.get(naam) ?? loket.nieuwId() })}>`
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
${weigering !== undefined && html`<div class="vd-note vd-note--alarm" role="alert"><h2>${t('loket.geweigerd')}</h2><p>${weigering}</p></div>`}
<p class="vd-lead">${t('intake.keten.lead')}</p>
<p>${t('intake.keten.bewaard', { dagen: ONGENOMEN_DAGEN })}</p>
<form class="vd-form" method="post" action="${adres(context.taal, 'balieIntakeKetenMaak')}">${verborgen('opdracht')}${verborgen('ketenzaak')}${verborgen('nieuw')}
${toonVelden({ context, ingevuld, fouten }, velden(verzoek))}
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('intake.keten.stuur')}</button></p></form>`
  const status = fouten.length > 0 ? 400 : weigering === undefined ? 200 : 409
  return pagina(verzoek, { inhoud, isFout: status !== 200, status })
}

/** Once on the screen, for paper: the number for the visitor, the code for whoever helps here. */
function klaar(
  verzoek: Verzoek,
  wat: {
    readonly nummer: string
    readonly code: string
    readonly aanspreekpunt: string
    readonly heeftStap: boolean
  },
): Antwoord {
  const { context, post } = verzoek
  const { t } = context.spraak
  const waar = `${new URL(post.basis).host}${adres(context.taal, 'meewerken')}`
  const inhoud = html`<p class="vd-notice" role="status">${t('intake.keten.gedaan')}</p>
<section class="vd-codeblad" aria-labelledby="bezoeker"><h2 id="bezoeker">${t('intake.keten.bezoeker')}</h2>
<p class="vd-codeblad__code"><strong>${wat.nummer}</strong></p>
<p>${t('intake.keten.bezoeker_uitleg')}</p>
<p class="vd-bel"><strong>${wat.aanspreekpunt}</strong></p>
<p>${t('intake.keten.bewaard', { dagen: ONGENOMEN_DAGEN })}</p></section>
<section class="vd-section" aria-labelledby="zelf"><h2 id="zelf">${t('intake.keten.zelf')}</h2>
<p>${t(`intake.keten.${wat.heeftStap ? 'zelf_stap' : 'zelf_geen'}`, { adres: waar })}</p>
<p class="vd-codeblad__code"><strong>${wat.code}</strong></p><p class="vd-calm">${t('loket.code.eenmaal')}</p></section>
<p class="vd-actions vd-screen-only"><button class="utrecht-button utrecht-button--primary-action" type="button" data-verrijk="print" hidden>${t('print.knop')}</button> <a href="${adres(context.taal, 'balieIntake')}">${t('intake.afspraak.terug')}</a></p>`
  return pagina(verzoek, { inhoud })
}

function pagina(
  verzoek: Verzoek,
  delen: { readonly inhoud: Html; readonly isFout?: boolean; readonly status?: number },
): Antwoord {
  const { taal, spraak } = verzoek.context
  const { inhoud, isFout = false, status = 200 } = delen
  return {
    soort: 'pagina',
    status,
    pagina: baliePagina(verzoek, {
      titel: spraak.t('intake.keten.titel'),
      inhoud,
      isFout,
      zonderGrond: true,
      stijl: ['kennis.css', 'loket.css'],
      terug: { adres: adres(taal, 'balieIntake'), tekst: spraak.t('intake.afspraak.terug') },
    }),
  }
}
