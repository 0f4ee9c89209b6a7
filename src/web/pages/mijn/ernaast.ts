import type { GenoemdeHelper } from '../../../audit/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { helperfout, hulpDoel, maxHelpertekst } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting, tekstveld, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWie } from './eis.ts'
import { gedaanUit, mijnPagina } from './kader.ts'
import { zelfVan } from './namen.ts'
import { metRegel } from './verwerk.ts'

const wat = { doel: hulpDoel, gegevens: ['helper'] }

/** Somebody sits beside me and helps. They see what I see as long as I sit here, and nothing alone. */
export function toon(verzoek: Verzoek): Antwoord {
  return { soort: 'pagina', pagina: ernaastPagina(verzoek, {}, []) }
}

export async function stuur(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { context, form } = verzoek
  const { sessies } = mijn.toegang
  const naar = (gedaan: string): Antwoord => ({
    soort: 'ga-naar',
    adres: adres(context.taal, 'ernaast', { gedaan }),
  })
  // On the record of who is logged in; what is done meanwhile for somebody else says that a helper was there.
  const ik = zelfVan(wie)
  if (form.get('doe') === 'stop') {
    const { helper: was } = wie.sessie
    if (was !== undefined)
      await metRegel(mijn, ik, { ...wat, helper: genoemd(was) }, () => sessies.stoptHulp(wie.token))
    return naar('gestopt')
  }
  const waarden = { naam: lees(form, 'naam'), organisatie: lees(form, 'organisatie') }
  const fouten = (['naam', 'organisatie'] as const).flatMap((veld): Veldfout[] => {
    const fout = helperfout(waarden[veld])
    const tekst = fout && context.spraak.t(`ernaast.fout.${fout.replace('-', '_')}`, { max: maxHelpertekst })
    return tekst === undefined ? [] : [{ veld, tekst }]
  })
  if (fouten.length > 0)
    return { soort: 'pagina', pagina: ernaastPagina(verzoek, waarden, fouten), status: 400 }
  const helper = genoemd(waarden)
  await metRegel(mijn, ik, { ...wat, helper }, () => sessies.begintHulp(wie.token, helper))
  return naar('begonnen')
}

function genoemd({ naam, organisatie }: GenoemdeHelper): GenoemdeHelper {
  return { ...(naam && { naam }), ...(organisatie && { organisatie }) }
}

function lees(form: URLSearchParams, veld: string): string {
  return (form.get(veld) ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 2 * maxHelpertekst)
}

function ernaastPagina(
  verzoek: Verzoek,
  waarden: Readonly<Record<string, string>>,
  fouten: readonly Veldfout[],
): string {
  const { context, zoek } = verzoek
  const { wie } = eisWie(verzoek)
  const { t } = context.spraak
  const { helper } = wie.sessie
  const gedaan = fouten.length === 0 ? gedaanUit(zoek, ['begonnen', 'gestopt']) : undefined
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${t('ernaast.inleiding')}</p>
<ul class="vd-list"><li>${t('ernaast.ziet')}</li><li>${t('ernaast.alleen')}</li><li>${t('ernaast.vastgelegd')}</li></ul>
${helper === undefined ? beginVorm(verzoek, waarden, fouten) : stopVorm(verzoek)}
<p>${t('ernaast.wensen')} <a href="${adres(context.taal, 'hulpbehoefte')}">${t('hulpbehoefte.titel')}</a></p>
<p class="vd-calm">${t('ernaast.machtigen')} <a href="${adres(context.taal, 'machtigingen')}">${t('mijn.machtigingen.titel')}</a></p>`
  return mijnPagina(context, {
    titel: t('ernaast.titel'),
    inhoud,
    isFout: fouten.length > 0,
    melding: gedaan && t(`ernaast.gedaan.${gedaan}`),
  })
}

function beginVorm(
  { context }: Verzoek,
  waarden: Readonly<Record<string, string>>,
  fouten: readonly Veldfout[],
): Html {
  const { t } = context.spraak
  const veld = (id: 'naam' | 'organisatie'): Html =>
    tekstveld({
      id,
      naam: id,
      label: t(`ernaast.veld.${id}`),
      waarde: waarden[id] ?? '',
      fout: fouten.find((een) => een.veld === id),
      foutWoord: t('algemeen.fout'),
      breedte: 'lang',
    })
  return html`<form method="post" action="${adres(context.taal, 'ernaastStuur')}">
${veld('naam')}
${veld('organisatie')}
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" name="doe" value="begin">${t('ernaast.begin')}</button></p></form>`
}

function stopVorm({ context }: Verzoek): Html {
  const { t } = context.spraak
  return html`<form class="vd-actions" method="post" action="${adres(context.taal, 'ernaastStuur')}"><button class="utrecht-button utrecht-button--primary-action" name="doe" value="stop">${t('ernaast.stop')}</button></form>`
}
