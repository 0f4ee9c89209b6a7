/** One scheme: where its right is left, why, and how many, in a map, a plot and a table. */
import { attrs, type Html, html } from '../../../platform/index.ts'
import { type Gebruik, OORZAKEN, type Regelinggebruik } from '../../../proactief/index.ts'
import { adres } from '../../routes.ts'
import { datatabel } from '../../ui/figuur/figuur.ts'
import { wachtbalken } from '../../ui/figuur/wachtbalken.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { baliePagina } from '../balie/kader.ts'
import { beeldmerk, beeldvoet } from '../bevolking/mensen.ts'
import {
  bedrag,
  deel,
  eisGebruik,
  herkomst,
  ongeveer,
  plaatsnaam,
  regelingnaamVan,
  TE_WEINIG,
  wieEnWat,
} from './bron.ts'
import { tegelkaart, vijfdelen } from './kaart.ts'

/** Households of each municipality. */
type Inwonend = ReadonlyMap<string, number>

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { gebruik } = eisGebruik(verzoek)
  const laatste = await gebruik.loper.laatste()
  const gevonden = laatste?.beeld.regelingen.find(({ regeling }) => regeling === verzoek.delen.regeling)
  if (laatste === undefined || gevonden?.niet === undefined) return { soort: 'niet-gevonden' }
  const r = { ...gevonden, naam: regelingnaamVan(verzoek, gevonden) }
  const { context } = verzoek
  const { taal, spraak } = context
  const { t, getal } = spraak
  const { niet, cijfer } = gevonden
  const isBedrag = r.soort === 'bedrag'
  const inhoud = html`<p class="vd-lead">${t(
    isBedrag ? 'gebruik.regeling.lead' : 'gebruik.regeling.lead_zonder',
    {
      recht: getal(ongeveer(r.recht)),
      niet: getal(ongeveer(niet.huishoudens)),
      bedrag: bedrag(context, niet.centen),
    },
  )}</p>
<p class="vd-notice vd-verzonnen">${t('gebruik.verzonnen')}</p>
${cijfer && html`<p>${t('gebruik.regeling.cijfer', { deel: cijfer.van === cijfer.tot ? deel(context, cijfer.deel) : `${deel(context, cijfer.van, 0)} – ${deel(context, cijfer.tot, 0)}`, jaar: cijfer.jaar })} <span lang="nl">${cijfer.bron}.</span> ${t('gebruik.regeling.tweede_hand')}</p>`}
${r.onbekend > 0 && html`<p>${t('gebruik.regeling.onbekend', { n: getal(ongeveer(r.onbekend)) })}</p>`}
${herkomst(context, laatste)}
${kaartdeel(verzoek, r, laatste.beeld.gemeenten)}${oorzaakdeel(verzoek, r)}${tabeldeel(verzoek, r, laatste.beeld.gemeenten)}
${wieEnWat(context, r.regeling)}`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: t('gebruik.regeling.titel', { regeling: r.naam }),
      ...{ inhoud, zonderGrond: true, breed: true },
      stijl: ['figuur.css', 'ervaring.css', 'bronnen.css', 'gebruik.css'],
      terug: { adres: adres(taal, 'balieGebruik'), tekst: t('gebruik.titel') },
    }),
  }
}

/** Of each thousand households that live there, those who leave this right; nothing where they are too few. */
function perDuizend({ niet }: Gebruik, huishoudens: number): number | undefined {
  return niet === undefined || niet.huishoudens < TE_WEINIG
    ? undefined
    : (1000 * niet.huishoudens) / huishoudens
}

function kaartdeel(verzoek: Verzoek, r: Regelinggebruik, inwonend: Inwonend): Html {
  const { context } = verzoek
  const { t, getal } = context.spraak
  const tegels = [...r.gemeenten].map(([gemeente, g]) => ({
    ...{ gemeente, naam: plaatsnaam(verzoek, gemeente) },
    waarde: perDuizend(g, inwonend.get(gemeente) ?? 0),
  }))
  const waarden = tegels.flatMap(({ waarde }) => waarde ?? [])
  const grenzen = vijfdelen(waarden)
  const rond = (n: number) => getal(n < 10 ? n.toFixed(1) : Math.round(n))
  const legenda = [...grenzen, undefined].map((tot, i) => {
    const van = grenzen[i - 1]
    if (van === undefined) return t('gebruik.kaart.tot', { tot: rond(tot ?? 0) })
    return tot === undefined
      ? t('gebruik.kaart.vanaf', { van: rond(van) })
      : t('gebruik.kaart.tussen', { van: rond(van), tot: rond(tot) })
  })
  const opRij = tegels
    .filter(({ waarde }) => waarde !== undefined)
    .toSorted((a, b) => (b.waarde ?? 0) - (a.waarde ?? 0))
  const noem = (rij: typeof opRij) =>
    rij.map(({ naam, waarde = 0 }) => `${naam} (${rond(waarde)})`).join(', ')
  return html`<section class="vd-section vd-waar"><h2>${t('gebruik.kaart.titel')}</h2><p>${t('gebruik.kaart.uitleg')}</p>
<div class="vd-kaart">${tegelkaart({
    id: 'kaart',
    titel: t('gebruik.kaart.beeld', { regeling: r.naam }),
    beschrijving: t('gebruik.kaart.beschrijving', {
      meest: noem(opRij.slice(0, 3)),
      minst: noem(opRij.slice(-3)),
    }),
    ...{ tegels, grenzen, legenda },
    zeg: (w) => t('gebruik.kaart.tegel', { n: rond(w) }),
    teWeinig: t('gebruik.kaart.te_weinig', { n: TE_WEINIG }),
    merk: (maat) => beeldmerk(context, maat),
    voet: beeldvoet(context),
  })}</div></section>`
}

