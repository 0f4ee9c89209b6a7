/** The plan as rows: a numbered dot, what it is, whose it is, and by when. */
import { type Gelezen, isAf, type ZichtbareStap } from '../../../loket/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { ketenlink } from './kader.ts'
import { kennislinks } from './kennislinks.ts'
import type { Ketenscherm } from './scherm.ts'
import { dagKort, dagVan, eigenaarmerk, onderdeelnaam, standwoord, stapnummer, staptitel } from './woorden.ts'

type Stap = ZichtbareStap<Gelezen>

export function stappenlijst(scherm: Ketenscherm): Html {
  const { stappen } = scherm.beeld.zicht
  // The sentence above says it already.
  if (stappen.length === 0) return html``
  return html`<ol class="vd-stappen">${stappen.map((stap) => rij(scherm, stap))}</ol>`
}

/** `klaar`, `nu` (can go on), `wacht`, `stuk` (refused), `weg`. Said in words as well. */
function staatVan({ beeld }: Ketenscherm, { stap, stand }: Stap): 'klaar' | 'nu' | 'wacht' | 'stuk' | 'weg' {
  if (stand === 'klaar') return 'klaar'
  if (stand === 'vervallen') return 'weg'
  if (stand === 'geweigerd') return 'stuk'
  return beeld.zin.nu.some((een) => een.stap === stap) ? 'nu' : 'wacht'
}

function rij(scherm: Ketenscherm, stap: Stap): Html {
  const { t } = scherm.verzoek.context.spraak
  const n = stapnummer(scherm, stap.stap)
  const staat = staatVan(scherm, stap)
  const titel = staptitel(scherm, stap)
  return html`<li class="vd-stap vd-stap--${staat}" id="stap-${n}">
<span class="vd-stap__punt" aria-hidden="true">${staat === 'klaar' ? '✓' : staat === 'weg' ? '–' : staat === 'stuk' ? '!' : n}</span>
<div class="vd-stap__wat"><h3><span class="vd-visually-hidden">${t('loket.stap.nummer', { n })}: </span><span${attrs({ lang: titel.lang })}>${titel.tekst}</span></h3>
<p class="vd-stap__bij vd-zinkop">${regels(scherm, stap).map((regel, i) => html`${i > 0 && ' · '}${regel}`)}</p>
${stap.toelichting !== undefined && html`<p class="vd-stap__noot">${t('loket.stap.toelichting')} <q class="vd-tekst">${stap.toelichting}</q></p>`}
<p class="vd-stap__doen vd-no-print">${links(scherm, stap)}</p>
${scherm.kant === 'balie' && stap.titel?.soort === 'sjabloon' && html`<p class="vd-stap__bij vd-no-print">${kennislinks(scherm.verzoek, stap.titel)}</p>`}</div>
<p class="vd-stap__wie">${eigenaarmerk(scherm, stap.eigenaar)}</p>
<p class="vd-stap__termijn">${termijn(scherm, stap)}</p></li>`
}

/** In this order: how it stands, what it waits for, what is needed, what its owner sees. */
function regels(scherm: Ketenscherm, stap: Stap): readonly (Html | string)[] {
  const { t } = scherm.verzoek.context.spraak
  const wacht = scherm.beeld.zin.wachten.filter((een) => een.stap === stap.stap)
  const eigen = stap.eigenaar.soort === 'inwoner' && !isAf(stap.stand) && stap.stand !== 'geweigerd'
  return [
    eigen ? t('loket.stand.eigen') : standwoord(scherm, stap),
    wacht.length > 0 &&
      !isAf(stap.stand) &&
      t('loket.stap.wacht', { stappen: wacht.map(({ op }) => stapnummer(scherm, op.stap)).join(', ') }),
    stap.nodig !== undefined && html`${t('loket.stap.nodig')} <span class="vd-tekst">${stap.nodig}</span>`,
    stap.regieMeldt && !isAf(stap.stand) && t('loket.stap.regie_meldt'),
    gedeeld(scherm, stap),
  ].flatMap((een) => (een === false || een === undefined ? [] : [een]))
}

/** Beside the step itself: which items its owner sees, and what for. */
function gedeeld(scherm: Ketenscherm, { eigenaar, stap }: Stap): string | undefined {
  const { t } = scherm.verzoek.context.spraak
  const { deelnemers, delingen, regie, onderdelen } = scherm.beeld.zicht
  if (eigenaar.soort === 'inwoner') return undefined
  if (eigenaar.soort === 'organisatie' && eigenaar.organisatie === regie.organisatie) return undefined
  const wie =
    eigenaar.soort === 'partij'
      ? eigenaar.deelnemer
      : deelnemers.find(
          ({ wie: een }) => een.soort === 'organisatie' && een.organisatie === eigenaar.organisatie,
        )?.id
  const ziet = delingen.filter(
    ({ deelnemer, stand, onderdeel }) =>
      deelnemer === wie &&
      stand === 'geldt' &&
      onderdeel !== stap &&
      onderdelen.some(({ id }) => id === onderdeel),
  )
  if (wie === undefined || scherm.beeld.zicht.als === 'deelnemer') return undefined
  return ziet.length === 0
    ? t('loket.stap.ziet_alleen')
    : t('loket.stap.ziet', { wat: ziet.map(({ onderdeel }) => onderdeelnaam(scherm, onderdeel)).join(', ') })
}

function termijn(scherm: Ketenscherm, stap: Stap): Html {
  const { t } = scherm.verzoek.context.spraak
  // How it ended stands below its title.
  if (isAf(stap.stand)) return html``
  const isLaat = stap.termijn < dagVan(scherm.verzoek.nu)
  const klaar = [...scherm.beeld.zin.nu, ...scherm.beeld.zin.daarna].find(
    (een) => een.stap === stap.stap,
  )?.klaar
  return html`<span class="vd-term vd-term--${isLaat ? 'late' : 'term'}">${t(isLaat ? 'loket.stap.was' : 'loket.stap.voor', { dag: dagKort(scherm.verzoek, stap.termijn) })}</span>${klaar?.soort === 'verwacht' && html`<br><span class="vd-calm vd-small">${t('loket.stap.verwacht', { dag: dagKort(scherm.verzoek, klaar.dag) })}</span>`}`
}

/** Mine to answer comes first; what the owner of the case does with a step comes after. */
function links(scherm: Ketenscherm, stap: Stap): Html {
  const { stap: id, eigenaar } = stap
  const { vrager, kant } = scherm
  const isMijn =
    kant === 'balie' &&
    eigenaar.soort === 'organisatie' &&
    vrager.subject.soort === 'medewerker' &&
    eigenaar.organisatie === vrager.subject.organisatie
  const van = [
    isMijn &&
      !isAf(stap.stand) &&
      stap.stand !== 'geweigerd' &&
      ketenlink(scherm, 'antwoord', id, 'loket.vorm.antwoord.link', 'hoofdknop'),
    ketenlink(scherm, 'antwoord-namens', id),
    ketenlink(scherm, 'gedaan', id),
    kant === 'balie' && ketenlink(scherm, 'opnieuw', id),
    kant === 'balie' && ketenlink(scherm, 'stap', id),
    kant === 'balie' && ketenlink(scherm, 'vervalt', id),
  ]
  return html`${van.map((een) => een && html`${een} `)}`
}
