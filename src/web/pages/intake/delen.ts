/** The parts of the page of a card: what fits, whom to call, where to make an appointment. */
import type { Afspraakteam, Organisatie } from '../../../corpus/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import type { Intakekaart } from '../../bezoek/intakekaart.ts'
import { adres } from '../../routes.ts'
import { belAdres, kanaaltekst } from '../../ui/kanalen.ts'
import { organisatiemerk } from '../../ui/organisatie.ts'
import { opsomming } from '../../ui/spraak.ts'
import type { Verzoek } from '../../verzoek.ts'
import { teamnaam, voorbeeldmerk, wanneer } from '../afspraken/kant.ts'
import { woorden } from '../gebeurtenissen/woorden.ts'
import { bladadres } from '../kennis/bron.ts'
import { regelingtekst } from '../rechten/zinnen.ts'
import { organisatiesOp, teamsBij, wegenVan } from './kaart.ts'
import type { Reden, Voorstel } from './voorstel.ts'

export function voorsteldeel(verzoek: Verzoek, kaart: Intakekaart, rij: readonly Voorstel[] | 'stil'): Html {
  const { context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const kop = html`<h2 id="voorstel">${t('intake.voorstel.titel')}</h2>`
  if (rij === 'stil')
    return html`<section class="vd-section">${kop}<p class="vd-notice">${t('intake.voorstel.stil')}</p></section>`
  if (rij.length === 0)
    return html`<section class="vd-section">${kop}<p>${t('intake.voorstel.geen')}</p></section>`
  const groepen = [
    ['gebeurtenis', 'gebeurtenissen'],
    ['regeling', 'regelingen'],
    ['organisatie', 'organisaties'],
  ] as const
  return html`<section class="vd-section">${kop}<p>${t('intake.voorstel.uitleg')}</p>
<form class="vd-stack" method="post" action="${adres(taal, 'balieIntakeZet')}"><input type="hidden" name="keuzes" value="1">
${groepen.map(([soort, naam]) => {
  const deze = rij.filter((een) => een.soort === soort)
  return (
    deze.length > 0 &&
    html`<fieldset class="vd-fieldset"><legend>${t(`intake.voorstel.${naam}`)}</legend><ul class="vd-voorstel">${deze.map((een) => voorstelregel(verzoek, kaart, een))}</ul></fieldset>`
  )
})}
<p class="vd-actions"><button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('intake.voorstel.knop')}</button></p></form></section>`
}

function voorstelregel(verzoek: Verzoek, kaart: Intakekaart, voorstel: Voorstel): Html {
  const { context } = verzoek
  const { t } = context.spraak
  const id = voorstel.keuze.replace(':', '-')
  const { tekst, lang } = naamVan(verzoek, voorstel)
  const redenen = voorstel.redenen.map((reden) => redenzin(verzoek, reden)).join('; ')
  const blad =
    voorstel.soort === 'organisatie'
      ? undefined
      : bladadres(context, {
          soort: voorstel.soort,
          id: voorstel.soort === 'regeling' ? voorstel.regeling.id : voorstel.gebeurtenis.id,
        })
  return html`<li><div class="vd-check"><input type="checkbox"${attrs({ id, name: 'keuze', value: voorstel.keuze, checked: kaart.gekozen.includes(voorstel.keuze), 'aria-describedby': `${id}-reden` })}><label for="${id}"${attrs({ lang })}>${tekst}</label></div>
<p class="vd-calm vd-small vd-voorstel__reden" id="${id}-reden">${redenen !== '' && t('intake.voorstel.omdat', { redenen })} ${voorstel.soort === 'organisatie' && organisatiemerk(context.spraak, voorstel.organisatie)} ${blad && html`<a href="${blad}">${t('intake.voorstel.lees')}<span class="vd-visually-hidden">: ${tekst}</span></a>`}</p></li>`
}

export function naamVan({ context: { spraak } }: Verzoek, voorstel: Voorstel) {
  if (voorstel.soort === 'gebeurtenis') return woorden(spraak, voorstel.gebeurtenis.naam)
  if (voorstel.soort === 'organisatie')
    return { tekst: organisatienaam(spraak.taal, voorstel.organisatie), lang: undefined }
  const { tekst, lang } = regelingtekst(spraak, voorstel.regeling)
  return { tekst: tekst.titel, lang }
}

export function organisatienaam(taal: string, { naam, noem }: Organisatie): string {
  return noem?.[taal] ?? naam
}

function redenzin({ context: { spraak } }: Verzoek, reden: Reden): string {
  const { t } = spraak
  switch (reden.soort) {
    case 'woorden':
      return t('intake.voorstel.woorden', {
        woorden: opsomming(
          spraak,
          reden.woorden.map((woord) => `“${woord}”`),
        ),
      })
    case 'bij':
      return t('intake.voorstel.bij', { naam: woorden(spraak, reden.gebeurtenis.naam).tekst })
    case 'voert-uit':
      return t('intake.voorstel.voert_uit', { naam: regelingtekst(spraak, reden.regeling).tekst.titel })
    case 'stap':
      return t('intake.voorstel.stap', {
        naam: woorden(spraak, reden.stap.titel).tekst,
        gebeurtenis: woorden(spraak, reden.gebeurtenis.naam).tekst,
      })
  }
}

/** Whom to call by telephone, together. A number that nobody established is not known, and said so. */
export function beldeel(verzoek: Verzoek, kaart: Intakekaart): Html {
  const { spraak, taal } = verzoek.context
  const { t } = spraak
  const organisaties = organisatiesOp(verzoek, kaart)
  return html`<section class="vd-section"><h2 id="bellen">${t('intake.bellen.titel')}</h2>
${organisaties.length === 0 ? html`<p>${t('intake.bellen.geen')}</p>` : html`<p>${t('intake.bellen.uitleg')}</p><ul class="vd-list">${organisaties.map((een) => html`<li><strong>${organisatienaam(taal, een)}</strong>: ${telefoon(verzoek, een)}</li>`)}</ul>`}</section>`
}

export function telefoon(verzoek: Verzoek, organisatie: Organisatie): Html {
  const { spraak } = verzoek.context
  const weg = wegenVan(verzoek, organisatie).telefoon
  if (weg?.nummer !== undefined)
    return html`<a href="${belAdres(weg.nummer)}">${weg.nummer}</a>${weg.naam !== undefined && html` <span lang="nl">(${weg.naam})</span>`}${weg.uren !== undefined && html` <span lang="nl">${weg.uren}</span>`}`
  return html`${spraak.t('intake.bellen.onbekend')} ${kanaaltekst(spraak, weg)}`
}

export function afspraakdeel(verzoek: Verzoek, kaart: Intakekaart): Html {
  const { context, zoek } = verzoek
  const { t } = context.spraak
  const { eigen, ook } = teamsBij(verzoek, kaart)
  return html`<section class="vd-section"><h2 id="afspraak">${t('intake.afspraak.titel')}</h2>
${zoek.get('gedaan') === 'afspraak' && html`<p class="vd-notice" role="status">${t('intake.afspraak.staat', { nummer: kaart.afspraken.at(-1)?.nummer ?? '' })}</p>`}
${kaart.afspraken.length > 0 && html`<ul class="vd-list">${kaart.afspraken.map((een) => afspraakregel(verzoek, een, t('intake.afspraak.zeg')))}</ul>`}
<p>${t(eigen.length + ook.length > 0 ? 'intake.afspraak.uitleg' : 'intake.afspraak.geen')}</p>
${eigen.length > 0 && teamlijst(verzoek, eigen)}
${ook.length > 0 && (eigen.length > 0 ? html`<details class="vd-details"><summary>${t('intake.afspraak.ook')}</summary>${teamlijst(verzoek, ook)}</details>` : teamlijst(verzoek, ook))}</section>`
}

function teamlijst({ context, beeld }: Verzoek, teams: readonly Afspraakteam[]): Html {
  const { taal, spraak } = context
  return html`<ul class="vd-list">${teams.map((team) => {
    const naam = `${beeld.organisaties.get(team.organisatie)?.naam ?? team.organisatie}: ${teamnaam(context, team) ?? ''}`
    return html`<li><a href="${adres(taal, 'balieIntakeAfspraak', { filter: { team: team.id } })}">${spraak.t('intake.afspraak.kies', { naam })}</a> ${voorbeeldmerk(context, team)}</li>`
  })}</ul>`
}

/** `zeg`: what to do with the number, to whoever reads it. */
export function afspraakregel(
  verzoek: Verzoek,
  { nummer, team: id, begin }: Intakekaart['afspraken'][number],
  zeg: string,
): Html {
  const { context, beeld, balie } = verzoek
  const { t } = context.spraak
  const team = balie?.naamloos?.teams().find((een) => een.id === id)
  const organisatie = team && beeld.organisaties.get(team.organisatie)
  return html`<li class="vd-print__plek"><span class="vd-afspraaknummer">${t('intake.afspraak.nummer', { nummer })}</span><br>${wanneer(context, begin, team?.zone ?? 'Europe/Amsterdam')}${organisatie && html`<br>${organisatie.naam}: ${teamnaam(context, team)}`}${team?.plek !== undefined && html`<br><span lang="nl">${team.plek}</span>`}<br>${zeg}</li>`
}
