/** Who waits how long in each arrangement: a sentence, a picture and a table, of the formulas and of what was played. */
import {
  gewoneInstellingen,
  type Klassebeeld,
  type Modelbeeld,
  type Modelvorm,
  type Modelvraag,
  type Modelwacht,
  modelvormen,
  type Naspelstand,
  publiekGrens,
  publiekLanger,
  type Uitkomst,
} from '../../../lijnen/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Context } from '../../ui/context.ts'
import { datatabel } from '../../ui/figuur/figuur.ts'
import { wachtbalken } from '../../ui/figuur/wachtbalken.ts'
import type { Spraak } from '../../ui/spraak.ts'
import { duur, inSeconden, procent, seconden, verschil } from './modelwoorden.ts'

export interface Modeldelen {
  readonly vraag: Modelvraag
  readonly beeld: Readonly<Record<Modelvorm, Modelbeeld>>
  readonly stand: Naspelstand | undefined
}

type Wie = 'lijn' | 'publiek' | 'samen'

interface Regel {
  readonly vorm: Modelvorm
  readonly wie: Wie
  readonly formule: Uitkomst<Modelwacht>
  readonly gespeeld: Klassebeeld | undefined
}

export function modelantwoord(context: Context, delen: Modeldelen): Html {
  const { spraak } = context
  const { t } = spraak
  const regels = regelsVan(delen)
  const naam = (regel: Regel) => naamVan(spraak, regel, delen.vraag.eigenTeam)
  const bijschrift = (regel: Regel) => wachtzin(spraak, regel, delen.vraag)
  const heeftGespeeld = regels.some(({ gespeeld }) => gespeeld !== undefined)
  return html`<section class="vd-section vd-ervaring" aria-labelledby="antwoord"><h2 id="antwoord">${t('lijnmodel.antwoord.titel')}</h2>
${zinnen(context, delen).map((zin) => html`<p>${zin}</p>`)}
<h3>${t('lijnmodel.figuur.titel')}</h3>
${wachtbalken({
  id: 'wachten',
  titel: t('lijnmodel.figuur.titel'),
  beschrijving: regels.map((een) => `${naam(een)}: ${bijschrift(een)}.`).join(' '),
  balken: regels.map((een) => ({
    naam: naam(een),
    regel: bijschrift(een),
    waarde: inSeconden(een.formule),
    stip: een.gespeeld?.gemiddeldSeconden,
    isVol: een.wie === 'lijn',
  })),
  onderschrift: html`<ul class="vd-legenda"><li><span class="vd-legenda__vak vd-legenda__vak--zeker"></span>${t('lijnmodel.figuur.lijn')}</li><li><span class="vd-legenda__vak vd-legenda__vak--misschien"></span>${t('lijnmodel.figuur.anderen')}</li>${heeftGespeeld && html`<li><span class="vd-legenda__stip"></span>${t('lijnmodel.figuur.stip')}</li>`}</ul>`,
})}
<h3 id="tabel">${t('lijnmodel.tabel.titel')}</h3>
<div class="vd-scroll" role="region" tabindex="0" aria-labelledby="tabel">${datatabel({
    naam: t('lijnmodel.tabel.titel'),
    koppen: (['wie', 'gemiddeld', 'gemiddeld_n', 'p90', 'p90_n', 'snel', 'snel_n', 'weg_n'] as const).map(
      (kop) => t(`lijnmodel.kop.${kop}`),
    ),
    rijen: regels.map((een) => rij(spraak, een, naam(een))),
  })}</div>
<p class="vd-calm vd-small">${t('lijnmodel.tabel.streep')}</p></section>`
}

function regelsVan({ beeld, stand }: Modeldelen): readonly Regel[] {
  const gespeeld = stand?.soort === 'klaar' ? stand.uitkomst : undefined
  return modelvormen.flatMap((vorm): readonly Regel[] => {
    const { lijn, publiek } = beeld[vorm]
    if (vorm === 'een-rij') return [{ vorm, wie: 'samen', formule: lijn, gespeeld: gespeeld?.[vorm]?.samen }]
    return [
      { vorm, wie: 'lijn', formule: lijn, gespeeld: gespeeld?.[vorm]?.lijn },
      { vorm, wie: 'publiek', formule: publiek, gespeeld: gespeeld?.[vorm]?.publiek },
    ]
  })
}

function naamVan({ t }: Spraak, { vorm, wie }: Regel, eigenTeam: number): string {
  return t(`lijnmodel.rij.${vorm}-${wie}`, { n: eigenTeam })
}

