/** For who says at a desk, on the phone or in a letter that they want to be kept informed, or no longer. */
import type { Verwerkingsbewijs } from '../../../audit/index.ts'
import { html, PlatformError } from '../../../platform/index.ts'
import { volgDoel } from '../../../proactief/index.ts'
import { handelendeMet } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisGrond, eisPersoon, wijzeVan } from '../balie/eis.ts'
import { naamUit } from '../balie/inwoner-pagina.ts'
import { baliePagina, grondveld } from '../balie/kader.ts'
import { naamVan } from '../balie/kanalen.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { eisProactief } from './volgen.ts'
import { leesVolgkeuze, nietVoorMij, stand, stopvormen, volgvorm, watWijDoen } from './volgen-deel.ts'

const gedaanwoorden = ['volgt', 'bewaard', 'nee', 'gestopt', 'nooit', 'toch-wel']

export function toon(verzoek: Verzoek): Promise<Antwoord> {
  return pagina(verzoek, [])
}

export async function zet(verzoek: Verzoek): Promise<Antwoord> {
  const { volgen } = eisProactief(verzoek)
  const { grond, persoon, als } = open(verzoek)
  const { form, context } = verzoek
  // Work on a case is no way in which somebody says something.
  if (wijzeVan(grond) === undefined) throw new PlatformError('geen-toegang')
  const doe = form.get('doe')
  if (doe === 'toch-wel') {
    const regeling = form.get('regeling') ?? ''
    await als((bewijs) => volgen.zetNietVoorMij(persoon, regeling, false, bewijs))
    return naar(verzoek, 'toch-wel')
  }
  if (doe === 'stop' || doe === 'nooit') {
    const afmelden = doe === 'nooit'
    await als((bewijs) => volgen.stop(persoon, bewijs, { afmelden }))
    return naar(verzoek, afmelden ? 'nooit' : 'gestopt')
  }
  if (form.get('wil') !== 'ja') return naar(verzoek, 'nee')
  const keuze = leesVolgkeuze(form, context, eisProactief(verzoek))
  if ('length' in keuze) return pagina(verzoek, keuze)
  const gedaan = await als(async (bewijs) => {
    const { volgt } = await volgen.bekijk(persoon, bewijs)
    const huishouden = volgt?.feiten.huishouden
    if (huishouden === undefined && keuze.bronnen.length === 0) return 'niets'
    const feiten = { huishouden: huishouden ?? {}, ...keuze }
    if (volgt !== undefined && (await volgen.wijzig(persoon, feiten, bewijs))) return 'bewaard'
    await volgen.volg(persoon, feiten, bewijs)
    return 'volgt'
  })
  const { t } = context.spraak
  if (gedaan === 'niets') return pagina(verzoek, [{ veld: 'brp', tekst: t('volgen.aan_balie.niets') }])
  return naar(verzoek, gedaan)
}

function open(verzoek: Verzoek) {
  const { balie, grond } = eisGrond(verzoek)
  const persoon = eisPersoon(grond)
  const verwerking = {
    ...{ doel: volgDoel, gegevens: ['antwoorden', 'gebeurtenis', 'verandering'] },
    ...{ betrokkenen: [persoon], door: handelendeMet(grond) },
  }
  const als = <T>(fn: (bewijs: Verwerkingsbewijs) => Promise<T>): Promise<T> =>
    balie.toegang.audit.metVerwerking(verwerking, fn)
  return { grond, persoon, als }
}

function naar({ context }: Verzoek, gedaan: string): Antwoord {
  return { soort: 'ga-naar', adres: adres(context.taal, 'balieVolgen', { gedaan }) }
}

async function pagina(verzoek: Verzoek, fouten: readonly Veldfout[]): Promise<Antwoord> {
  const proactief = eisProactief(verzoek)
  const { grond, persoon, als } = open(verzoek)
  const { context, zoek, form, isForm } = verzoek
  const { t } = context.spraak
  const bekend = await als((bewijs) => proactief.volgen.bekijk(persoon, bewijs))
  const met = {
    naar: adres(context.taal, 'balieVolgenZet'),
    verborgen: grondveld(grond),
    wiens: 'balie',
  } as const
  const kan = wijzeVan(grond) !== undefined
  const gedaan = fouten.length === 0 ? gedaanUit(zoek, gedaanwoorden) : undefined
  const delen = { ...met, form: isForm ? form : undefined, fouten, bekend: bekend.volgt?.feiten }
  const vorm = volgvorm(context, delen, proactief)
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${t(bekend.volgt === undefined ? 'volgen.aan_balie.doet_niet_mee' : 'volgen.aan_balie.doet_mee')}</p>
<p>${t('volgen.aan_balie.inleiding')}</p>
${stand(context, bekend)}
${watWijDoen(verzoek, proactief)}
${
  kan
    ? html`<section class="vd-section"><h2>${t('volgen.kies')}</h2><p>${t('volgen.aan_balie.zonder_antwoorden')}</p>${vorm}</section>
${nietVoorMij(verzoek, bekend, met)}${stopvormen(verzoek, bekend, met)}`
    : html`<p class="vd-notice">${t('volgen.aan_balie.zaak')}</p>`
}`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: t('volgen.aan_balie.titel'),
      inhoud,
      naam: naamUit(verzoek, await naamVan({ ...verzoek, isForm: false })),
      stijl: ['machtiging.css'],
      isFout: fouten.length > 0,
      melding: gedaan && t(`volgen.gedaan.${gedaan.replace('-', '_')}`),
    }),
    ...(fouten.length > 0 && { status: 400 }),
  }
}
