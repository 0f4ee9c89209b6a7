/** «Houd mij op de hoogte», for the resident: a consent of their own, taken back as easily as it was given. */
import type { Verwerkingsbewijs } from '../../../audit/index.ts'
import { html, PlatformError } from '../../../platform/index.ts'
import { type Volgbeeld, volgDoel } from '../../../proactief/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { deelVan } from '../deel.ts'
import { eisWie, volgenToestemmen } from '../mijn/eis.ts'
import { gedaanUit, mijnPagina } from '../mijn/kader.ts'
import { metRegel } from '../mijn/verwerk.ts'
import { mag } from '../mijn/wie.ts'
import type { Proactiefbronnen } from './bronnen.ts'
import { antwoordlijst, beeldVan } from './feiten.ts'
import { verschillen } from './verschil.ts'
import { leesVolgkeuze, nietVoorMij, stand, stopvormen, volgvorm, watWijDoen } from './volgen-deel.ts'

const gegevens = ['antwoorden', 'gebeurtenis', 'verandering']
const gedaanwoorden = ['volgt', 'bewaard', 'nee', 'gestopt', 'nooit', 'toch-wel']

export function eisProactief({ proactief }: Verzoek): Proactiefbronnen {
  if (proactief === undefined) throw new PlatformError('niet-gevonden')
  return proactief
}

function als<T>(verzoek: Verzoek, fn: (bewijs: Verwerkingsbewijs) => Promise<T>): Promise<T> {
  const { mijn, wie } = eisWie(verzoek)
  return metRegel(mijn, wie, { doel: volgDoel, gegevens }, fn)
}

export function toon(verzoek: Verzoek): Promise<Antwoord> {
  return pagina(verzoek, [])
}

/** The answers that are in the browser now, or those that were kept; with neither only what registers say. */
export async function geef(verzoek: Verzoek): Promise<Antwoord> {
  const proactief = eisProactief(verzoek)
  const { volgen } = proactief
  const { wie } = eisWie(verzoek)
  const { form, context, bezoek } = verzoek
  if (form.get('wil') !== 'ja') return naar(verzoek, 'nee')
  const keuze = leesVolgkeuze(form, context, proactief)
  if ('length' in keuze) return pagina(verzoek, keuze)
  const isKaal = bezoek.antwoorden.volgorde.length === 0
  const { t } = context.spraak
  const gedaan = await als(verzoek, async (bewijs) => {
    const { volgt } = await volgen.bekijk(wie.persoon, bewijs)
    const huishouden = isKaal ? volgt?.feiten.huishouden : bezoek.antwoorden.huishouden
    if (huishouden === undefined && keuze.bronnen.length === 0) return 'niets'
    const feiten = { huishouden: huishouden ?? {}, ...keuze }
    if (volgt !== undefined && (await volgen.wijzig(wie.persoon, feiten, bewijs))) return 'bewaard'
    await volgen.volg(wie.persoon, feiten, bewijs)
    return 'volgt'
  })
  if (gedaan === 'niets') return pagina(verzoek, [{ veld: 'brp', tekst: t('volgen.fout.niets') }])
  return naar(verzoek, gedaan)
}

export async function stop(verzoek: Verzoek): Promise<Antwoord> {
  const { volgen } = eisProactief(verzoek)
  const { persoon } = eisWie(verzoek).wie
  const { form } = verzoek
  const doe = form.get('doe')
  if (doe === 'toch-wel') {
    const regeling = form.get('regeling') ?? ''
    await als(verzoek, (bewijs) => volgen.zetNietVoorMij(persoon, regeling, false, bewijs))
    return naar(verzoek, 'toch-wel')
  }
  const afmelden = doe === 'nooit'
  await als(verzoek, (bewijs) => volgen.stop(persoon, bewijs, { afmelden }))
  return naar(verzoek, afmelden ? 'nooit' : 'gestopt')
}

function naar({ context }: Verzoek, gedaan: string): Antwoord {
  return { soort: 'ga-naar', adres: adres(context.taal, 'volgen', { gedaan }) }
}

