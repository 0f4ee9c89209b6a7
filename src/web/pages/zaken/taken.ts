/** What an organisation asks in a case, and what was said about it: the parts that both sides see. */
import { type Html, html } from '../../../platform/index.ts'
import type {
  Contactlijst,
  Contactmoment,
  Contactuitkomst,
  GevraagdeTaak,
  GevraagdeTaken,
  Inzending,
  Zaakref,
} from '../../../zaken/index.ts'
import { adres } from '../../routes.ts'
import { woorden } from '../gebeurtenissen/woorden.ts'
import { waarom } from './openen.ts'
import type { Scherm } from './scherm.ts'
import { organisatieVan, tijdstip } from './woorden.ts'

/** Does the organisation ask something now, as far as it said? */
export function isOpenGevraagd(uitkomst: Contactuitkomst<GevraagdeTaken>): boolean {
  return uitkomst.status === 'ok' && uitkomst.gegevens.taken.some(({ status }) => status === 'open')
}

/** What was sent because it was asked, as far as the organisation could say what it asks now. */
export function verstuurdIn(uitkomst: Contactuitkomst<GevraagdeTaken>): readonly Inzending[] {
  return uitkomst.status === 'ok' ? (uitkomst.gegevens.verstuurd ?? []) : []
}

/** Absent when there is nothing to say: no tasks, or an organisation that has no such thing. */
export function takenDeel(
  scherm: Scherm,
  ref: Zaakref,
  uitkomst: Contactuitkomst<GevraagdeTaken>,
): Html | undefined {
  const { t } = scherm.context.spraak
  if (uitkomst.status === 'fout') {
    const { naam } = organisatieVan(scherm, ref.bron)
    return html`<section class="vd-section" aria-labelledby="taken"><h2 id="taken">${t('taken.titel')}</h2>
<p class="vd-notice">${t('taken.ontbreekt', { organisatie: naam })} ${waarom(scherm, uitkomst)}</p></section>`
  }
  if (uitkomst.status !== 'ok') return undefined
  const { taken, isVolledig } = uitkomst.gegevens
  if (taken.length === 0 && isVolledig) return undefined
  const [open, rest] = [true, false].map((isOpen) =>
    taken.filter(({ status }) => (status === 'open') === isOpen),
  )
  const isKlaar =
    taken.length > 0 && taken.every(({ status }) => status === 'afgerond' || status === 'geannuleerd')
  return html`<section class="vd-section" aria-labelledby="taken"><h2 id="taken">${t(isKlaar ? 'taken.titel_gedaan' : 'taken.titel')}</h2>
<ul class="vd-kaarten">${[...(open ?? []), ...(rest ?? [])].map((taak) => taakkaart(scherm, ref, taak))}</ul>
${!isVolledig && html`<p class="vd-calm">${t('taken.niet_alles')}</p>`}</section>`
}

function taakkaart(scherm: Scherm, ref: Zaakref, taak: GevraagdeTaak): Html {
  const { spraak, taal } = scherm.context
  const { t } = spraak
  const isOpen = taak.status === 'open'
  const { tekst, lang } = woorden(spraak, taak.titel)
  const naam = html`<span${lang && html` lang="${lang}"`}>${tekst}</span>`
  return html`<li class="vd-zaak${isOpen && ' vd-zaak--actie'}"><h3 class="vd-zaak__titel">${
    isOpen && scherm.kant === 'mijn' && scherm.isAlleenKijken !== true
      ? html`<a href="${adres(taal, 'taak', { bron: ref.bron, zaak: ref.uuid, taak: taak.uuid })}">${naam}</a>`
      : naam
  }</h3>
${uitleg(scherm, taak)}
<p class="vd-calm">${taakstand(taak)}</p>
${verstuurd(scherm, taak.verstuurd)}</li>`

  function taakstand({ status, uiterlijk }: GevraagdeTaak): string {
    if (status !== 'open') return t(`taken.stand.${status}`)
    return uiterlijk === undefined
      ? t('taken.zonder_dag')
      : t('taken.uiterlijk', { moment: tijdstip(scherm, uiterlijk) })
  }
}

