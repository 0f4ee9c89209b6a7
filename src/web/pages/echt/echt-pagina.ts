import {
  berichtonderwerpen,
  type Codeantwoord,
  type Codeonderwerp,
  dagenOud,
  eigenAfzender,
  maxTekens,
  type Oordeel,
} from '../../../afzender/index.ts'
import { datumOp } from '../../../kalender/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { foutregel, foutSamenvatting } from '../../ui/formulier.ts'
import { pagina } from '../../ui/pagina.ts'
import type { Verzoek } from '../../verzoek.ts'
import { registerVan } from './bronnen.ts'
import { oordeelKaart } from './oordeel-kaart.ts'

export type Codestand = Codeantwoord | 'onbekend' | 'verschreven' | 'stil'

export interface Uitkomst {
  readonly wat?: string
  readonly isLeeg?: boolean
  readonly uitkomst?: {
    readonly oordelen: readonly Oordeel[]
    readonly isMeer: boolean
    /** By what was pasted. */
    readonly codes: ReadonlyMap<string, Codestand>
  }
  /** Of the address of a QR code. */
  readonly code?: Codestand
}

export function echtPagina(verzoek: Verzoek, wat: Uitkomst): string {
  const { context } = verzoek
  const { t } = context.spraak
  const fout = wat.isLeeg ? { veld: 'wat', tekst: t('echt.leeg') } : undefined
  return pagina(context, {
    titel: t('echt.titel'),
    actief: 'echt',
    stijl: ['mijn.css', 'echt.css'],
    isFout: fout !== undefined,
    inhoud: html`${foutSamenvatting(t('vraag.fout.titel'), fout ? [fout] : [])}
<h1>${t('echt.titel')}</h1>
${wat.code !== undefined && html`<section class="vd-section"><h2>${t('echt.code.titel')}</h2>${codeKaart(verzoek, wat.code)}</section>`}
${wat.uitkomst && uitkomst(verzoek, wat.uitkomst)}
${vorm(verzoek, wat, fout)}
${lijst(t('echt.vals.titel'), 'vals', [
  t('echt.vals.open'),
  t('echt.vals.geef'),
  html`${t('echt.vals.bel')} <a href="${adres(context.taal, 'organisaties')}">${t('echt.vals.organisaties')}</a>`,
  t('echt.vals.bank'),
])}
${lijst(t('echt.uitleg.titel'), 'uitleg', [
  t('echt.uitleg.einde'),
  t('echt.uitleg.typ'),
  t('echt.uitleg.code'),
  t('echt.uitleg.inloggen'),
])}
<section class="vd-section"><h2>${t('echt.register.titel')}</h2><p>${t('echt.register.wat')}</p>${ouderdom(verzoek)}</section>`,
  })
}

function vorm(
  { context }: Verzoek,
  { wat = '', uitkomst: al }: Uitkomst,
  fout: { veld: string; tekst: string } | undefined,
): Html {
  const { t } = context.spraak
  const beschreven = fout ? 'wat-fout wat-hulp' : 'wat-hulp'
  return html`<form class="vd-form vd-screen-only" method="post" action="${adres(context.taal, 'echtStuur')}">
${al !== undefined && html`<h2>${t('echt.nieuw')}</h2>`}
${al === undefined && html`<p class="vd-lead">${t('echt.inleiding')}</p>`}
<div class="utrecht-form-field vd-field${fout ? ' utrecht-form-field--invalid' : ''}"><label class="utrecht-form-label" for="wat">${t('echt.veld')}</label>
<p class="vd-calm" id="wat-hulp">${t('echt.hulp')}</p>${foutregel({ fout, foutWoord: t('algemeen.fout'), id: 'wat' })}
<textarea class="utrecht-textbox utrecht-textbox--html-input vd-textarea" rows="4"${attrs({ id: 'wat', name: 'wat', maxlength: maxTekens, spellcheck: 'false', autocapitalize: 'none', autocomplete: 'off', 'aria-invalid': fout ? 'true' : undefined, 'aria-describedby': beschreven })}>${wat}</textarea></div>
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('echt.knop')}</button></p></form>`
}

function uitkomst(verzoek: Verzoek, { oordelen, isMeer, codes }: NonNullable<Uitkomst['uitkomst']>): Html {
  const { t } = verzoek.context.spraak
  return html`<section class="vd-section" id="uitkomst"><h2>${t('echt.uitkomst')}</h2>
${oordelen.length === 0 && html`<p class="vd-notice">${t('echt.geen')}</p>`}
${isMeer && html`<p class="vd-notice">${t('echt.meer')}</p>`}
${oordelen.map((oordeel) => {
  const { vondst, uitslag } = oordeel
  const stand = uitslag.status === 'code-verschreven' ? 'verschreven' : codes.get(vondst.tekst)
  if (stand === undefined) return oordeelKaart(verzoek, oordeel)
  const wat = vondst.tekst.trim().slice(0, 80)
  // A code fits on one line and an address need not.
  const wijze = vondst.soort === 'code' && wat.length <= 20 ? ' vd-whole' : ''
  return html`<article class="vd-genuine"><h3 class="vd-genuine__what${wijze}">${wat}</h3>${codeKaart(verzoek, stand)}</article>`
})}</section>`
}

/** The same for whoever has the code, with the way to the message for who it is for. */
function codeKaart({ context, wie, bronnen }: Verzoek, stand: Codestand): Html {
  const { t, datum } = context.spraak
  if (typeof stand === 'string') {
    const wat = stand === 'stil' ? undefined : t(`echt.code.${stand}_wat`)
    return html`<p class="vd-genuine__status vd-genuine__status--open"><strong>${t(`echt.code.${stand}`)}</strong></p>${wat !== undefined && html`<p>${wat}</p>`}`
  }
  const naam =
    stand.organisatie === eigenAfzender
      ? t('berichten.ons')
      : (bronnen.organisaties().get(stand.organisatie)?.naam ?? stand.organisatie)
  const naar =
    stand.bericht !== undefined
      ? html`<a href="${adres(context.taal, 'bericht', { bericht: stand.bericht })}">${t('echt.code.bericht')}</a>`
      : wie === undefined &&
        context.kanInloggen &&
        html`<a href="${adres(context.taal, 'berichten')}">${t('echt.code.lees')}</a>`
  return html`<p class="vd-genuine__status vd-genuine__status--yes"><strong>${t('echt.code.goed', { wie: naam, datum: datum(stand.datum) })}</strong></p>
<p>${t('echt.code.onderwerp', { onderwerp: t(onderwerpsleutel(stand.onderwerp)) })}</p>
<p>${t('echt.code.verder')}</p>${naar && html`<p>${naar}</p>`}`
}

function onderwerpsleutel(onderwerp: Codeonderwerp): string {
  const isGroep = berichtonderwerpen.some((groep) => groep === onderwerp)
  return `${isGroep ? 'kanalen.groep' : 'zaken.onderwerp'}.${onderwerp}`
}

function lijst(titel: string, id: string, regels: readonly (string | Html)[]): Html {
  return html`<section class="vd-section" id="${id}"><h2>${titel}</h2><ul class="vd-list">${regels.map((regel) => html`<li>${regel}</li>`)}</ul></section>`
}

function ouderdom({ bronnen, context, nu }: Verzoek): Html | undefined {
  const { momentopname } = registerVan(bronnen)
  if (momentopname === undefined) return undefined
  const n = Math.max(0, dagenOud(momentopname, datumOp(nu, 'Europe/Amsterdam')))
  return html`<p>${context.spraak.t('echt.register.oud', { bron: momentopname.bron, n })}</p>`
}
