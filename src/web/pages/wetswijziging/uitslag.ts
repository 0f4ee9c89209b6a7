/** What came out of one comparison, or how far it is; and the same as files. */
import { type Html, html } from '../../../platform/index.ts'
import {
  drukCsv,
  gelijk,
  HUISHOUDENS,
  RANDGRENZEN,
  tiendegrenzen,
  type Vergelijking,
  type Vergelijkuitslag,
  vergelijkCsv,
} from '../../../proactief/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { datatabel } from '../../ui/figuur/figuur.ts'
import { euro, grootGeld } from '../../ui/grootgeld.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { baliePagina } from '../balie/kader.ts'
import { mensenvak } from '../bevolking/mensen.ts'
import { kiesbareWetten, procent, type Wetbron, wetbron } from './bron.ts'
import { drukfiguur, type Groepsregel, groepsfiguur, groepstabel, klassenfiguur, som } from './figuren.ts'

/** Named limit: seconds after which a page without script looks again. */
const KIJK_OPNIEUW = 4
/** Named limit: so long a page with a script looks by itself. */
const KIJK_HOOGSTENS_MS = 3_600_000
/** Named limit: so many municipalities with the largest share that gains or loses; all of them are in the file. */
const HOOGSTENS_GEMEENTEN = 15

const doenLijst = ['stop', 'hervat', 'wis'] as const

export async function doe(verzoek: Verzoek): Promise<Antwoord> {
  const { loper, organisatie } = wetbron(verzoek)
  const { context, delen, form } = verzoek
  const id = delen.vergelijking ?? ''
  const wat = doenLijst.find((een) => een === form.get('doe'))
  if (!isId(id) || wat === undefined) return { soort: 'niet-gevonden' }
  await loper[wat](organisatie, id)
  return {
    soort: 'ga-naar',
    adres:
      wat === 'wis'
        ? adres(context.taal, 'balieWet', { gedaan: 'gewist' })
        : adres(context.taal, 'balieWetUitslag', { vergelijking: id }),
  }
}

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const bron = wetbron(verzoek)
  const v = await vind(verzoek, bron)
  if (v === undefined) return { soort: 'niet-gevonden' }
  const { context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const uitslag = v.stand === 'klaar' ? await bron.loper.uitslag(bron.organisatie, v.id) : undefined
  const isBezig = v.stand === 'wacht' || v.stand === 'loopt'
  const wet = kiesbareWetten(bron.corpus, bron.vandaag).find(({ id }) => id === v.regeling)
  const naam = wet?.info.teksten[taal]?.titel ?? wet?.info.naam ?? v.regeling
  const inhoud = html`<div class="vd-wet" data-verrijk="zaken" data-klaar="${isBezig ? 'nee' : 'ja'}" data-samen="${KIJK_HOOGSTENS_MS}"><p class="vd-lead"><span lang="nl">${v.naam}</span></p>
<p class="vd-calm">${t('wetswijziging.uitslag.peildatum', { datum: spraak.datum(v.peildatum) })}</p>
<div class="vd-wet" data-deel="uitslag">${uitslag === undefined ? voortgang(context, v) : uitslagdeel(context, bron, v, uitslag)}</div>
<section class="vd-section vd-no-print" data-deel="doe"><form method="post" action="${adres(taal, 'balieWetDoe', { vergelijking: v.id })}"><p class="vd-actions">${isBezig && !v.isStopGevraagd && knop(context, 'stop')}${(v.stand === 'gestopt' || v.stand === 'mislukt') && knop(context, 'hervat')}${!isBezig && knop(context, 'wis')}</p></form></section></div>`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: t('wetswijziging.regeling.titel', { naam }),
      ...{ inhoud, zonderGrond: true, breed: true },
      stijl: ['figuur.css', 'zaken.css', 'wetswijziging.css'],
      ...(isBezig && { ververs: KIJK_OPNIEUW, script: ['zaken.js'] }),
      terug: { adres: adres(taal, 'balieWet'), tekst: t('wetswijziging.terug') },
    }),
  }
}

export function groepen(verzoek: Verzoek): Promise<Antwoord> {
  return bestand(verzoek, 'groepen', (u, { corpus }) =>
    vergelijkCsv(u, (code) => corpus.gebieden.get(code)?.naam ?? code),
  )
}

export function inkomens(verzoek: Verzoek): Promise<Antwoord> {
  return bestand(verzoek, 'inkomens', drukCsv)
}

