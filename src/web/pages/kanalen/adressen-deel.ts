import {
  type Adres,
  type Contactadres,
  isBruikbaar,
  maxAdressen,
  maxMislukt,
  type Voorkeurbeeld,
} from '../../../kanalen/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { foutregel, tekstveld, type Veldfout } from '../../ui/formulier.ts'
import { heeftKanaal } from './keuze.ts'
import { type Kanaalscherm, plekAdres } from './scherm.ts'

const soorten = ['email', 'telefoon', 'post'] as const

/** Where notices and letters go: what there is, whether it works, and what to add. */
export function adressendeel(scherm: Kanaalscherm, beeld: Voorkeurbeeld, fouten: readonly Veldfout[]): Html {
  const { t } = scherm.verzoek.context.spraak
  const { adressen } = beeld
  return html`<section class="vd-section" id="adressen"><h2>${t('kanalen.adres.titel')}</h2><p>${t('kanalen.adres.tekst')}</p>
${adressen.length > 0 && html`<ul class="vd-rows">${adressen.map((een) => rij(scherm, een, fouten))}</ul>`}
${
  scherm.kanVastleggen &&
  soorten
    .filter((soort) => adressen.filter(({ adres }) => adres.soort === soort).length < maxAdressen)
    .map((soort) => voegToe(scherm, { soort, fouten, isOpen: soort === 'telefoon' && mistNummer(beeld) }))
}</section>`
}

/** Whoever wants to be called and gave no number hears that it is missing, and what comes instead. */
export function nummermelding(scherm: Kanaalscherm, beeld: Voorkeurbeeld): Html | undefined {
  const { t } = scherm.verzoek.context.spraak
  if (!mistNummer(beeld)) return undefined
  const geef = html` <a class="vd-screen-only" href="${plekAdres(scherm, 'toon', { anker: 'adressen' })}">${t('kanalen.geef_nummer')}</a>`
  return html`<p class="vd-notice">${t('kanalen.zonder_nummer')}${scherm.kanVastleggen && geef}</p>`
}

/** For a call a number need not be confirmed: a code proves that text messages arrive. */
function mistNummer(beeld: Voorkeurbeeld): boolean {
  return (
    heeftKanaal(beeld, 'telefoon') && beeld.adressen.every(({ adres: { soort } }) => soort !== 'telefoon')
  )
}

/** As people write it. */
export function adrestekst(adres: Adres): string {
  if (adres.soort === 'email') return adres.waarde
  return adres.soort === 'telefoon' ? adres.nummer : adres.regels.join(', ')
}

function rij(scherm: Kanaalscherm, adres: Contactadres, fouten: readonly Veldfout[]): Html {
  const { t } = scherm.verzoek.context.spraak
  const naam = adrestekst(adres.adres)
  const isOpen = adres.adres.soort !== 'post' && !isBruikbaar(adres)
  const stand =
    adres.adres.soort === 'post'
      ? 'post'
      : adres.mislukt >= maxMislukt
        ? 'mislukt'
        : adres.bevestigd === undefined && adres.codeMislukt !== undefined
          ? 'code_mislukt'
          : adres.bevestigd === undefined
            ? adres.adres.soort === 'telefoon'
              ? 'open_telefoon'
              : 'open'
            : 'goed'
  return html`<li class="vd-row"><div><strong>${naam}</strong><br><span class="vd-calm vd-small">${t(`kanalen.adres.stand.${stand}`)}</span>
${isOpen && scherm.kanVastleggen && codevorm(scherm, adres, fouten)}</div>
${scherm.kanVastleggen && html`<form method="post" action="${plekAdres(scherm, 'kies')}">${scherm.verborgen}<input type="hidden" name="doe" value="wis"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="id" value="${adres.id}">${t('kanalen.adres.wis')}<span class="vd-visually-hidden">: ${naam}</span></button></form>`}</li>`
}

function codevorm(scherm: Kanaalscherm, { id, adres }: Contactadres, fouten: readonly Veldfout[]): Html {
  const { t } = scherm.verzoek.context.spraak
  const veld = `code-${id}`
  return html`<form class="vd-code" method="post" action="${plekAdres(scherm, 'kies')}">${scherm.verborgen}<input type="hidden" name="id" value="${id}">
${tekstveld({
  id: veld,
  naam: 'code',
  label: t('kanalen.adres.code', { naam: adrestekst(adres) }),
  waarde: '',
  fout: fouten.find((een) => een.veld === veld),
  foutWoord: t('algemeen.fout'),
  invoer: 'numeric',
  breedte: 'kort',
  autocomplete: 'one-time-code',
  hoogstens: 12,
})}
<p class="vd-choices"><button class="utrecht-button utrecht-button--primary-action" type="submit" name="doe" value="bevestig">${t('kanalen.adres.bevestig')}</button>
<button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="code">${t('kanalen.adres.opnieuw')}</button></p></form>`
}

interface Nieuw {
  readonly soort: (typeof soorten)[number]
  readonly fouten: readonly Veldfout[]
  /** Asked for, so that nobody has to look for it. */
  readonly isOpen: boolean
}

function voegToe(scherm: Kanaalscherm, { soort, fouten, isOpen }: Nieuw): Html {
  const { context, form } = scherm.verzoek
  const { t } = context.spraak
  const veld = `adres-${soort}`
  const fout = fouten.find((een) => een.veld === veld)
  const waarde = fout === undefined ? '' : (form.get('waarde') ?? '').slice(0, 600)
  const label = t(`kanalen.adres.veld.${soort}`)
  const invoer =
    soort === 'post'
      ? html`<div class="utrecht-form-field vd-field${fout && ' utrecht-form-field--invalid'}"><label class="utrecht-form-label" for="${veld}">${label}</label>${foutregel({ fout, foutWoord: t('algemeen.fout'), id: veld })}
<textarea class="utrecht-textbox utrecht-textbox--html-input vd-textarea" rows="4"${attrs({ id: veld, name: 'waarde', maxlength: 600, autocomplete: 'street-address', 'aria-invalid': fout ? 'true' : undefined, 'aria-describedby': fout ? `${veld}-fout` : undefined })}>${waarde}</textarea></div>`
      : tekstveld({
          id: veld,
          naam: 'waarde',
          label,
          waarde,
          fout,
          foutWoord: t('algemeen.fout'),
          breedte: 'lang',
          autocomplete: scherm.kant === 'balie' ? 'off' : soort === 'email' ? 'email' : 'tel',
          hoogstens: 254,
        })
  return html`<details class="vd-details"${attrs({ open: isOpen || fout !== undefined })}><summary>${t(`kanalen.adres.voeg.${soort}`)}</summary><div>
<form method="post" action="${plekAdres(scherm, 'verklaar')}">${scherm.verborgen}<input type="hidden" name="doe" value="adres"><input type="hidden" name="soort" value="${soort}">
<p>${t(`kanalen.adres.daarna.${soort}`)}</p>
${invoer}
<p class="vd-actions"><button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('kanalen.adres.bewaar')}</button></p></form></div></details>`
}
