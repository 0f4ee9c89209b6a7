import { html } from '../../../platform/index.ts'
import type { Aanbod, CodeFout } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting, tekstveld } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWie } from './eis.ts'
import { mijnPagina } from './kader.ts'
import { vandaagVan } from './machtiging-geven.ts'
import { machtigingInhoud } from './machtiging-inhoud.ts'
import { namenVan, zelfVan } from './namen.ts'
import { metRegel } from './verwerk.ts'

const wat = { doel: 'machtiging-registreren', gegevens: ['machtiging'] }

/** Somebody got a code. */
export function vorm(verzoek: Verzoek): Antwoord {
  return { soort: 'pagina', pagina: vormPagina(verzoek) }
}

/** Look first, then accept or refuse. What is wrong with a code is never said: only that it does not work. */
export async function stuur(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { form, context } = verzoek
  const { aanbiedingen } = mijn.toegang
  const { persoon } = wie.subject
  const code = (form.get('code') ?? '').slice(0, 60)
  const vandaag = vandaagVan(verzoek)
  const naar = (gedaan: string): Antwoord => ({
    soort: 'ga-naar',
    adres: adres(context.taal, 'machtigingen', { gedaan }),
  })
  const doe = form.get('doe')
  if (doe === 'aannemen') {
    const uitkomst = await metRegel(mijn, zelfVan(wie), wat, (bewijs) =>
      aanbiedingen.neemAan(persoon, bewijs, code, vandaag),
    )
    return uitkomst.status === 'ok' ? naar('aangenomen') : geenCode(verzoek, uitkomst)
  }
  if (doe === 'weigeren') {
    const uitkomst = await metRegel(mijn, zelfVan(wie), wat, (bewijs) =>
      aanbiedingen.weiger(persoon, bewijs, code, vandaag),
    )
    return uitkomst.status === 'ok' ? naar('geweigerd') : geenCode(verzoek, uitkomst)
  }
  const uitkomst = await metRegel(mijn, zelfVan(wie), wat, (bewijs) =>
    aanbiedingen.bekijk(persoon, bewijs, code, vandaag),
  )
  if (uitkomst.status !== 'ok') return geenCode(verzoek, uitkomst)
  return { soort: 'pagina', pagina: await aanbodPagina(verzoek, uitkomst.aanbod, code) }
}

/** The same page and the same words for every code that is none; only who tried too often is told to wait. */
function geenCode(verzoek: Verzoek, { status }: CodeFout): Antwoord {
  return {
    soort: 'pagina',
    pagina: vormPagina(verzoek, status),
    status: status === 'te-vaak' ? 429 : 400,
  }
}

function vormPagina(verzoek: Verzoek, status?: CodeFout['status']): string {
  const { context } = verzoek
  const { t } = context.spraak
  const tekst = status && t(`machtigen.fout.code_${status.replace('-', '_')}`)
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), tekst ? [{ veld: 'code', tekst }] : [])}
<p class="vd-lead">${t('machtigen.vul_in.inleiding')}</p>
${codeVorm(verzoek, tekst)}
<p class="vd-calm">${t('machtigen.vul_in.geen_code')}</p>`
  return mijnPagina(context, {
    titel: t('machtigen.vul_in.titel'),
    inhoud,
    terug: 'machtigingen',
    isFout: tekst !== undefined,
  })
}

/** Also on the page with all mandates. */
export function codeVorm({ context }: Verzoek, fout?: string) {
  const { taal, spraak } = context
  const { t } = spraak
  return html`<form method="post" action="${adres(taal, 'machtigingCodeStuur')}">
${tekstveld({
  id: 'code',
  naam: 'code',
  label: t('machtigen.vul_in.veld'),
  waarde: '',
  foutWoord: t('algemeen.fout'),
  invoer: 'numeric',
  breedte: 'midden',
  ...(fout !== undefined && { fout: { veld: 'code', tekst: fout } }),
})}
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('machtigen.vul_in.verder')}</button></p></form>`
}

async function aanbodPagina(verzoek: Verzoek, aanbod: Aanbod, code: string): Promise<string> {
  const { context } = verzoek
  const { t } = context.spraak
  const namen = await namenVan(verzoek, [aanbod.gever])
  const naam = namen.get(aanbod.gever)
  const knop = 'utrecht-button'
  const inhoud = html`<p class="vd-lead">${naam === undefined ? t('machtigen.neem_aan.iemand') : t('machtigen.neem_aan.van', { naam })}</p>
${naam === undefined && html`<p class="vd-notice">${t('machtigen.neem_aan.naam_onbekend')}</p>`}
${machtigingInhoud(verzoek, aanbod)}
<p>${t('machtigen.neem_aan.betekent')}</p>
<form class="vd-actions" method="post" action="${adres(context.taal, 'machtigingCodeStuur')}"><input type="hidden" name="code" value="${code}">
<button class="${knop} utrecht-button--primary-action" name="doe" value="aannemen">${t('machtigen.neem_aan.ja')}</button>
<button class="${knop} utrecht-button--secondary-action" name="doe" value="weigeren">${t('machtigen.neem_aan.nee')}</button></form>
<p class="vd-calm">${t('machtigen.neem_aan.later')}</p>`
  return mijnPagina(context, { titel: t('machtigen.neem_aan.titel'), inhoud, terug: 'machtigingen' })
}
