/** Who a case is about, as the register says it now: for who is shared who it is, one deliberate look at a time. */
import { beperkTot } from '../../../inwoner/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { brpdeel } from '../balie/inwoner-pagina.ts'
import { ketenlink, ketenpagina } from './kader.ts'
import { type Ketenscherm, leesScherm } from './scherm.ts'
import { aanspreekmerk, organisatienaam } from './woorden.ts'

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const scherm = await leesScherm(verzoek, 'balie')
  if (scherm?.beeld.zicht.betrokkene?.soort !== 'persoon') return { soort: 'niet-gevonden' }
  const { t } = verzoek.context.spraak
  const inhoud = html`<p class="vd-lead">${t('loket.wieishet.uitleg')}</p>
${await uitRegister(scherm)}
${bereiken(scherm)}`
  return { soort: 'pagina', pagina: ketenpagina(scherm, { titel: t('loket.wieishet.titel'), inhoud }) }
}

async function uitRegister({ verzoek, loket, vrager, ketenzaak, beeld }: Ketenscherm): Promise<Html> {
  const { t } = verzoek.context.spraak
  const wie = organisatienaam(verzoek, beeld.zicht.regie.organisatie).tekst
  // Whom they mean there, no register here knows.
  if (beeld.elders !== undefined) return html`<p>${t('loket.wieishet.elders', { wie })}</p>`
  const { registers } = eisWerker(verzoek).balie
  const gevonden = await loket.overBetrokkene(vrager, ketenzaak, async (persoon, bewijs) => {
    const uitkomst = await registers.brp.raadpleeg(persoon, bewijs)
    return uitkomst.status === 'ok'
      ? { ...uitkomst, gegevens: beperkTot(uitkomst.gegevens, bewijs.gegevens) }
      : uitkomst
  })
  return gevonden === undefined
    ? html`<p>${t('loket.weigering.niet-gevonden')}</p>`
    : brpdeel(verzoek, gevonden)
}

/** By the case itself, which they read; and by who owns it, who is called. */
function bereiken(scherm: Ketenscherm): Html {
  const { context } = scherm.verzoek
  const { t } = context.spraak
  const { regie } = scherm.beeld.zicht
  return html`<section class="vd-section" aria-labelledby="bereiken"><h2 id="bereiken">${t('loket.wieishet.bereiken')}</h2>
<p>${t('loket.wieishet.schrijven')}</p>
<p class="vd-actions">${ketenlink(scherm, 'bericht', '', undefined, 'knop')}</p>
<p>${t('loket.wieishet.bellen')} <strong>${aanspreekmerk(scherm)}</strong>, ${organisatienaam(scherm.verzoek, regie.organisatie).tekst}.</p></section>`
}
