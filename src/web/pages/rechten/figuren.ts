/** The two pictures about rights, for one scheme or for all of them together. */
import type { Antwoord, Uitkomst } from '../../../engine/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import {
  type Inkomensbeeld,
  inkomensbeeld,
  type Maandbeeld,
  type Maandstaaf,
  maandreeks,
  waardeOp,
  zegbareGrenzen,
} from '../../../rechten/index.ts'
import { adres } from '../../routes.ts'
import { datatabel } from '../../ui/figuur/figuur.ts'
import { inkomenskromme } from '../../ui/figuur/inkomenskromme.ts'
import { maandstaven } from '../../ui/figuur/maandstaven.ts'
import type { Spraak } from '../../ui/spraak.ts'
import type { Beeld } from './beeld.ts'
import { oorzaaktekst } from './oorzaak.ts'
import { hoofdletter } from './vraagtekst.ts'
import { regelingtekst, samen } from './zinnen.ts'

export interface FiguurVraag {
  readonly spraak: Spraak
  readonly beeld: Beeld
  /** With explanation, of the same household and day. */
  readonly antwoord: Antwoord
  /** Only this scheme. */
  readonly regeling?: string
}

/** More changes than this do not fit on the picture; all of them stand in the list below it. */
const HOOGSTENS_LABELS = 5

/** Undefined when no scheme of money has anything to show over the year. */
export function maandfiguur(vraag: FiguurVraag): Html | undefined {
  const { spraak, beeld, antwoord } = vraag
  const { t } = spraak
  const gevraagd = antwoord.uitkomsten.filter(
    (u) => u.soort === 'geld' && (!vraag.regeling || u.regeling === vraag.regeling),
  )
  const ids = gevraagd.filter((u) => !isTeRuim(u)).map((u) => u.regeling)
  // Nothing certain yet: thirteen months of «somewhere between» would cost much and say nothing.
  const isIets = antwoord.uitkomsten.some(
    (u) => ids.includes(u.regeling) && (vraag.regeling || u.recht === 'ja'),
  )
  if (!isIets) return undefined
  const { corpus, huishouden, datum } = beeld
  const maanden = maandreeks({ corpus, huishouden, datum, regelingen: ids })
  const jaar = beeld.datum.slice(0, 4)
  const bekend = maanden.staven.filter((s) => s.stand !== 'onbekend')
  if (bekend.length === 0) {
    return maanden.onbekendVanaf === undefined
      ? undefined
      : sectie(t('figuur.maanden.titel'), html`<p>${t('figuur.maanden.jaar_onbekend', { jaar })}</p>`)
  }
  if (bekend.every((s) => s.tot === 0)) return undefined
  const zonder = gevraagd.filter(isTeRuim).map((u) => u.regeling)
  return sectie(t('figuur.maanden.titel'), maandtekening(vraag, maanden, zonder))
}

/** Of limits this wide nothing is drawn: one such bar would flatten all the others. */
function isTeRuim({ recht, grenzen }: Uitkomst): boolean {
  return (
    recht === 'onbekend' &&
    grenzen !== undefined &&
    grenzen.tot !== null &&
    zegbareGrenzen(grenzen) !== 'tussen'
  )
}

function maandtekening({ spraak, beeld }: FiguurVraag, maanden: Maandbeeld, zonder: readonly string[]): Html {
  const { t } = spraak
  const geld = geldvorm(spraak, beeld)
  const titel = t('figuur.maanden.titel')
  const { staven, wissels, onbekendVanaf } = maanden
  const maandVan = (datum: string): number =>
    staven.findIndex((s) => s.maand.slice(0, 7) === datum.slice(0, 7))
  const labels = new Map<number, string>()
  const nu = maandVan(beeld.datum)
  const staafNu = staven[nu]
  if (staafNu && staafNu.stand !== 'onbekend') {
    labels.set(nu, t('figuur.maanden.nu', { bedrag: staaftekst(spraak, geld, staafNu) }))
  }
  for (const wissel of wissels.slice(0, HOOGSTENS_LABELS)) {
    const plek = maandVan(wissel.datum)
    const kort = t(`figuur.oorzaak_kort.${wissel.soort}`)
    if (plek >= 0 && (plek === nu || !labels.has(plek))) {
      labels.set(plek, plek === nu && labels.has(nu) ? `${labels.get(nu)} (${kort})` : kort)
    }
  }
  const naam = (s: Maandstaaf): string => t(`figuur.maand.m${Number(s.maand.slice(5, 7))}`)
  return maandstaven({
    id: 'per-maand',
    titel,
    beschrijving: beschrijfMaanden(spraak, geld, maanden),
    staven: staven.map((s) => ({
      naam: naam(s),
      kort: naam(s).slice(0, 1),
      stand: s.stand,
      van: s.van,
      tot: s.tot,
      isNu: s.maand.slice(0, 7) === beeld.datum.slice(0, 7),
    })),
    wissels: [...labels].map(([staaf, tekst]) => ({ staaf, tekst })),
    onbekendTekst: t('figuur.maanden.niet_bekend'),
    bedrag: geld,
    onderschrift: html`${legenda(spraak, staven)}
${wissels.length > 0 && html`<ul class="vd-list">${wissels.map((w) => html`<li>${wisselzin(spraak, beeld, geld, w)}</li>`)}</ul>`}
${onbekendVanaf && html`<p>${t('figuur.maanden.onbekend_vanaf', { datum: spraak.datum(onbekendVanaf) })}</p>`}
${
  zonder.length > 0 &&
  html`<p class="vd-calm vd-small">${t('figuur.inkomen.zonder_onbekend', {
    namen: samen(
      spraak,
      zonder.map((id) => titelVan(spraak, beeld, id)),
    ),
  })}</p>`
}
${maanden.omgerekend.length > 0 && html`<p class="vd-calm vd-small">${t('figuur.maanden.omgerekend')}</p>`}`,
    tabelknop: t('figuur.tabel'),
    tabel: datatabel({
      naam: titel,
      koppen: [t('figuur.maanden.maand'), t('figuur.maanden.bedrag')],
      rijen: staven.map((s) => [`${naam(s)} ${s.maand.slice(0, 4)}`, staaftekst(spraak, geld, s)]),
    }),
  })
}

