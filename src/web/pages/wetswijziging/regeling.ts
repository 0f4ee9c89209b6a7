/** One scheme: other figures, or another version of it. Nothing that is typed here changes the law that people see. */
import { metCijfers, type Proefcijfer, proefcijfers } from '../../../corpus/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import type { Vergelijkwens } from '../../../proactief/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { foutSamenvatting, tekstveld, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { baliePagina } from '../balie/kader.ts'
import { eenheidnaam } from '../rechten/waarde.ts'
import { geldendeWet, versiesVan, type Wet, type Wetbron, wetbron } from './bron.ts'
import { type Foutmelding, foutendeel, meldingVan } from './fouten.ts'

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { bron, wet } = kies(verzoek)
  return wet === undefined ? { soort: 'niet-gevonden' } : pagina(verzoek, bron, wet, {})
}

export async function stuur(verzoek: Verzoek): Promise<Antwoord> {
  const { bron, wet } = kies(verzoek)
  if (wet === undefined) return { soort: 'niet-gevonden' }
  const velden = veldfouten(verzoek, bron, wet)
  if (velden.length > 0) return pagina(verzoek, bron, wet, { velden })
  const gekozen = wens(verzoek, bron, wet)
  if (gekozen === undefined) {
    const kort = verzoek.context.spraak.t('wetswijziging.fout.gelijk')
    return pagina(verzoek, bron, wet, { melding: { kort, fouten: [] } })
  }
  const uit = await bron.loper.vraag({
    organisatie: bron.organisatie,
    regeling: wet.id,
    naam: gekozen.naam.slice(0, 200),
    wens: gekozen.wens,
    peildatum: bron.vandaag,
  })
  if (uit.status === 'ok')
    return {
      soort: 'ga-naar',
      adres: adres(verzoek.context.taal, 'balieWetUitslag', { vergelijking: uit.id }),
    }
  const bestand = wet.lezing.doc.bestand
  const melding = meldingVan(verzoek.context, uit, { bestand, naam: bestand })
  return pagina(verzoek, bron, wet, { melding })
}

const GETAL = /^-?\d+(\.\d+)?$/

/** Said at the field itself, in its own words: the corpus would name a file and a line that nobody here wrote. */
function veldfouten({ form, context }: Verzoek, { corpus }: Wetbron, wet: Wet): readonly Veldfout[] {
  if (form.get('wat') === 'versie') return []
  const cijfers = proefcijfers(corpus, wet.lezing.doc.bestand)
  return geenGetal(cijfers, getypt(form, cijfers)).map((naam) => ({
    veld: `cijfer-${naam}`,
    tekst: context.spraak.t('wetswijziging.fout.getal', { naam: naam.replaceAll('_', ' ') }),
  }))
}

/** Names of figures for which something else was written; what never was a number is left alone. */
export function geenGetal(
  cijfers: readonly Pick<Proefcijfer, 'naam' | 'waarde'>[],
  nieuw: ReadonlyMap<string, string>,
): readonly string[] {
  return cijfers.flatMap(({ naam, waarde }) =>
    GETAL.test(waarde) && !GETAL.test(nieuw.get(naam) ?? '') ? [naam] : [],
  )
}

function kies(verzoek: Verzoek): { readonly bron: Wetbron; readonly wet: Wet | undefined } {
  const bron = wetbron(verzoek)
  return { bron, wet: geldendeWet(bron.corpus, verzoek.delen.regeling ?? '', bron.vandaag) }
}

/** What was chosen, and what it is called in the list: the version, or each figure that is another one. */
function wens(
  { form, bronnen, context }: Verzoek,
  { corpus }: Wetbron,
  wet: Wet,
): { readonly naam: string; readonly wens: Vergelijkwens } | undefined {
  const versie = versiesVan(corpus, wet.id).find(({ info }) => info.vanaf === form.get('versie'))
  if (form.get('wat') === 'versie')
    return (
      versie && {
        naam: context.spraak.t('wetswijziging.regeling.versie_naam', {
          datum: context.spraak.datum(versie.info.vanaf),
        }),
        wens: { soort: 'versie', datum: versie.info.vanaf },
      }
    )
  const { bestand } = wet.lezing.doc
  const bron = bronnen.geheel().bestanden.find((b) => b.bestand === bestand)
  const cijfers = proefcijfers(corpus, bestand)
  const nieuw = getypt(form, cijfers)
  const anders = cijfers.filter((c) => nieuw.get(c.naam) !== c.waarde)
  if (bron === undefined || anders.length === 0) return undefined
  return {
    naam: anders.map((c) => watAnders(context, c, nieuw.get(c.naam) ?? '')).join(', '),
    wens: { soort: 'tekst', bestand, tekst: metCijfers(bron.tekst, cijfers, nieuw) },
  }
}

/** «maximale huurgrens: 10 euro per maand (nu 932,93)». */
function watAnders({ spraak }: Context, { naam, waarde, eenheid }: Proefcijfer, nieuw: string): string {
  const zeg = (tekst: string) => (GETAL.test(tekst) ? spraak.getal(tekst) : tekst)
  return spraak.t('wetswijziging.regeling.anders', {
    naam: naam.replaceAll('_', ' '),
    nieuw: `${zeg(nieuw)} ${eenheidnaam(spraak, eenheid)}`.trim(),
    oud: zeg(waarde),
  })
}

