import { type Html, html, PlatformError } from '../../../platform/index.ts'
import {
  type BewaardeAansluiting,
  type Kleur,
  nietNagekeken,
  type Proefregel,
  type Proefuitslag,
  type Proefverslag,
} from '../../../zaken/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { tijdstip } from '../balie/kader.ts'
import { aansluitingPagina, eisBron, naamVan, vorm, wijzigerVan } from './kader.ts'

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { bron } = await eisBron(verzoek, 'beheren')
  return { soort: 'pagina', pagina: testpagina(verzoek, bron, { verslag: undefined }) }
}

/** Asks a few dozen questions and changes nothing, so that the answer may stand on the page that asked for it. */
export async function test(verzoek: Verzoek): Promise<Antwoord> {
  const { bron, beheer, werker } = await eisBron(verzoek, 'beheren')
  if (bron.aansluiting.stand === 'uit')
    return { soort: 'pagina', pagina: testpagina(verzoek, bron, { verslag: undefined }), status: 409 }
  const verslag = await beheer.test(bron.aansluiting.organisatie, wijzigerVan(werker))
  if (verslag === undefined) throw new PlatformError('niet-gevonden')
  return { soort: 'pagina', pagina: testpagina(verzoek, bron, { verslag }) }
}

/** `isNietAan`: somebody wanted to turn it on just now, and this is why it is on trial. */
export function testpagina(
  verzoek: Verzoek,
  { aansluiting: { organisatie: id, stand }, bezwaren }: BewaardeAansluiting,
  {
    verslag,
    isNietAan = false,
  }: { readonly verslag: Proefverslag | undefined; readonly isNietAan?: boolean },
): string {
  const { context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const inhoud = html`${isNietAan && html`<p class="vd-notice" role="status">${t('bronnen.test.niet_aan')}</p>`}
${verslag === undefined ? html`<p class="vd-lead">${t('bronnen.test.inleiding')}</p>` : uitslag(verzoek, verslag)}
${
  bezwaren.length > 0
    ? html`<p class="vd-notice">${t('bronnen.test.eerst_instellen')}</p>`
    : stand === 'uit'
      ? html`<p class="vd-notice">${t('bronnen.uit_vraagt_niets')}</p>`
      : html`<form method="post" action="${adres(taal, 'balieBronTest', { bron: id })}"><p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit" name="test" value="1">${t(verslag === undefined ? 'bronnen.test.begin' : 'bronnen.test.opnieuw')}</button></p></form>`
}`
  return aansluitingPagina(verzoek, {
    titel: t('bronnen.test.titel', { naam: naamVan(verzoek, id) }),
    inhoud,
    bij: id,
  })
}

const kleurVan: Readonly<Record<Proefuitslag, Kleur>> = {
  goed: 'groen',
  'let-op': 'oranje',
  fout: 'rood',
  'niet-gedaan': 'grijs',
}
const volgorde = ['fout', 'let-op', 'niet-gedaan', 'goed'] as const

/** What must be done first; within a colour in the order of mending. */
function uitslag(verzoek: Verzoek, { op, regels }: Proefverslag): Html {
  const { context } = verzoek
  const { t } = context.spraak
  const aantal = (soort: Proefuitslag) => regels.filter(({ uitslag: van }) => van === soort).length
  // What is right may not hide what nobody looked at.
  const open =
    aantal('fout') > 0
      ? []
      : nietNagekeken(regels).map((een) => t(`bronnen.proef.onderdeel.${een}`).toLowerCase())
  return html`<div class="vd-notice" role="status"><p><strong>${t(aantal('fout') === 0 ? 'bronnen.test.geslaagd' : 'bronnen.test.gezakt', { n: aantal('fout') })}</strong>${open.length > 0 && html` ${t('bronnen.test.niet_nagekeken', { wat: open.join(', ') })}`}</p>
<p>${t('bronnen.test.tel', { goed: aantal('goed'), letop: aantal('let-op'), fout: aantal('fout'), niet: aantal('niet-gedaan') })} ${t('bronnen.test.op', { moment: tijdstip(context, op) })}</p></div>
${volgorde
  .filter((soort) => aantal(soort) > 0)
  .map(
    (soort) => html`<section class="vd-section"><h2>${t(`bronnen.test.kop.${soort}`)}</h2>
<ul class="vd-rows">${regels.filter(({ uitslag: van }) => van === soort).map((regel) => html`<li class="vd-check-line">${rij(context, regel)}</li>`)}</ul></section>`,
  )}`
}

function rij({ spraak }: Context, { onderdeel, uitslag: soort, code, met }: Proefregel): Html {
  const { t } = spraak
  const kleur = kleurVan[soort]
  return html`<h3 class="vd-health vd-health--${kleur}">${vorm(kleur)}<span>${t(`bronnen.proef.onderdeel.${onderdeel}`)} <span class="vd-small vd-calm">${t(`bronnen.proef.uitslag.${soort}`)}</span></span></h3>
<p>${t(`bronnen.proef.code.${code}`, met ?? {})}</p>
${(soort === 'fout' || soort === 'let-op') && html`<p><strong>${t('bronnen.proef.doe_kop')}</strong> ${t(`bronnen.proef.doe.${code}`, met ?? {})}</p>`}`
}
