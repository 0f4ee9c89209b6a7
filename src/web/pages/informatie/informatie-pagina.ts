import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { pagina } from '../../ui/pagina.ts'

type Deel = readonly [naam: string, teksten: readonly string[]]
type Informatie = 'hulp' | 'over' | 'privacy' | 'toegankelijkheid'

/** Which texts stand under which heading; the words are in corpus/teksten/<taal>/pagina.yaml. */
const DELEN: Readonly<Record<Informatie, readonly Deel[]>> = {
  hulp: [
    ['bellen', ['tekst', 'eiland']],
    ['langs', ['tekst', 'eiland']],
    ['bieb', ['tekst', 'mee']],
    ['brief', ['tekst']],
    ['samen', ['tekst', 'digid', 'machtig']],
    ['tolk', ['tekst', 'hoe']],
  ],
  over: [
    ['wat', ['tekst', 'regels']],
    ['niet', ['tekst', 'fout']],
    ['zeker', ['tekst']],
    ['talen', ['tekst']],
    ['open', ['tekst']],
  ],
  privacy: [
    ['cookie', ['tekst', 'uur', 'voor']],
    ['server', ['tekst', 'log', 'tellen']],
    ['meten', ['tekst', 'niet', 'zin']],
    ['delen', ['tekst']],
    ['inloggen', ['bron', 'nummer', 'wie', 'tijd', 'melding', 'cookie']],
    ['gedeeld', ['tekst']],
  ],
  toegankelijkheid: [
    ['wat', []],
    ['eis', ['tekst', 'kijken', 'toets']],
    ['nog', ['onderzoek', 'mensen', 'papiaments', 'uur', 'anderen']],
    ['klacht', ['tekst']],
  ],
}
const BELOFTEN = ['toetsenbord', 'voorlezen', 'groot', 'script', 'kleur', 'donker', 'beeld'] as const
const VERTROUWEN = ['nagerekend', 'beoordeeld', 'opgesteld', 'alleen-tekst'] as const

export function informatiePagina(
  context: Context,
  naam: Informatie,
  /** What stands under the texts of a part, by its name. */
  meer: Readonly<Record<string, Html>> = {},
  isFout = false,
): string {
  const { t } = context.spraak
  // Where nobody can log in, a page about it would only worry.
  const delen = DELEN[naam].filter(([deel]) => deel !== 'inloggen' || context.kanInloggen)
  return pagina(context, {
    stijl: ['rechten.css', 'regeling.css'],
    titel: t(`pagina.${naam}.titel`),
    actief: naam,
    isFout,
    inhoud: html`<h1>${t(`pagina.${naam}.titel`)}</h1>
<p class="vd-lead">${inleiding(context, naam)}</p>
${delen.map(([deel, teksten]) => sectie(context, naam, deel, teksten, meer[deel]))}
${naam === 'privacy' && html`<p><a href="${adres(context.taal, 'verwerkingen')}">${t('verwerking.lijst.titel')}</a></p>`}
${naam === 'privacy' && wis(context)}
${naam === 'hulp' && html`<p><a href="${adres(context.taal, 'echt')}">${t('echt.titel')}</a></p>`}`,
  })
}

function inleiding({ spraak: { t }, kanInloggen }: Context, naam: Informatie): string {
  if (naam === 'over') return t('algemeen.leus')
  return t(`pagina.${naam}.${naam === 'privacy' && kanInloggen ? 'zonder_inloggen' : 'inleiding'}`)
}

function sectie(
  { spraak: { t } }: Context,
  pagina: string,
  deel: string,
  teksten: readonly string[],
  meer: Html | undefined,
): Html {
  const sleutel = `pagina.${pagina}.${deel}`
  return html`<section class="vd-section" id="${deel}"><h2>${t(`${sleutel}.titel`)}</h2>
${teksten.map((tekst) => html`<p>${t(`${sleutel}.${tekst}`)}</p>`)}
${meer}
${sleutel === 'pagina.toegankelijkheid.wat' && html`<ul class="vd-list">${BELOFTEN.map((b) => html`<li>${t(`${sleutel}.${b}`)}</li>`)}</ul>`}
${sleutel === 'pagina.over.zeker' && html`<dl class="vd-terms">${VERTROUWEN.map((v) => html`<div><dt>${t(`overzicht.vertrouwen.${v}`)}</dt><dd>${t(`overzicht.vertrouwen_uitleg.${v}`)}</dd></div>`)}</dl>`}
</section>`
}

function wis({ spraak: { t }, taal, heeftIets }: Context): Html | undefined {
  if (!heeftIets) return undefined
  return html`<form method="post" action="${adres(taal, 'wis')}"><button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('algemeen.voet.wis')}</button></form>`
}
