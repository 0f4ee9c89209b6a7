/** What somebody corrected and a register says otherwise: both, and how the register is put right. */
import { type Html, html } from '../../../platform/index.ts'
import type { Verschilwoord, Volgbeeld } from '../../../proactief/index.ts'
import { adres } from '../../routes.ts'
import type { Verzoek } from '../../verzoek.ts'
import { antwoordregels, beeldVan, gebruikteFeiten } from './feiten.ts'
import { organisatieHier, organisatienaam, type Wiens } from './volgen-deel.ts'

/** Nothing where both say the same. At a desk it is about somebody else, and how it is put right is said and not pressed. */
export function verschillen(
  verzoek: Verzoek,
  volgt: Volgbeeld['volgt'],
  wiens: Wiens = 'mijn',
): Html | undefined {
  const anders = volgt?.anders ?? []
  if (anders.length === 0) return undefined
  const { t } = verzoek.context.spraak
  return html`<section class="vd-section" id="verschil"><h2>${t('veranderingen.verschil.titel')}</h2><p>${t(`veranderingen.verschil.uitleg.${wiens}`)}</p>
<dl class="vd-data">${anders.map((een) => verschil(verzoek, een, wiens))}</dl></section>`
}

function verschil(verzoek: Verzoek, { feit, bron, op, gezegd, register }: Verschilwoord, wiens: Wiens): Html {
  const { context, beeld } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const [gebruikt] = gebruikteFeiten(spraak, beeld, [feit], new Set([bron]))
  const naam = gebruikt?.tekst ?? feit
  const van = bron === 'brp' ? 'gemeente' : 'belastingdienst'
  const wie = organisatienaam(beeld, context, van)
  const nummer = organisatieHier(beeld, van)?.kanalen.telefoon?.nummer
  const soort = gebruikt?.register?.soort
  return html`<div class="vd-data__item"><dt>${naam}</dt><dd>${t(`veranderingen.verschil.zei.${wiens}`, { dag: spraak.datum(op), wat: inWoorden(verzoek, gezegd) })}
<br>${t('veranderingen.verschil.register', { register: t(`volgen.register.${bron}`), wat: inWoorden(verzoek, register) })}
${wiens === 'mijn' && soort && html`<br><a href="${adres(taal, 'kloptNiet', { gegeven: soort })}">${t('veranderingen.verschil.meld')}<span class="vd-visually-hidden">: ${naam}</span></a>`}
<br><span class="vd-calm">${nummer === undefined ? t('veranderingen.gegevens.vraag', { naam: wie }) : t('veranderingen.gegevens.bel', { naam: wie, nummer })}</span></dd></div>`
}

/** One answer by itself; of people each fact by name. */
function inWoorden({ bronnen, context }: Verzoek, deel: Verschilwoord['gezegd']): string {
  const { spraak } = context
  const gevonden = beeldVan(bronnen, deel, spraak)
  const regels = gevonden === undefined ? [] : antwoordregels(spraak, gevonden.beeld)
  if (regels.length === 0) return spraak.t('veranderingen.verschil.iets_anders')
  return regels.length === 1
    ? (regels[0]?.waarde ?? '')
    : regels.map(({ naam, waarde }) => `${naam}: ${waarde}`).join('; ')
}
