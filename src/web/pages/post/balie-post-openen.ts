/** One item of somebody who is known, by its number: first why, then it opens, and they read that it was. */
import { redenen } from '../../../audit/index.ts'
import { leesNummer, type Werkregel } from '../../../ontvangst/index.ts'
import { html, PlatformError } from '../../../platform/index.ts'
import { handelendeMet, isKenmerk, rolVoor } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import { foutregel, foutSamenvatting, keuzes, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWerker, grondStellen } from '../balie/eis.ts'
import { baliePagina } from '../balie/kader.ts'
import { beslisVoorWerker, vragerVan } from '../balie/werker.ts'
import { eisPost } from './woorden.ts'

const doel = 'inwoner-helpen'

/** Takes the place of whatever ground there was, as any reason that is stated does. */
export async function openen(van: Verzoek): Promise<Antwoord> {
  const verzoek = { ...van, context: { ...van.context, pad: adres('nl', 'baliePost') } }
  const { ontvangst } = eisPost(verzoek)
  const { balie, werker } = eisWerker(verzoek)
  const { form, context, nu } = verzoek
  const nummer = leesNummer(form.get('nummer') ?? '')
  const wie = vragerVan(werker)
  const [regel] = nummer === undefined ? [] : (await ontvangst.werklijst(wie, { nummer })).regels
  if (regel === undefined) return { soort: 'niet-gevonden' }
  if (!beslisVoorWerker(balie, werker, grondStellen, nu).mag) throw new PlatformError('geen-toegang')
  const reden = redenen.find((een) => een === form.get('reden'))
  if (reden === undefined) return vraag(verzoek, regel, form.has('reden-gevraagd'))
  const rol = rolVoor(balie.verwerkingen().get(doel)?.rollen ?? [], werker.subject.rollen)
  if (rol === undefined) throw new PlatformError('geen-toegang')
  const { gronden, audit } = balie.toegang
  const kenmerk = isKenmerk(regel.nummer) ? regel.nummer : undefined
  const gesteld = await gronden.stel({ ...wie, rol, doel, reden, kenmerk })
  if (gesteld.status === 'ongeldig') return vraag(verzoek, regel, true)
  const { grond } = gesteld
  const verwerking = { doel, gegevens: ['poststuk'], betrokkenen: [], door: handelendeMet(grond) }
  const afzender = await audit.metVerwerking(verwerking, (bewijs) =>
    ontvangst.afzenderVan(wie, regel.id, bewijs),
  )
  if (afzender === undefined) return { soort: 'niet-gevonden' }
  if (afzender !== 'onbekend' && !(await gronden.richt(grond, afzender)))
    throw new PlatformError('grond-ontbreekt')
  // The page that opens writes the line on their record, with this reason and number.
  return { soort: 'ga-naar', adres: adres(context.taal, 'baliePostStuk', { poststuk: regel.id }) }
}

/** Why they open it; nothing of it or of whom it is from stands here. */
export function vraag(verzoek: Verzoek, { nummer }: Werkregel, isFout = false): Antwoord {
  const { context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const fouten: readonly Veldfout[] = isFout
    ? [{ veld: 'reden', tekst: t('balie.begin.fout.reden-ontbreekt') }]
    : []
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${t('post.openen.inleiding')}</p>
<form class="vd-form" method="post" action="${adres(taal, 'baliePostOpen')}">
<input type="hidden" name="nummer" value="${nummer}"><input type="hidden" name="reden-gevraagd" value="1">
<fieldset class="vd-fieldset"><legend>${t('post.openen.reden')}</legend>
${foutregel({ fout: fouten[0], foutWoord: t('algemeen.fout'), id: 'reden' })}
${keuzes({ id: 'reden', naam: 'reden', opties: redenen.map((reden) => ({ waarde: reden, tekst: t(`balie.reden.${reden}`) })), gekozen: undefined })}</fieldset>
<p>${t('post.openen.vastgelegd')}</p>
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('post.openen.knop')}</button></p></form>`
  const pagina = baliePagina(verzoek, {
    titel: t('post.openen.titel', { nummer }),
    inhoud,
    isFout,
    zonderGrond: true,
    terug: { adres: adres(taal, 'baliePost'), tekst: t('post.balie.terug') },
  })
  return { soort: 'pagina', pagina, status: isFout ? 400 : 200 }
}
