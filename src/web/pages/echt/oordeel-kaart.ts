import type { Letterstap, Oordeel, Uitslag, Wie } from '../../../afzender/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Spraak } from '../../ui/spraak.ts'
import type { Verzoek } from '../../verzoek.ts'

type Gezegd = Exclude<Uitslag, { status: 'code' | 'code-verschreven' }>

/** Named limit: so much of what was pasted is shown again. */
const maxGetoond = 120

/** One thing that was found: a word for what it is, why, and what to do. Colour only repeats the word. */
export function oordeelKaart(
  { context, bronnen }: Verzoek,
  { vondst, uitslag, overDeLijn }: Oordeel,
): Html | undefined {
  if (uitslag.status === 'code' || uitslag.status === 'code-verschreven') return undefined
  const { spraak, taal } = context
  const { t } = spraak
  const wie = bijNaam(uitslag).find(({ organisatie }) => bronnen.organisaties().has(organisatie ?? ''))
  const soort = { echt: 'yes', 'lijkt-op': 'no', 'niet-in-register': 'open', 'kan-niet-zeggen': 'open' }
  return html`<article class="vd-genuine"><h3 class="vd-genuine__what">${vondst.tekst.slice(0, maxGetoond)}</h3>
<p class="vd-genuine__status vd-genuine__status--${soort[uitslag.status]}"><strong>${t(`echt.status.${uitslag.status}`)}</strong></p>
${zinnen(spraak, uitslag).map((zin) => html`<p>${zin}</p>`)}
${uitslag.status === 'lijkt-op' && letters(spraak, uitslag.letters)}
${overDeLijn !== undefined && html`<p>${t('echt.lijn', { naam: overDeLijn })}</p>`}
${uitslag.opmerkingen.map((opmerking) => html`<p>${t(`echt.opmerking.${opmerking}`)}</p>`)}
${wie?.organisatie !== undefined && uitslag.status !== 'echt' && html`<p><a href="${adres(taal, 'organisatie', { organisatie: wie.organisatie, anker: 'bereiken' })}">${t('echt.vals.bereik', { wie: wie.naam })}</a></p>`}
</article>`
}

function bijNaam(uitslag: Gezegd): readonly Wie[] {
  if (uitslag.status === 'lijkt-op') return [uitslag.van]
  return uitslag.status === 'niet-in-register' ? [] : uitslag.van
}

function zinnen({ t, datum }: Spraak, uitslag: Gezegd): readonly string[] {
  const wie = bijNaam(uitslag)
    .map(({ naam }) => naam)
    .join(', ')
  switch (uitslag.status) {
    case 'echt': {
      if (uitslag.reden === 'eigen') return [t('echt.eigen')]
      const { naam, herkomst } = uitslag.ingang
      const bron =
        herkomst.soort === 'momentopname'
          ? t('echt.momentopname', { bron: herkomst.bron, datum: datum(herkomst.peildatum) })
          : herkomst.soort === 'corpus'
            ? `${herkomst.isEigen ? t('echt.bron', { bron: herkomst.bron }) : t('echt.bron_geen')} ${t(`echt.trouw.${herkomst.vertrouwen}`)}`
            : undefined
      const waarom = t(`echt.reden.${uitslag.reden}`, { naam })
      return [t('echt.van', { wie }), waarom, ...(bron === undefined ? [] : [bron])]
    }
    case 'niet-in-register':
      return [t('echt.niet', { naam: uitslag.naam })]
    case 'lijkt-op': {
      const { naam, echt, kunst } = uitslag
      return [t('echt.lijkt', { naam, echt, wie }), t(`echt.kunst.${kunst}`)]
    }
    case 'kan-niet-zeggen':
      return [t(`echt.zwijg.${uitslag.reden}`)]
  }
}

/** Named limits: so many letters, and so many differences, still tell something. */
const maxLetters = 60
const maxVerschillen = 6

/** The two names below each other, and in words where they differ, for who does not see it or has it read aloud. */
function letters(spraak: Spraak, stappen: readonly Letterstap[]): Html | undefined {
  const { t } = spraak
  const verschillen = stappen.filter(({ soort }) => soort !== 'zelfde')
  if (verschillen.length === 0 || stappen.length > maxLetters) return undefined
  const rij = (kant: 'hier' | 'daar') =>
    html`<span class="vd-letters" aria-hidden="true">${stappen.map((stap) => {
      const teken = kant in stap ? (stap as Partial<Record<'hier' | 'daar', string>>)[kant] : undefined
      return stap.soort === 'zelfde' ? html`<span>${teken}</span>` : html`<mark>${teken ?? '\u00a0'}</mark>`
    })}</span>`
  return html`<div class="vd-letters-box"><p><strong>${t('echt.letters.titel')}</strong></p>
<p>${t('echt.letters.hier')}<br>${rij('hier')}</p><p>${t('echt.letters.echt')}<br>${rij('daar')}</p>
${verschillen.length <= maxVerschillen && html`<ul class="vd-list">${inWoorden(spraak, stappen).map((zin) => html`<li>${zin}</li>`)}</ul>`}</div>`
}

function inWoorden({ t }: Spraak, stappen: readonly Letterstap[]): readonly string[] {
  const zinnen: string[] = []
  let n = 0
  const noem = (teken: string): string => {
    const punt = `U+${(teken.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    return /^[\x20-\x7e]$/.test(teken)
      ? `“${teken}”`
      : t('echt.letters.schrift', { teken: `“${teken}”`, punt })
  }
  for (const stap of stappen) {
    if (stap.soort !== 'mist') n++
    if (stap.soort === 'anders')
      zinnen.push(t('echt.letters.anders', { n, hier: noem(stap.hier), daar: noem(stap.daar) }))
    if (stap.soort === 'extra') zinnen.push(t('echt.letters.extra', { n, hier: noem(stap.hier) }))
    if (stap.soort === 'mist') zinnen.push(t('echt.letters.mist', { n, daar: noem(stap.daar) }))
  }
  return zinnen
}
