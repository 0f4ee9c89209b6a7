/** Every scheme and life event that a colleague can read about, and search over them. */
import type { Kennisonderwerp } from '../../../corpus/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { HOOGSTENS_TEKENS, type Treffer, type Zoekuitslag } from '../../../zoeken/index.ts'
import { adres } from '../../routes.ts'
import { gebiedsnaam } from '../../ui/gebied.ts'
import { merk } from '../../ui/merk.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { baliePagina } from '../balie/kader.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { bladadres, bladtitel, bladUit, gebiedenVoor, meldingenVan } from './bron.ts'

type Uitkomst = Zoekuitslag | 'stil'

export function toon(verzoek: Verzoek): Antwoord {
  return pagina(verzoek, '', undefined)
}

/** What was typed is in the body of the request, on the page that answers, and nowhere else. */
export async function zoek(verzoek: Verzoek): Promise<Antwoord> {
  const q = (verzoek.form.get('q') ?? '').trim().slice(0, HOOGSTENS_TEKENS)
  return pagina(verzoek, q, q === '' ? undefined : await zoekVoor(verzoek, q))
}

/** For professionals, in the places where their own organisation works. */
export async function zoekVoor(
  verzoek: Verzoek,
  tekst: string,
  gebieden: readonly string[] = gebiedenVoor(verzoek),
  taal: string = verzoek.context.taal,
): Promise<Uitkomst> {
  const { bronnen } = verzoek
  try {
    return await bronnen.zoek({ tekst, taal, doelgroep: 'medewerker', gebieden })
  } catch (fout) {
    bronnen.meldFout('zoeken', fout)
    return 'stil'
  }
}

function pagina(verzoek: Verzoek, q: string, uitkomst: Uitkomst | undefined): Antwoord {
  const { context, zoek: query } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const gedaan = gedaanUit(query, ['gemeld'])
  const inhoud = html`<p class="vd-lead">${t('kennis.lead')}</p>
${taal !== 'nl' && html`<p class="vd-note">${t('kennis.alleen_nederlands')}</p>`}
<form class="vd-search" role="search" method="post" action="${adres(taal, 'balieKennisZoek')}">
<label class="utrecht-form-label" for="q">${t('kennis.zoek.label')}</label>
<p class="vd-calm vd-small" id="q-hulp">${t('kennis.zoek.hulp')}</p>
<div class="vd-search__row"><input class="utrecht-textbox utrecht-textbox--html-input" type="search"${attrs({ id: 'q', name: 'q', value: q, maxlength: HOOGSTENS_TEKENS, autocomplete: 'off', 'aria-describedby': 'q-hulp', enterkeyhint: 'search' })}>
<button class="utrecht-button utrecht-button--primary-action" type="submit">${t('kennis.zoek.knop')}</button></div></form>
${uitkomst && resultaat(verzoek, q, uitkomst)}
${meldingenVan(verzoek) && html`<p><a href="${adres(taal, 'balieKennismeldingen')}">${t('kennis.meldingen.titel')}</a></p>`}
${lijsten(verzoek)}`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: t('kennis.titel'),
      zonderGrond: true,
      inhoud,
      stijl: ['zoeken.css', 'kennis.css'],
      melding: gedaan && t('kennis.klopt.gedaan'),
      terug: { adres: adres(taal, 'balie'), tekst: t('balie.zoeken.terug') },
    }),
  }
}

function resultaat(verzoek: Verzoek, q: string, uitkomst: Uitkomst): Html {
  const { t } = verzoek.context.spraak
  if (uitkomst === 'stil') return html`<p class="vd-notice" role="status">${t('kennis.zoek.stil')}</p>`
  const gevonden = bladenUit(verzoek, uitkomst.treffers)
  if (gevonden.length === 0)
    return html`<section class="vd-section" role="status"><h2>${t('kennis.zoek.niets', { q })}</h2><p>${t('kennis.zoek.niets_dan')}</p></section>`
  const bedoeld = uitkomst.verbeterd.map(({ bedoeld: woord }) => woord).join(', ')
  return html`<section class="vd-section" aria-labelledby="gevonden"><h2 id="gevonden">${t('kennis.zoek.aantal', { n: gevonden.length })}</h2>
${bedoeld !== '' && html`<p>${t('kennis.zoek.bedoeld', { woord: bedoeld })}</p>`}
<ol class="vd-found">${gevonden.map((een) => rij(verzoek, een))}</ol></section>`
}

