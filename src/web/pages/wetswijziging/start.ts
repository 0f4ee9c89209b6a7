/** Where somebody begins who wants to know what a changed law would do: choose a scheme, or bring a text of their own. */
import { proefbestand } from '../../../corpus/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Vergelijking } from '../../../proactief/index.ts'
import { adres } from '../../routes.ts'
import { foutregel, foutSamenvatting, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { baliePagina } from '../balie/kader.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { kiesbareWetten, type Wetbron, wetbron } from './bron.ts'
import { type Foutmelding, foutendeel, meldingVan } from './fouten.ts'

/** Named limits of a text: what the corpus reads, and what a form takes. */
const HOOGSTENS_BESTAND = 500_000

export function toon(verzoek: Verzoek): Promise<Antwoord> {
  return pagina(verzoek, wetbron(verzoek), {})
}

/** A file, or the text of one that was mended on the page. */
export async function stuur(verzoek: Verzoek): Promise<Antwoord> {
  const bron = wetbron(verzoek)
  const { t } = verzoek.context.spraak
  const { naam, tekst } = lees(verzoek)
  if (tekst.trim() === '' || tekst.length > HOOGSTENS_BESTAND) {
    const fout = {
      veld: 'bestand',
      tekst: t(tekst.trim() === '' ? 'wetswijziging.fout.geen' : 'wetswijziging.fout.groot'),
    }
    return pagina(verzoek, bron, { fouten: [fout] })
  }
  const bestand = proefbestand(naam, tekst)
  const delen = bestand.bestand.split('/')
  const uit = await bron.loper.vraag({
    organisatie: bron.organisatie,
    regeling: delen.at(-2) ?? naam,
    naam: naam.slice(0, 200),
    wens: { soort: 'tekst', bestand: bestand.bestand, tekst },
    peildatum: bron.vandaag,
  })
  if (uit.status === 'ok')
    return {
      soort: 'ga-naar',
      adres: adres(verzoek.context.taal, 'balieWetUitslag', { vergelijking: uit.id }),
    }
  const melding = meldingVan(verzoek.context, uit, { bestand: bestand.bestand, naam })
  return pagina(verzoek, bron, { melding, naam, tekst })
}

function lees({ bestandsformulier, form }: Verzoek): { readonly naam: string; readonly tekst: string } {
  const bestand = bestandsformulier?.formulier.bestanden.find(({ veld }) => veld === 'bestand')
  if (bestand !== undefined && bestand.inhoud.length > 0)
    return { naam: veilig(bestand.naam), tekst: bestand.inhoud.toString('utf8').replaceAll('\r\n', '\n') }
  const velden = bestandsformulier?.formulier.velden ?? form
  return {
    naam: veilig(velden.get('naam') ?? ''),
    tekst: (velden.get('tekst') ?? '').replaceAll('\r\n', '\n'),
  }
}

/** A name is only shown and put at a place in memory; it stays plain all the same. */
function veilig(naam: string): string {
  const kaal = naam
    .replace(/^.*[\\/]/, '')
    .replace(/[^\w.-]+/g, '-')
    .slice(0, 80)
  return /\.ya?ml$/.test(kaal) ? kaal.replace(/\.yml$/, '.yaml') : `${kaal === '' ? 'wijziging' : kaal}.yaml`
}

interface Gevuld {
  readonly fouten?: readonly Veldfout[]
  readonly melding?: Foutmelding
  readonly naam?: string
  readonly tekst?: string
}

async function pagina(verzoek: Verzoek, bron: Wetbron, gevuld: Gevuld): Promise<Antwoord> {
  const { context, zoek } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const { fouten = [], melding } = gevuld
  const lijst = await bron.loper.lijst(bron.organisatie)
  const alle = [...fouten, ...(melding === undefined ? [] : [{ veld: 'wet-fouten', tekst: melding.kort }])]
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), alle)}
<p class="vd-lead">${t('wetswijziging.lead')}</p>
<p class="vd-note">${t('wetswijziging.verzonnen')}</p>
${melding && herstelvorm(verzoek, melding, gevuld)}
<section class="vd-section"><h2>${t('wetswijziging.kies.titel')}</h2><p>${t('wetswijziging.kies.uitleg')}</p>
<ul class="vd-list vd-wet__keuze">${kiesbareWetten(bron.corpus, bron.vandaag).map((w) => html`<li><a href="${adres(taal, 'balieWetRegeling', { regeling: w.id })}">${w.info.teksten[taal]?.titel ?? w.info.naam}</a></li>`)}</ul></section>
<section class="vd-section"><h2>${t('wetswijziging.bestand.titel')}</h2><p id="bestand-hulp">${t('wetswijziging.bestand.uitleg')}</p>
<form method="post" enctype="multipart/form-data" action="${adres(taal, 'balieWetBestand')}"><div class="utrecht-form-field vd-field${fouten.length > 0 ? ' utrecht-form-field--invalid' : ''}"><label class="utrecht-form-label" for="bestand">${t('wetswijziging.bestand.veld')}</label>
${foutregel({ fout: fouten[0], foutWoord: t('algemeen.fout'), id: 'bestand' })}
<input class="vd-bestandsveld" type="file" id="bestand" name="bestand" accept=".yaml,.yml" aria-describedby="bestand-hulp"></div>
<p class="vd-actions"><button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('wetswijziging.bestand.knop')}</button></p></form></section>
<section class="vd-section"><h2>${t('wetswijziging.lijst.titel')}</h2>${lijst.length === 0 ? html`<p>${t('wetswijziging.lijst.geen')}</p>` : html`<ul class="vd-rows">${lijst.map((v) => rij(verzoek, bron, v))}</ul>`}</section>`
  const gedaan = gedaanUit(zoek, ['gewist'])
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: t('wetswijziging.titel'),
      ...{ inhoud, zonderGrond: true, isFout: alle.length > 0, stijl: ['zaak.css', 'wetswijziging.css'] },
      terug: { adres: adres(taal, 'balie'), tekst: t('gebruik.terug') },
      melding: gedaan && t('wetswijziging.lijst.gewist'),
    }),
    ...(alle.length > 0 && { status: 400 }),
  }
}

function rij({ context }: Verzoek, { corpus, vandaag }: Wetbron, v: Vergelijking): Html {
  const { taal, spraak } = context
  const wet = kiesbareWetten(corpus, vandaag).find(({ id }) => id === v.regeling)
  const naam = wet?.info.teksten[taal]?.titel ?? wet?.info.naam ?? v.regeling
  return html`<li class="vd-row"><span><a href="${adres(taal, 'balieWetUitslag', { vergelijking: v.id })}">${naam}: ${v.naam}</a><br><span class="vd-calm vd-small">${spraak.datum(v.gevraagd.toISOString().slice(0, 10))} · ${spraak.t(`wetswijziging.stand.${v.stand}`)}</span></span></li>`
}

/** The text with its lines, so that a fault is found where the message says it is. */
function herstelvorm({ context }: Verzoek, melding: Foutmelding, { naam, tekst = '' }: Gevuld): Html {
  const { taal, spraak } = context
  return html`<section class="vd-section" id="wet-fouten">${foutendeel(melding)}
${
  tekst !== '' &&
  html`<form method="post" action="${adres(taal, 'balieWetBestand')}"><input type="hidden" name="naam" value="${naam}"><div class="utrecht-form-field vd-field"><label class="utrecht-form-label" for="tekst">${spraak.t('wetswijziging.fout.tekst')}</label>
<textarea class="utrecht-textarea vd-wet__tekst" id="tekst" name="tekst" rows="24" spellcheck="false" lang="nl" wrap="off">
${tekst}</textarea></div><p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${spraak.t('wetswijziging.fout.opnieuw')}</button></p></form>`
}</section>`
}
