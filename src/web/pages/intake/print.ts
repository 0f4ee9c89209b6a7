/** What the visitor takes along: one sheet, large type, whom to call and where to go. */
import type { Organisatie } from '../../../corpus/index.ts'
import { regelingOp } from '../../../kennis/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import type { Intakekaart } from '../../bezoek/intakekaart.ts'
import { adres } from '../../routes.ts'
import { kanaaltekst } from '../../ui/kanalen.ts'
import { tijdregel } from '../../ui/openingstijden.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { baliePagina } from '../balie/kader.ts'
import { woorden } from '../gebeurtenissen/woorden.ts'
import { regelingtekst } from '../rechten/zinnen.ts'
import { afspraakregel, organisatienaam, telefoon } from './delen.ts'
import { kaartVan, organisatiesOp, wegenVan } from './kaart.ts'

export function toon(verzoek: Verzoek): Antwoord {
  const { context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const kaart = kaartVan(verzoek)
  const inhoud =
    kaart === undefined
      ? html`<p>${t('intake.print.leeg')}</p>`
      : html`<p class="vd-screen-only"><button class="utrecht-button utrecht-button--primary-action" type="button" data-verrijk="print" hidden>${t('print.knop')}</button> <span class="vd-calm">${t('print.hoe')}</span></p>
${opPapier(verzoek, kaart)}`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: t('intake.print.titel'),
      inhoud,
      zonderGrond: true,
      stijl: ['kennis.css'],
      terug: { adres: adres(taal, 'balieIntake'), tekst: t('intake.afspraak.terug') },
    }),
  }
}

function opPapier(verzoek: Verzoek, kaart: Intakekaart): Html {
  const { context, beeld } = verzoek
  const { spraak } = context
  const { t } = spraak
  const { organisatie } = eisWerker(verzoek).werker.subject
  const naam = beeld.organisaties.get(organisatie)?.naam ?? organisatie
  const organisaties = organisatiesOp(verzoek, kaart)
  const zaken = waarover(verzoek, kaart)
  return html`<p>${t('intake.print.gemaakt', { datum: spraak.datum(beeld.datum), naam })}</p>
<section class="vd-section"><h2>${t('intake.print.uw_vraag')}</h2><p class="vd-kaart__vraag">${kaart.vraag}</p></section>
${kaart.afspraken.length > 0 && html`<section class="vd-section"><h2>${t('intake.print.afspraken')}</h2><ul class="vd-list">${kaart.afspraken.map((een) => afspraakregel(verzoek, een, t('intake.print.noem')))}</ul></section>`}
${organisaties.length > 0 && html`<section class="vd-section"><h2>${t('intake.print.bellen')}</h2>${organisaties.map((een) => plek(verzoek, een))}</section>`}
${zaken.length > 0 && html`<section class="vd-section"><h2>${t('intake.print.regelingen')}</h2><ul class="vd-list">${zaken}</ul></section>`}
<section class="vd-section"><p>${t('intake.print.bezwaar')}</p><p class="vd-calm">${t('intake.print.geen_besluit')} ${t('intake.print.geen_gegevens')}</p></section>`
}

function plek(verzoek: Verzoek, organisatie: Organisatie): Html {
  const { context } = verzoek
  const { spraak, taal } = context
  const { t } = spraak
  const { balie: desk, telefoon: bellen, brief, web } = wegenVan(verzoek, organisatie)
  const teams = (eisWerker(verzoek).balie.naamloos?.teams() ?? []).filter(
    (team) => team.organisatie === organisatie.id,
  )
  const balieteam = teams.find(({ vorm }) => vorm === 'balie')
  const waar = desk?.adres ?? balieteam?.plek
  const open = balieteam ? tijdregel(spraak, balieteam.openingstijden) : (desk?.uren ?? bellen?.uren)
  const wat = organisatie.wat[taal] ?? organisatie.wat.nl
  const regel = (tekst: string | undefined) =>
    tekst !== undefined &&
    html`<p${attrs({ lang: desk?.tekst?.[taal] === undefined ? 'nl' : undefined })}>${tekst}</p>`
  return html`<div class="vd-print__plek"><h3>${organisatienaam(taal, organisatie)}</h3>
<p>${wat}</p>
<p><strong>${t('gebeurtenis.wegen.telefoon')}</strong>: ${telefoon(verzoek, organisatie)}</p>
${waar !== undefined && html`<p><strong>${t('intake.print.adres', { adres: waar })}</strong></p>`}
${regel(kanaaltekst(spraak, desk))}
<p>${open === undefined ? t('intake.print.open_onbekend') : t('intake.print.open', { tijden: open })}</p>
${brief?.adres !== undefined && html`<p lang="nl">${brief.adres}</p>`}
${web?.url !== undefined && html`<p>${web.url.replace(/^https?:\/\/(www\.)?/, '')}</p>`}</div>`
}

/** Schemes and events of the card, in a sentence each. */
function waarover({ context: { spraak }, bronnen, beeld }: Verzoek, kaart: Intakekaart): readonly Html[] {
  return kaart.gekozen.flatMap((keuze) => {
    const [soort, id = ''] = keuze.split(':')
    const gebeurtenis = soort === 'gebeurtenis' ? beeld.gebeurtenissen.get(id) : undefined
    if (gebeurtenis !== undefined) {
      const [naam, kort] = [woorden(spraak, gebeurtenis.naam), woorden(spraak, gebeurtenis.kort)]
      return html`<li class="vd-print__plek"${attrs({ lang: naam.lang })}><strong>${naam.tekst}</strong>: ${kort.tekst}</li>`
    }
    const info = soort === 'regeling' ? regelingOp(bronnen.geheel(), id, beeld.datum) : undefined
    if (info === undefined) return []
    const { tekst, lang } = regelingtekst(spraak, info)
    return html`<li class="vd-print__plek"${attrs({ lang })}><strong>${tekst.titel}</strong>: ${tekst.kort} ${tekst.aanvragen}</li>`
  })
}