/** A box for each kind of bar that is there; one kind alone needs no legend. */
function legenda({ t }: Spraak, staven: readonly Maandstaaf[]): Html | undefined {
  const isTussen = staven.some((s) => s.stand === 'grenzen')
  if (!isTussen) return undefined
  const soorten = ['zeker', 'misschien'] as const
  return html`<ul class="vd-legenda">${soorten.map((soort) => html`<li><span class="vd-legenda__vak vd-legenda__vak--${soort}" aria-hidden="true"></span>${t(`figuur.legenda.${soort}`)}</li>`)}</ul>`
}

function staaftekst({ t }: Spraak, geld: (cents: number) => string, s: Maandstaaf): string {
  if (s.stand === 'onbekend') return t('figuur.maanden.niet_bekend')
  return s.van === s.tot ? geld(s.van) : `${geld(s.van)} – ${geld(s.tot)}`
}

function wisselzin(
  spraak: Spraak,
  beeld: Beeld,
  geld: (cents: number) => string,
  w: Maandbeeld['wissels'][number],
): Html {
  const { t } = spraak
  const naam = titelVan(spraak, beeld, w.regeling)
  const bedrag = (cents: number | null): string => (cents === null ? t('figuur.maanden.open') : geld(cents))
  return html`<strong>${spraak.datum(w.datum)}</strong>: ${naam}. ${oorzaaktekst(spraak, w)} ${t('figuur.maanden.van_naar', { van: bedrag(w.voor), naar: bedrag(w.na) })}`
}

function beschrijfMaanden(spraak: Spraak, geld: (cents: number) => string, { staven }: Maandbeeld): string {
  const bekend = staven.filter((s) => s.stand !== 'onbekend')
  const [laag, hoog] = [Math.min(...bekend.map((s) => s.van)), Math.max(...bekend.map((s) => s.tot))]
  return spraak.t('figuur.maanden.beschrijving', { laag: geld(laag), hoog: geld(hoog) })
}

/** Undefined when nothing here depends on the yearly income. */
export function inkomensfiguur(vraag: FiguurVraag): Html | undefined {
  const { spraak, beeld, antwoord, regeling } = vraag
  const { t } = spraak
  const eigen = waardeOp(beeld.antwoorden, '/huishouden/aanvrager/toetsingsinkomen')
  const isRuim = antwoord.uitkomsten.some((u) => u.regeling === regeling && isTeRuim(u))
  if (isRuim && eigen !== undefined) return undefined
  const uitslag = inkomensbeeld({
    corpus: beeld.corpus,
    datum: beeld.datum,
    huishouden: beeld.antwoorden.huishouden,
    antwoord,
    ...(regeling === undefined ? {} : { regeling }),
  })
  const titel = t('figuur.inkomen.titel')
  if (uitslag.status === 'geen') return undefined
  if (uitslag.status === 'inkomen-onbekend') {
    return sectie(
      titel,
      html`<p>${t('figuur.inkomen.onbekend')}</p>
<form method="post" action="${adres(spraak.taal, 'antwoord')}"><input type="hidden" name="pad" value="/huishouden/aanvrager/toetsingsinkomen"><button class="utrecht-button utrecht-button--secondary-action" name="actie" value="stel">${t('figuur.inkomen.vertel')}</button></form>`,
    )
  }
  return sectie(titel, inkomenstekening(vraag, uitslag.beeld))
}