/** What they sent by way of us: when, and under which number the proof of it is kept. */
export function verstuurd(scherm: Scherm, alle: readonly Inzending[] = []): Html | undefined {
  if (alle.length === 0) return undefined
  const { t } = scherm.context.spraak
  return html`<ul class="vd-list">${alle.map((een) => html`<li>${wat(een)}</li>`)}</ul>`

  function wat({ bestanden, op, nummer, bron }: Inzending): string {
    const soort = bestanden.length === 0 ? 'formulier' : 'bestanden'
    const { naam } = organisatieVan(scherm, bron)
    const delen = { bestanden: bestanden.join(', '), n: bestanden.length }
    return `${t(`taken.verstuurd.${soort}`, delen)} ${t('taken.verstuurd.bewijs', { moment: tijdstip(scherm, op), organisatie: naam, nummer: String(nummer) })}`
  }
}

export function uitleg({ context: { spraak } }: Scherm, { toelichting }: GevraagdeTaak): Html | undefined {
  if (toelichting === undefined) return undefined
  const { tekst, lang } = woorden(spraak, toelichting)
  return html`<p${lang && html` lang="${lang}"`}>${tekst}</p>`
}

/** Absent where an organisation keeps none that we are connected to. */
export function contactDeel(
  scherm: Scherm,
  ref: Zaakref,
  uitkomst: Contactuitkomst<Contactlijst>,
): Html | undefined {
  const { t } = scherm.context.spraak
  if (uitkomst.status === 'niet-aangesloten' || uitkomst.status === 'geen-bsn') return undefined
  const kop = html`<h2 id="contactmomenten">${t('taken.contact.titel')}</h2>`
  if (uitkomst.status === 'fout')
    return html`<section class="vd-section" aria-labelledby="contactmomenten">${kop}
<p class="vd-notice">${t('taken.contact.ontbreekt')} ${waarom(scherm, uitkomst)}</p></section>`
  const { contacten, isVolledig } =
    uitkomst.status === 'ok' ? uitkomst.gegevens : { contacten: [], isVolledig: true }
  return html`<section class="vd-section" aria-labelledby="contactmomenten">${kop}
${contacten.length === 0 ? isVolledig && html`<p>${t('taken.contact.geen')}</p>` : html`<ul class="vd-rows">${contacten.map((een) => contactregel(scherm, een))}</ul>`}
${!isVolledig && html`<p class="vd-calm">${t('taken.contact.niet_alles')}</p>`}
${scherm.kant === 'mijn' && scherm.isAlleenKijken !== true && html`<p class="vd-no-print"><a href="${adres(scherm.context.taal, 'zaakVraag', { bron: ref.bron, zaak: ref.uuid })}">${t('taken.vraag.titel')}</a></p>`}</section>`
}

/** Channels are free text at the source (Open Klant 2); these are what most of them write. */
const kanalen: Readonly<Record<string, string>> = {
  portaal: 'portaal',
  telefoon: 'telefoon',
  'e-mail': 'email',
  email: 'email',
  brief: 'brief',
  post: 'brief',
  balie: 'balie',
  chat: 'chat',
}

function viaKanaal({ context: { spraak, taal } }: Scherm, kanaal: string): Html {
  const woord = kanalen[kanaal.toLowerCase()]
  if (woord !== undefined) return html`${spraak.t(`taken.contact.kanaal.${woord}`)}`
  return html`<span${taal !== 'nl' && html` lang="nl"`}>${kanaal}</span>`
}

/** What somebody at an organisation wrote, Dutch as a rule. */
function contactregel(scherm: Scherm, { op, onderwerp, vraag, antwoord, kanaal }: Contactmoment): Html {
  const { spraak, taal } = scherm.context
  const { t } = spraak
  const lang = taal !== 'nl' && html` lang="nl"`
  return html`<li class="vd-report"><h3${lang}>${onderwerp}</h3>
<p class="vd-calm vd-small">${t('taken.contact.wanneer', { moment: op === undefined ? t('taken.contact.moment_onbekend') : tijdstip(scherm, op) })} ${viaKanaal(scherm, kanaal)}</p>
${vraag !== undefined && html`<p>${t('taken.contact.vraag')} <q${lang}>${vraag}</q></p>`}
${antwoord === undefined ? html`<p>${t('taken.contact.nog_geen')}</p>` : html`<p>${t('taken.contact.antwoord')} <q${lang}>${antwoord}</q></p>`}</li>`
}