/** A comma is a point: so people write it here. */
function getypt(form: URLSearchParams, cijfers: readonly Proefcijfer[]): ReadonlyMap<string, string> {
  return new Map(
    cijfers.map((c) => [c.naam, leesCijfer(form.get(`cijfer-${c.naam}`) ?? c.waarde, c.eenheid)]),
  )
}

/**
 * `2.400` as somebody writes an amount is two thousand four hundred and not 2 euro 40: no amount has three decimals. A
 * percentage may (`13,730`).
 */
export function leesCijfer(getypt: string, eenheid: string): string {
  const ruw = getypt.trim().slice(0, 40)
  if (/^(EUR|USD)/.test(eenheid) && /^-?[1-9]\d{0,2}([.,]\d{3})+([.,]\d{1,2})?$/.test(ruw)) {
    const [heel = ruw, deel] = ruw.split(/[.,](?=\d{1,2}$)/)
    return `${heel.replace(/[.,]/g, '')}${deel === undefined ? '' : `.${deel}`}`
  }
  return /^-?\d+,\d+$/.test(ruw) ? ruw.replace(',', '.') : ruw
}

interface Fout {
  readonly melding?: Foutmelding
  readonly velden?: readonly Veldfout[]
}

function pagina(verzoek: Verzoek, bron: Wetbron, wet: Wet, { melding, velden = [] }: Fout): Antwoord {
  const { context, form } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const titel = wet.info.teksten[taal]?.titel ?? wet.info.naam
  const cijfers = proefcijfers(bron.corpus, wet.lezing.doc.bestand)
  const nu = verzoek.isForm ? getypt(form, cijfers) : new Map<string, string>()
  const versies = versiesVan(bron.corpus, wet.id).filter((w) => w !== wet)
  const stuur = adres(taal, 'balieWetRegelingStuur', { regeling: wet.id })
  const alle = melding === undefined ? velden : [{ veld: 'wet-fouten', tekst: melding.kort }]
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), alle)}
<p class="vd-lead">${t('wetswijziging.regeling.lead', { datum: spraak.datum(wet.info.vanaf) })}</p>
${melding && html`<section class="vd-section" id="wet-fouten">${foutendeel(melding)}</section>`}
<section class="vd-section"><h2>${t('wetswijziging.regeling.cijfers')}</h2>
${
  cijfers.length === 0
    ? html`<p>${t('wetswijziging.regeling.geen_cijfers')}</p>`
    : html`<p>${t('wetswijziging.regeling.uitleg')}</p><form method="post" action="${stuur}"><input type="hidden" name="wat" value="cijfers"><div class="vd-wet__cijfers">${cijfers.map((c) => cijferveld(context, { ...c, waarde: nu.get(c.naam) ?? c.waarde }, velden))}</div>
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('wetswijziging.regeling.knop')}</button></p></form>`
}</section>
${
  versies.length > 0 &&
  html`<section class="vd-section"><h2>${t('wetswijziging.regeling.versies')}</h2><p>${t('wetswijziging.regeling.versies_uitleg')}</p>
<form class="vd-filter" method="post" action="${stuur}"><input type="hidden" name="wat" value="versie"><div class="vd-filter__field"><label for="versie">${t('wetswijziging.regeling.versie')}</label><select class="vd-select" id="versie" name="versie">${versies.map(({ info }) => html`<option${attrs({ value: info.vanaf })}>${t('wetswijziging.regeling.versie_naam', { datum: spraak.datum(info.vanaf) })}</option>`)}</select></div>
<div class="vd-filter__field"><button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('wetswijziging.regeling.knop_versie')}</button></div></form></section>`
}`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: t('wetswijziging.regeling.titel', { naam: titel }),
      ...{ inhoud, zonderGrond: true, breed: true, isFout: alle.length > 0 },
      stijl: ['wetswijziging.css'],
      terug: { adres: adres(taal, 'balieWet'), tekst: t('wetswijziging.terug') },
    }),
    ...(alle.length > 0 && { status: 400 }),
  }
}

/** The name is the one in the text of the scheme: who reads that text finds it back. */
function cijferveld({ taal, spraak }: Context, c: Proefcijfer, fouten: readonly Veldfout[]): Html {
  const id = `cijfer-${c.naam}`
  const { waarde } = c
  const eenheid = eenheidnaam(spraak, c.eenheid)
  return tekstveld({
    id,
    naam: id,
    label: html`<span lang="nl">${c.naam.replaceAll('_', ' ')}</span>`,
    hulp: html`<p class="vd-calm vd-small" id="${id}-bron" lang="nl">${c.bron}</p>`,
    // As it is written in their language: with a comma in Dutch and Papiamentu.
    waarde: taal !== 'en' && /^-?\d+\.\d+$/.test(waarde) ? waarde.replace('.', ',') : waarde,
    fout: fouten.find(({ veld }) => veld === id),
    foutWoord: spraak.t('algemeen.fout'),
    breedte: 'midden',
    na: eenheid,
    hoogstens: 40,
    beschrijvingen: [`${id}-bron`, ...(eenheid === '' ? [] : [`${id}-na`])],
  })
}