async function bestand(
  verzoek: Verzoek,
  wat: string,
  maak: (u: Vergelijkuitslag, bron: Wetbron) => string,
): Promise<Antwoord> {
  const bron = wetbron(verzoek)
  const v = await vind(verzoek, bron)
  const uitslag = v && (await bron.loper.uitslag(bron.organisatie, v.id))
  if (uitslag === undefined) return { soort: 'niet-gevonden' }
  return {
    soort: 'bestand',
    type: 'text/csv; charset=utf-8',
    naam: `${v?.regeling}-${wat}.csv`,
    inhoud: maak(uitslag, bron),
  }
}

async function vind({ delen }: Verzoek, { loper, organisatie }: Wetbron): Promise<Vergelijking | undefined> {
  const id = delen.vergelijking ?? ''
  return isId(id) ? loper.vind(organisatie, id) : undefined
}

function isId(id: string): boolean {
  return /^[0-9a-f-]{36}$/.test(id)
}

function knop({ spraak }: Context, wat: (typeof doenLijst)[number]): Html {
  return html`<button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="${wat}">${spraak.t(`wetswijziging.doe.${wat}`)}</button> `
}

function voortgang({ spraak }: Context, v: Vergelijking): Html {
  const { t, getal } = spraak
  const deel = v.stukken === 0 ? 0 : Math.floor((100 * v.gedaan) / v.stukken)
  const nog = v.nogMs === undefined ? undefined : Math.max(1, Math.ceil(v.nogMs / 1000))
  return html`<div class="vd-voortgang"><p role="status">${t(`wetswijziging.voortgang.${v.isStopGevraagd ? 'stopt' : v.stand}`)}</p>
<progress max="100" value="${deel}" aria-label="${t('wetswijziging.voortgang.naam')}"></progress>
<p>${t('wetswijziging.voortgang.deel', { n: getal(deel) })} ${v.stand === 'loopt' && nog !== undefined && t('wetswijziging.voortgang.nog', { n: nog })}</p></div>`
}

function uitslagdeel(context: Context, bron: Wetbron, v: Vergelijking, u: Vergelijkuitslag): Html {
  const { spraak, taal } = context
  const { t, getal } = spraak
  const g = u.totaal
  const naam = (code: string) => bron.corpus.gebieden.get(code)?.naam ?? code
  const link = (wat: 'balieWetGroepen' | 'balieWetInkomens') => adres(taal, wat, { vergelijking: v.id })
  const regels = <
    T extends (typeof u.perSoort)[number] | (typeof u.perTiende)[number] | (typeof u.perProvincie)[number],
  >(
    rij: readonly T[],
    noem: (een: T) => string,
    isAangenomen: boolean,
  ): readonly Groepsregel[] => rij.map((een) => ({ naam: noem(een), groep: een, isAangenomen }))
  const isHeel = u.huishoudens >= HUISHOUDENS
  return html`<p class="vd-notice">${t('wetswijziging.uitslag.verzonnen', { n: getal(u.mensen), huishoudens: getal(u.huishoudens) })} ${!isHeel && t('wetswijziging.uitslag.deel', { heel: getal(HUISHOUDENS) })} <a href="#mensen">${t('wetswijziging.uitslag.wat_aangenomen')}</a></p>
<dl class="vd-wet__kern">${[
    [
      t('wetswijziging.vooruit'),
      t('wetswijziging.uitslag.huishoudens', {
        n: getal(g.vooruit),
        procent: procent(spraak, g.vooruit, g.huishoudens),
        bedrag: grootGeld(spraak, g.winst),
      }),
    ],
    [
      t('wetswijziging.achteruit'),
      t('wetswijziging.uitslag.huishoudens', {
        n: getal(g.achteruit),
        procent: procent(spraak, g.achteruit, g.huishoudens),
        bedrag: grootGeld(spraak, g.verlies),
      }),
    ],
    [
      t('wetswijziging.uitslag.kosten'),
      t('wetswijziging.uitslag.kosten_regel', {
        nu: grootGeld(spraak, g.nu),
        straks: grootGeld(spraak, g.straks),
        verschil: grootGeld(spraak, g.straks - g.nu),
      }),
    ],
    [
      t('wetswijziging.uitslag.recht'),
      t('wetswijziging.uitslag.recht_regel', { erbij: getal(g.rechtErbij), eraf: getal(g.rechtEraf) }),
    ],
    [t('wetswijziging.gelijk'), getal(gelijk(g))],
    ...(g.onbekend > 0
      ? [[t('wetswijziging.onbekend'), t('wetswijziging.uitslag.onbekend_regel', { n: getal(g.onbekend) })]]
      : []),
  ].map(([wat, zin]) => html`<div><dt>${wat}</dt><dd>${zin}</dd></div>`)}</dl>
<p class="vd-no-print"><a href="${link('balieWetGroepen')}">${t('wetswijziging.uitslag.csv_groepen')}</a><br><a href="${link('balieWetInkomens')}">${t('wetswijziging.uitslag.csv_inkomens')}</a></p>
${
  u.perRegeling.length > 1 &&
  html`<section class="vd-section"><h2>${t('wetswijziging.uitslag.per_regeling')}</h2>${groepstabel(
    context,
    t('wetswijziging.uitslag.per_regeling'),
    u.perRegeling.map((r) => ({ naam: r.naam, groep: r, isAangenomen: false })),
  )}</section>`
}
<section class="vd-section"><h2>${t('wetswijziging.klassen.titel')}</h2>${klassenfiguur(context, u.klassen)}</section>
<section class="vd-section"><h2>${t('wetswijziging.soort.titel')}</h2>${groepsfiguur(
    context,
    'soorten',
    t('wetswijziging.soort.titel'),
    regels(u.perSoort, (r) => t(`wetswijziging.soort.${r.soort}`), false),
  )}</section>
<section class="vd-section"><h2>${t('wetswijziging.tiende.titel')}</h2><p>${t('wetswijziging.tiende.uitleg')}</p>${groepsfiguur(
    context,
    'tienden',
    t('wetswijziging.tiende.titel'),
    regels(u.perTiende, (r) => tiendenaam(context, u, r.tiende), true),
  )}</section>
<section class="vd-section"><h2>${t('wetswijziging.provincie.titel')}</h2>${groepsfiguur(
    context,
    'provincies',
    t('wetswijziging.provincie.titel'),
    regels(u.perProvincie, (r) => naam(r.provincie), false),
  )}</section>
${gemeentedeel(context, u, naam)}
${drukdeel(context, u)}
${mensenvak(context)}`
}