function oorzaakdeel({ context }: Verzoek, { niet, naam }: Regelinggebruik): Html {
  const { t, getal } = context.spraak
  const rijen = OORZAKEN.map((oorzaak, i) => ({
    naam: t(`gebruik.oorzaak.${oorzaak}`),
    n: niet?.oorzaken[i] ?? 0,
  })).filter(({ n }) => n > 0)
  const heel = Math.max(1, niet?.huishoudens ?? 1)
  const regel = (n: number) =>
    t('gebruik.oorzaken.regel', { n: getal(ongeveer(n)), deel: deel(context, n / heel, 0) })
  return html`<section class="vd-section vd-oorzaken"><h2 id="oorzaken">${t('gebruik.oorzaken.titel')}</h2><p>${t('gebruik.oorzaken.uitleg')}</p>
${wachtbalken({
  id: 'waarom',
  titel: t('gebruik.oorzaken.beeld', { regeling: naam }),
  beschrijving: rijen.map((rij) => `${rij.naam}: ${regel(rij.n)}.`).join(' '),
  balken: rijen.map((rij) => ({ naam: rij.naam, regel: regel(rij.n), waarde: rij.n, isVol: false })),
  onderschrift: html`<ul class="vd-legenda"><li><span class="vd-legenda__vak vd-legenda__vak--misschien"></span>${t('gebruik.aangenomen.op_beeld')}</li></ul><p>${beeldmerk(context, { naam: 'breed' })}</p>${beeldvoet(context)}`,
})}
${datatabel({
  naam: t('gebruik.oorzaken.titel'),
  koppen: [t('gebruik.kop.oorzaak'), t('gebruik.kop.niet'), t('gebruik.kop.deel')],
  rijen: rijen.map((rij) => [rij.naam, getal(ongeveer(rij.n)), deel(context, rij.n / heel, 0)]),
})}</section>`
}

/** By name, or by what is left most; of one province or of all. */
function tabeldeel(verzoek: Verzoek, r: Regelinggebruik, inwonend: Inwonend): Html {
  const { context, zoek, bronnen } = verzoek
  const { taal, spraak } = context
  const { t, getal } = spraak
  const { gebieden } = bronnen.corpus()
  const provincies = [...gebieden.values()].filter(({ soort }) => soort === 'provincie')
  const provincie = provincies.find(({ code }) => code === zoek.get('provincie'))?.code
  const isOpAantal = zoek.get('op') !== 'naam'
  const rijen = [...r.gemeenten]
    .filter(([code]) => provincie === undefined || gebieden.get(code)?.in.includes(provincie))
    .map(([code, g]) => ({ code, naam: plaatsnaam(verzoek, code), g }))
    .toSorted((a, b) =>
      isOpAantal
        ? (b.g.niet?.huishoudens ?? 0) - (a.g.niet?.huishoudens ?? 0) || a.naam.localeCompare(b.naam, 'nl')
        : a.naam.localeCompare(b.naam, 'nl', { ignorePunctuation: true }),
    )
  const keuze = (waarde: string, tekst: string, gekozen: boolean) =>
    html`<option${attrs({ value: waarde, selected: gekozen })}>${tekst}</option>`
  return html`<section class="vd-section vd-ervaring vd-gemeenten"><h2 id="gemeenten">${t('gebruik.gemeenten.titel')}</h2>
<form class="vd-filter vd-no-print" method="get" action="${adres(taal, 'balieGebruikRegeling', { regeling: r.regeling })}#gemeenten"><div class="vd-filter__field"><label for="provincie">${t('gebruik.gemeenten.provincie')}</label><select class="vd-select" id="provincie" name="provincie">${keuze('', t('gebruik.gemeenten.alle'), provincie === undefined)}${provincies.map(({ code, naam }) => keuze(code, naam, code === provincie))}</select></div>
<div class="vd-filter__field"><label for="op">${t('gebruik.gemeenten.op')}</label><select class="vd-select" id="op" name="op">${keuze('aantal', t('gebruik.gemeenten.op_aantal'), isOpAantal)}${keuze('naam', t('gebruik.gemeenten.op_naam'), !isOpAantal)}</select></div>
<div class="vd-filter__field"><button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('gebruik.gemeenten.toon')}</button></div></form>
<div class="vd-scroll vd-scroll--hoog" role="region" tabindex="0" aria-labelledby="gemeenten">${datatabel({
    naam: t('gebruik.gemeenten.titel'),
    koppen: ['gemeente', 'recht', 'niet', 'per_duizend', 'bedrag'].map((kop) => t(`gebruik.kop.${kop}`)),
    rijen: rijen.map(({ code, naam, g }) => {
      const duizend = perDuizend(g, inwonend.get(code) ?? 0)
      return [
        ...[naam, getal(ongeveer(g.recht)), getal(ongeveer(g.niet?.huishoudens ?? 0))],
        duizend === undefined
          ? t('gebruik.kaart.te_weinig_kort')
          : getal(duizend < 10 ? duizend.toFixed(1) : Math.round(duizend)),
        r.soort === 'bedrag' ? bedrag(context, g.niet?.centen ?? 0) : t('gebruik.geen_bedrag'),
      ]
    }),
  })}</div></section>`
}