interface Gevonden {
  readonly treffer: Treffer
  readonly doel: string
}

/** Each sheet once; a step leads to the sheet of its event, an organisation to what is known of it. */
function bladenUit({ context }: Verzoek, treffers: readonly Treffer[]): readonly Gevonden[] {
  const perDoel = new Map<string, Gevonden>()
  for (const treffer of treffers) {
    const doel = doelVan(context.taal, treffer)
    if (doel !== undefined && !perDoel.has(doel)) perDoel.set(doel, { treffer, doel })
  }
  return [...perDoel.values()]
}

function doelVan(taal: Verzoek['context']['taal'], { soort, id, ouder }: Treffer): string | undefined {
  if (soort === 'regeling' || soort === 'gebeurtenis') return bladadres({ taal }, { soort, id })
  if (soort === 'stap' && ouder !== undefined) return bladadres({ taal }, { soort: 'gebeurtenis', id: ouder })
  return soort === 'organisatie' ? adres(taal, 'organisatie', { organisatie: id }) : undefined
}

function rij(verzoek: Verzoek, { treffer, doel }: Gevonden): Html {
  const { context, beeld } = verzoek
  const { t } = context.spraak
  const { soort, ouder, titel, kort, gebied, door } = treffer
  const isStap = soort === 'stap'
  const blad = isStap ? bladUit(verzoek, `gebeurtenis-${ouder ?? ''}`) : undefined
  const kop = blad === undefined ? { tekst: titel, lang: undefined } : bladtitel(context, blad)
  const plaats = gebied === undefined ? undefined : gebiedsnaam(context.spraak, beeld.corpus.gebieden, gebied)
  return html`<li class="vd-found__item"><p class="vd-found__kind">${t(`kennis.soort.${isStap ? 'gebeurtenis' : soort}`)}</p>
<h3 class="vd-found__title"><a href="${doel}"${attrs({ lang: kop.lang })}>${kop.tekst}</a> ${plaats && merk(plaats, 'rustig')}</h3>
<p>${isStap ? titel : kort}</p>
${door.length > 0 && html`<p class="vd-calm vd-small">${t('kennis.zoek.door', { woorden: door.map((woord) => `“${woord}”`).join(', ') })}</p>`}</li>`
}

function lijsten(verzoek: Verzoek): Html {
  const { context, bronnen, beeld } = verzoek
  const { t } = context.spraak
  const corpus = bronnen.geheel()
  const regelingen = new Map(corpus.engine.alleRegelingen().map((info) => [info.id, info]))
  const landelijk = [...regelingen.values()].filter(({ gebied }) => gebied === 'nederland')
  const elders = [...regelingen.values()].filter(({ gebied }) => gebied !== 'nederland')
  const naam = (over: Kennisonderwerp) => link(verzoek, over)
  const opNaam = <T extends { readonly naam: string }>(rij: readonly T[]) =>
    [...rij].sort((a, b) => a.naam.localeCompare(b.naam, 'nl'))
  return html`<section class="vd-section"><h2>${t('kennis.lijst.gebeurtenissen')}</h2><ul class="vd-index vd-kennis__lijst">${[...corpus.gebeurtenissen.keys()].map((id) => html`<li>${naam({ soort: 'gebeurtenis', id })}</li>`)}</ul></section>
<section class="vd-section"><h2>${t('kennis.lijst.regelingen')}</h2><ul class="vd-index vd-kennis__lijst">${opNaam(landelijk).map(({ id }) => html`<li>${naam({ soort: 'regeling', id })}</li>`)}</ul>
<details class="vd-details"><summary>${t('kennis.lijst.plaatselijk', { n: elders.length })}</summary><ul class="vd-index vd-kennis__lijst">${opNaam(elders).map(({ id, gebied }) => html`<li>${naam({ soort: 'regeling', id })} ${merk(gebiedsnaam(context.spraak, beeld.corpus.gebieden, gebied), 'rustig')}</li>`)}</ul></details></section>`
}

function link(verzoek: Verzoek, over: Kennisonderwerp): Html {
  const { context } = verzoek
  const blad = bladUit(verzoek, `${over.soort}-${over.id}`)
  const { tekst, lang } = blad === undefined ? { tekst: over.id, lang: undefined } : bladtitel(context, blad)
  return html`<a href="${bladadres(context, over)}"${attrs({ lang })}>${tekst}</a>${blad?.blad && html` <span class="vd-calm vd-small">(${context.spraak.t('kennis.lijst.met_blad')})</span>`}`
}
