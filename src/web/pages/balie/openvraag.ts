/** One thing of somebody, that stands in a list of numbers: first why, then it opens, and they read that it was. */
import { redenen, type Verwerkingsbewijs } from '../../../audit/index.ts'
import type { PersoonId } from '../../../domain/index.ts'
import { html, PlatformError } from '../../../platform/index.ts'
import { handelendeMet, rolVoor } from '../../../toegang/index.ts'
import { foutregel, foutSamenvatting, keuzes, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWerker, grondStellen } from './eis.ts'
import { baliePagina } from './kader.ts'
import { beslisVoorWerker, vragerVan } from './werker.ts'

const gewoonDoel = 'inwoner-helpen'

/**
 * States the reason, and turns the ground to whom it is about. It takes the place of whatever ground there was, as any
 * reason that is stated does.
 * @param gegevens Which kind of data is looked at to learn whom it is about.
 */
export async function richtGrond(
  verzoek: Verzoek,
  {
    doel = gewoonDoel,
    gegevens,
    kenmerk,
    wie,
  }: {
    readonly doel?: string
    readonly gegevens: string
    readonly kenmerk: string | undefined
    readonly wie: (bewijs: Verwerkingsbewijs) => Promise<PersoonId | 'onbekend' | undefined>
  },
): Promise<'gericht' | 'reden-ontbreekt' | 'niet-gevonden'> {
  const { balie, werker } = eisWerker(verzoek)
  if (!beslisVoorWerker(balie, werker, grondStellen, verzoek.nu).mag) throw new PlatformError('geen-toegang')
  const reden = redenen.find((een) => een === verzoek.form.get('reden'))
  if (reden === undefined) return 'reden-ontbreekt'
  const rol = rolVoor(balie.verwerkingen().get(doel)?.rollen ?? [], werker.subject.rollen)
  if (rol === undefined) throw new PlatformError('geen-toegang')
  const { gronden, audit } = balie.toegang
  const gesteld = await gronden.stel({ ...vragerVan(werker), rol, doel, reden, kenmerk })
  if (gesteld.status === 'ongeldig') return 'reden-ontbreekt'
  const { grond } = gesteld
  const verwerking = { doel, gegevens: [gegevens], betrokkenen: [], door: handelendeMet(grond) }
  const persoon = await audit.metVerwerking(verwerking, wie)
  if (persoon === undefined) return 'niet-gevonden'
  if (persoon !== 'onbekend' && !(await gronden.richt(grond, persoon)))
    throw new PlatformError('grond-ontbreekt')
  // The page that opens writes the line on their record, with this reason and number.
  return 'gericht'
}

/** Why they open it; nothing of it or of whom it is stands here. */
export function openvraag(
  verzoek: Verzoek,
  delen: {
    readonly titel: string
    readonly inleiding: string
    readonly vraag: string
    readonly vastgelegd: string
    readonly knop: string
    /** The form that is sent, and which thing it is about. */
    readonly naar: string
    readonly veld: { readonly naam: string; readonly waarde: string }
    readonly terug: { readonly adres: string; readonly tekst: string }
    readonly isFout: boolean
  },
): Antwoord {
  const { t } = verzoek.context.spraak
  const { titel, veld, terug, isFout } = delen
  const fouten: readonly Veldfout[] = isFout
    ? [{ veld: 'reden', tekst: t('balie.begin.fout.reden-ontbreekt') }]
    : []
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${delen.inleiding}</p>
<form class="vd-form" method="post" action="${delen.naar}">
<input type="hidden" name="${veld.naam}" value="${veld.waarde}"><input type="hidden" name="reden-gevraagd" value="1">
<fieldset class="vd-fieldset"><legend>${delen.vraag}</legend>
${foutregel({ fout: fouten[0], foutWoord: t('algemeen.fout'), id: 'reden' })}
${keuzes({ id: 'reden', naam: 'reden', opties: redenen.map((reden) => ({ waarde: reden, tekst: t(`balie.reden.${reden}`) })), gekozen: undefined })}</fieldset>
<p>${delen.vastgelegd}</p>
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${delen.knop}</button></p></form>`
  const pagina = baliePagina(verzoek, { titel, inhoud, isFout, zonderGrond: true, terug })
  return { soort: 'pagina', pagina, status: isFout ? 400 : 200 }
}
