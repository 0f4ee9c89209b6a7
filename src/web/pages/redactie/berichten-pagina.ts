import { datum } from '../../../kalender/index.ts'
import {
  emailmelding,
  type Sjabloonsoort,
  sjabloonsoorten,
  smsLengte,
  smsmelding,
  stelBerichtOp,
  voorbeeldwaarden,
} from '../../../kanalen/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { keurBericht } from '../../taal/berichtkeur.ts'
import type { Context } from '../../ui/context.ts'
import { paren, redactiePagina } from './redactie-beeld.ts'

/** Every kind of message as it reads, in the language of the page, with made-up values and what the check found. */
export function berichtenPagina(context: Context): string {
  const { t } = context.spraak
  return redactiePagina(context, {
    titel: t('redactie.berichten.titel'),
    actief: 'redactieBerichten',
    inhoud: html`<h1>${t('redactie.berichten.titel')}</h1><p class="vd-lead">${t('redactie.berichten.inleiding')}</p>
${sjabloonsoorten.map((soort) => deel(context, soort))}`,
  })
}

function deel({ spraak, taal }: Context, soort: Sjabloonsoort): Html {
  const { t } = spraak
  const opgesteld = stelBerichtOp({ [taal]: spraak }, soort, voorbeeldwaarden)
  const [onderwerp = '', doen, ...alineas] = [opgesteld.onderwerp, opgesteld.doen, ...opgesteld.alineas].map(
    (tekst) => tekst?.[taal],
  )
  const melding = {
    soort,
    afzender: 'Gemeente Rotterdam',
    uiterlijk: datum('2026-03-17'),
    site: 'voordeur.example',
    controlecode: { code: 'K7M2-9QTD-4XV', adres: 'https://voordeur.example/echt' },
  }
  const email = emailmelding(spraak, melding)
  const sms = smsmelding(spraak, melding).tekst
  const { tekens, delen } = smsLengte(sms)
  const gevuld = alineas.filter((alinea) => alinea !== undefined)
  const gevonden = keurBericht({ onderwerp, ...(doen !== undefined && { doen }), alineas: gevuld }, taal)
  return html`<section class="vd-section" aria-labelledby="${soort}"><h2 id="${soort}">${t(`berichttekst.${soort}.naam`)}</h2><p><code>${soort}</code></p>
${paren([
  [
    t('redactie.berichten.brief'),
    html`<strong>${onderwerp}</strong><br>${t('brief.doen')} ${doen ?? t('brief.niets')}${gevuld.map((alinea) => html`<br>${alinea}`)}`,
  ],
  [
    t('redactie.berichten.email'),
    html`<strong>${email.onderwerp}</strong>${email.tekst
      .trim()
      .split('\n\n')
      .map((zin) => html`<br>${zin}`)}`,
  ],
  [t('redactie.berichten.sms', { tekens, delen }), sms],
  [
    t('redactie.berichten.let_op'),
    gevonden.length === 0
      ? t('redactie.berichten.niets')
      : html`${gevonden.map(({ regel, zin }) => html`<span lang="nl">${regel}</span>: <q>${zin}</q><br>`)}`,
  ],
])}</section>`
}