async function pagina(verzoek: Verzoek, fouten: readonly Veldfout[]): Promise<Antwoord> {
  const proactief = eisProactief(verzoek)
  const { mijn, wie } = eisWie(verzoek)
  const { context, zoek, nu, form, isForm } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const beeld = await deelVan(verzoek, 'volgen', () =>
    als(verzoek, (bewijs) => proactief.volgen.bekijk(wie.persoon, bewijs)),
  )
  const gedaan = fouten.length === 0 ? gedaanUit(zoek, gedaanwoorden) : undefined
  const magGeven = mag(mijn, wie, volgenToestemmen, nu)
  const naarStop = { naar: adres(taal, 'volgenStop'), wiens: 'mijn' } as const
  const bekend = beeld === 'weg' ? undefined : beeld
  const delen = {
    ...{ naar: adres(taal, 'volgenGeef'), form: isForm ? form : undefined, fouten },
    ...({ wiens: 'mijn', bekend: bekend?.volgt?.feiten } as const),
  }
  const vorm = volgvorm(context, delen, proactief)
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
${bekend === undefined ? html`<p class="vd-notice" role="status">${t('volgen.weg')}</p>` : (stand(context, bekend) ?? html`<p class="vd-lead">${t('volgen.inleiding')}</p>`)}
${bekend?.volgt !== undefined && html`<p><a href="${adres(taal, 'veranderingen')}">${t('volgen.naar_veranderingen')}</a></p>`}
${bekend?.volgt !== undefined && bewaardeFeiten(verzoek, bekend.volgt.laatst)}
${verschillen(verzoek, bekend?.volgt)}
${bekend?.volgt === undefined && watWijDoen(verzoek, proactief)}
<section class="vd-section vd-no-print"><h2>${t(bekend?.volgt === undefined ? 'volgen.kies' : 'volgen.wijzig')}</h2>
${watWordtBewaard(verzoek, bekend)}
${!magGeven && html`<p class="vd-notice">${t('portalen.opnieuw')}</p>`}
${vorm}</section>
${bekend && nietVoorMij(verzoek, bekend, naarStop)}
${stopvormen(verzoek, bekend ?? { afgemeld: undefined, nietVoorMij: new Set(), volgt: undefined }, naarStop)}
${bekend?.volgt !== undefined && html`<details class="vd-details vd-fold vd-fold--kop"><summary>${t('volgen.hoe_het_werkt')}</summary><div>${watWijDoen(verzoek, proactief)}</div></details>`}`
  return {
    soort: 'pagina',
    pagina: mijnPagina(context, {
      titel: t('volgen.titel'),
      inhoud,
      isFout: fouten.length > 0,
      stijl: ['machtiging.css', 'rechten.css', 'regeling.css'],
      melding: gedaan && t(`volgen.gedaan.${gedaan.replace('-', '_')}`),
    }),
    ...(fouten.length > 0 && { status: 400 }),
  }
}

/** Which answers go along, before anybody says yes: those of this browser, or none yet. */
function watWordtBewaard({ context, bezoek }: Verzoek, bekend: Volgbeeld | undefined) {
  const { taal, spraak } = context
  const { t } = spraak
  const n = bezoek.antwoorden.volgorde.length
  if (n > 0)
    return html`<p>${t('volgen.antwoorden', { n })} <a href="${adres(taal, 'antwoorden')}">${t('volgen.bekijk_antwoorden')}</a></p>`
  if (bekend?.volgt !== undefined) return undefined
  return html`<p>${t('volgen.geen_antwoorden')} <a href="${adres(taal, 'rechten')}">${t('volgen.naar_vragen')}</a></p>`
}

function bewaardeFeiten({ context, bronnen }: Verzoek, huishouden: Readonly<Record<string, unknown>>) {
  const { spraak } = context
  const gevonden = beeldVan(bronnen, huishouden, spraak)
  const n = gevonden?.antwoorden.volgorde.length ?? 0
  if (gevonden === undefined || n === 0) return undefined
  return html`<details class="vd-details vd-fold vd-fold--kop"><summary>${spraak.t('volgen.bewaard', { n })}</summary><div>${antwoordlijst(spraak, gevonden.beeld)}</div></details>`
}