function wachtzin(spraak: Spraak, { formule, gespeeld, vorm, wie }: Regel, vraag: Modelvraag): string {
  const { t } = spraak
  if (formule.soort === 'instabiel')
    return t('lijnmodel.regel.groeit', { n: groei(spraak, vraag, vorm, wie) })
  if (formule.soort === 'onbekend') return t('lijnmodel.regel.onbekend')
  const wacht = duur(spraak, formule.waarde.gemiddeldMinuten * 60)
  const s = gespeeld?.gemiddeldSeconden
  return s === undefined
    ? t('lijnmodel.regel.formule', { wacht })
    : t('lijnmodel.regel.beide', { wacht, gespeeld: duur(spraak, s) })
}

/** So many more people in the queue each hour, as long as it lasts. */
function groei({ getal }: Spraak, vraag: Modelvraag, vorm: Modelvorm, wie: Wie): string {
  const { medewerkers, bezetting, behandelMinuten, aandeelLijn, eigenTeam } = vraag
  const apart = vorm === 'eigen-team'
  const mensen = !apart ? medewerkers : wie === 'lijn' ? eigenTeam : medewerkers - eigenTeam
  const deel = !apart ? 1 : wie === 'lijn' ? aandeelLijn : 1 - aandeelLijn
  const perUur = ((medewerkers * bezetting * deel - mensen) / behandelMinuten) * 60
  return getal(Math.max(0, Math.round(perUur * 10) / 10))
}

function zinnen({ spraak }: Context, { vraag, beeld }: Modeldelen): readonly string[] {
  const { t, getal } = spraak
  const rij = inSeconden(beeld['een-rij'].publiek)
  const [lijn, publiek] = [inSeconden(beeld.voorrang.lijn), inSeconden(beeld.voorrang.publiek)]
  const langer = publiekLanger(beeld)
  const { plafond } = gewoneInstellingen
  const uit: string[] = []
  if (rij === undefined || lijn === undefined || publiek === undefined)
    uit.push(t('lijnmodel.antwoord.te_druk', { n: groei(spraak, vraag, 'een-rij', 'samen') }))
  else {
    uit.push(t('lijnmodel.antwoord.rij', { wacht: duur(spraak, rij) }))
    uit.push(t('lijnmodel.antwoord.lijn', { wacht: duur(spraak, lijn) }))
    if (langer !== undefined)
      uit.push(
        t('lijnmodel.antwoord.publiek', { wacht: duur(spraak, publiek), verschil: verschil(spraak, langer) }),
      )
  }
  uit.push(teamzin(spraak, vraag, beeld['eigen-team']))
  if (vraag.bezetting >= 1 && vraag.geduldMinuten !== undefined) uit.push(t('lijnmodel.antwoord.ophangen'))
  if (vraag.bezetting * vraag.aandeelLijn > plafond)
    uit.push(
      t('lijnmodel.antwoord.plafond', {
        n: getal(plafond * 100),
        grens: procent(spraak, publiekGrens(plafond)),
      }),
    )
  return uit
}

function teamzin(spraak: Spraak, { eigenTeam }: Modelvraag, { lijn, publiek }: Modelbeeld): string {
  const { t } = spraak
  const [a, b] = [inSeconden(lijn), inSeconden(publiek)]
  if (a !== undefined && b !== undefined)
    return t('lijnmodel.antwoord.team', { n: eigenTeam, lijn: duur(spraak, a), publiek: duur(spraak, b) })
  const wie = a === undefined && b === undefined ? 'beide' : a === undefined ? 'lijn' : 'publiek'
  return t(`lijnmodel.antwoord.team_${wie}`, { n: eigenTeam })
}

function rij(spraak: Spraak, { formule, gespeeld }: Regel, naam: string): readonly string[] {
  const wacht = formule.soort === 'bekend' ? formule.waarde : undefined
  const p90 = wacht?.p90Minuten
  return [
    naam,
    formule.soort === 'instabiel'
      ? spraak.t('lijnmodel.tabel.groeit')
      : seconden(spraak, inSeconden(formule)),
    seconden(spraak, gespeeld?.gemiddeldSeconden),
    seconden(spraak, p90 === undefined ? undefined : p90 * 60),
    seconden(spraak, gespeeld?.p90Seconden),
    procent(spraak, wacht?.binnen20),
    procent(spraak, gespeeld?.binnen20),
    procent(spraak, gespeeld?.afgehaakt),
  ]
}