function inkomenstekening({ spraak, beeld, regeling }: FiguurVraag, lijn: Inkomensbeeld): Html {
  const { t } = spraak
  const geld = geldvorm(spraak, beeld)
  const hoogteBij = (x: number) => lijn.punten.find((p) => p.inkomen === x)
  const randen = lijn.randen.map((rand) => {
    const [voor, na] = [hoogteBij(rand.inkomen), hoogteBij(rand.inkomen + 100)]
    const soort = rand.soort === 'sprong' && rand.na.tot > rand.voor.tot ? 'stijgt' : rand.soort
    const waarden = { bedrag: geld(rand.inkomen), naam: titelVan(spraak, beeld, rand.regeling) }
    return {
      x: rand.inkomen,
      voor: voor?.tot ?? 0,
      na: na?.tot ?? 0,
      tekst: t(`figuur.rand.${soort}`, waarden),
      kort: t(`figuur.rand_kort.${soort}`, { naam: waarden.naam }),
    }
  })
  const eigen = hoogteBij(lijn.eigen)
  const titel = t('figuur.inkomen.titel')
  const bedragOp = (p: { van: number; tot: number } | undefined): string =>
    !p ? '' : p.van === p.tot ? geld(p.van) : `${geld(p.van)} – ${geld(p.tot)}`
  return inkomenskromme({
    id: 'per-inkomen',
    titel,
    beschrijving: [
      t('figuur.inkomen.beschrijving', { inkomen: geld(lijn.eigen), bedrag: bedragOp(eigen) }),
      ...randen.map((r) => `${hoofdletter(r.tekst)}.`),
    ].join(' '),
    punten: lijn.punten.map(({ inkomen, van, tot }) => ({ x: inkomen, van, tot })),
    eigen: {
      x: lijn.eigen,
      tekst: t(lijn.partner > 0 ? 'figuur.inkomen.nu_samen' : 'figuur.inkomen.nu', {
        inkomen: geld(lijn.eigen),
      }),
    },
    randen,
    bedrag: geld,
    asnaam: t(lijn.partner > 0 ? 'figuur.inkomen.as_samen' : 'figuur.inkomen.as'),
    onderschrift: html`${afbouwzin(spraak, lijn, geld, regeling !== undefined)}
${lijn.partner > 0 && html`<p class="vd-calm vd-small">${t('figuur.inkomen.partner', { inkomen: geld(lijn.partner) })}</p>`}
${(['onbekend', 'perMaand'] as const).map(
  (soort) =>
    lijn[soort].length > 0 &&
    html`<p class="vd-calm vd-small">${t(`figuur.inkomen.zonder_${soort}`, {
      namen: samen(
        spraak,
        lijn[soort].map((id) => titelVan(spraak, beeld, id)),
      ),
    })}</p>`,
)}`,
    tabelknop: t('figuur.tabel'),
    tabel: datatabel({
      naam: titel,
      koppen: [t('figuur.inkomen.kop_inkomen'), t('figuur.inkomen.kop_bedrag')],
      rijen: lijn.punten.map((p) => [geld(p.inkomen), bedragOp(p)]),
    }),
  })
}

function afbouwzin(
  { t }: Spraak,
  { afbouw, eigen, randen }: Inkomensbeeld,
  geld: (cents: number) => string,
  isEen: boolean,
): Html | undefined {
  const naast = randen.find((r) => r.inkomen >= eigen)
  if (!afbouw) {
    return naast && html`<p>${t('figuur.inkomen.rand_dichtbij', { bedrag: geld(naast.inkomen) })}</p>`
  }
  const { van100 } = afbouw
  const soort = van100 > 0 ? 'af' : van100 < 0 ? 'bij' : 'gelijk'
  const wat = t(isEen ? 'figuur.inkomen.wat_een' : 'figuur.inkomen.wat_alle')
  return html`<p>${t(`figuur.inkomen.${soort}`, { bedrag: geld(Math.abs(van100) * 100), honderd: geld(10_000), wat })} ${t('figuur.inkomen.belasting')}</p>`
}

function titelVan(spraak: Spraak, beeld: Beeld, id: string): string {
  const info = beeld.regelingen.get(id)
  return info ? regelingtekst(spraak, info).tekst.titel : id
}

function sectie(titel: string, inhoud: Html): Html {
  return html`<section class="vd-section vd-beeld-sectie"><h2>${titel}</h2>${inhoud}</section>`
}

function geldvorm(spraak: Spraak, { valuta }: Beeld): (cents: number) => string {
  return (cents) => spraak.geld(Math.floor(cents / 100) * 100, valuta)
}