function tiendenaam({ spraak }: Context, u: Vergelijkuitslag, tiende: number): string {
  const { van, tot } = tiendegrenzen(u, tiende)
  const geld = (euros: number) => spraak.geld(euros * 100, 'EUR')
  return tot === undefined
    ? spraak.t('wetswijziging.vanaf', { van: geld(van) })
    : spraak.t('wetswijziging.tot', { van: geld(van), tot: geld(tot) })
}

function gemeentedeel(context: Context, u: Vergelijkuitslag, naam: (code: string) => string): Html {
  const { t } = context.spraak
  const deel = (g: (typeof u.perGemeente)[number]) => (g.vooruit + g.achteruit) / Math.max(1, g.huishoudens)
  const meest = u.perGemeente
    .filter((g) => g.huishoudens > 0)
    .toSorted((a, b) => deel(b) - deel(a))
    .slice(0, HOOGSTENS_GEMEENTEN)
  const titel = t('wetswijziging.gemeente.titel', { n: meest.length })
  return html`<section class="vd-section"><h2>${titel}</h2><p>${t('wetswijziging.gemeente.uitleg')}</p>
<div class="vd-wet__tabel" role="region" aria-label="${titel}" tabindex="0">${groepstabel(
    context,
    titel,
    meest.map((g) => ({ naam: naam(g.gemeente), groep: g, isAangenomen: g.zekerheid === 'aangenomen' })),
  )}</div></section>`
}

function drukdeel(context: Context, u: Vergelijkuitslag): Html {
  const { spraak } = context
  const { t, getal, geld } = spraak
  const rijen = RANDGRENZEN.map((van, i) => {
    const tot = RANDGRENZEN[i + 1]
    const bedragen = { van: geld(van * 100, 'EUR'), tot: geld((tot ?? 0) * 100, 'EUR') }
    return [
      t(tot === undefined ? 'wetswijziging.rand.meer' : 'wetswijziging.rand.tot', bedragen),
      getal(u.randen.nu[i] ?? 0),
      getal(u.randen.straks[i] ?? 0),
    ]
  })
  return html`<section class="vd-section"><h2>${t('wetswijziging.druk.titel')}</h2><p>${t('wetswijziging.druk.inleiding')}</p>${drukfiguur(context, u.banden)}</section>
<section class="vd-section"><h2>${t('wetswijziging.rand.titel')}</h2><p>${t('wetswijziging.rand.uitleg')}</p>
<p>${t('wetswijziging.rand.samen', { nu: getal(som(u.randen.nu)), straks: getal(som(u.randen.straks)) })} ${t('wetswijziging.rand.duizend', { nu: getal(u.duizend.nu), straks: getal(u.duizend.straks), bedrag: euro(spraak, 100_000) })}</p>
${datatabel({ naam: t('wetswijziging.rand.titel'), koppen: [t('wetswijziging.rand.kolom'), t('wetswijziging.nu'), t('wetswijziging.straks')], rijen })}</section>`
}
