/** One item of somebody who is known, by its number: first why, then it opens, and they read that it was. */
import { leesNummer, type Werkregel } from '../../../ontvangst/index.ts'
import { isKenmerk } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { openvraag, richtGrond } from '../balie/openvraag.ts'
import { vragerVan } from '../balie/werker.ts'
import { eisPost } from './woorden.ts'

export async function openen(van: Verzoek): Promise<Antwoord> {
  const verzoek = { ...van, context: { ...van.context, pad: adres('nl', 'baliePost') } }
  const { ontvangst } = eisPost(verzoek)
  const { form, context } = verzoek
  const nummer = leesNummer(form.get('nummer') ?? '')
  const wie = vragerVan(eisWerker(verzoek).werker)
  const [regel] = nummer === undefined ? [] : (await ontvangst.werklijst(wie, { nummer })).regels
  if (regel === undefined) return { soort: 'niet-gevonden' }
  const gevolg = await richtGrond(verzoek, {
    gegevens: 'poststuk',
    kenmerk: isKenmerk(regel.nummer) ? regel.nummer : undefined,
    wie: (bewijs) => ontvangst.afzenderVan(wie, regel.id, bewijs),
  })
  if (gevolg === 'reden-ontbreekt') return vraag(verzoek, regel, form.has('reden-gevraagd'))
  if (gevolg === 'niet-gevonden') return { soort: 'niet-gevonden' }
  return { soort: 'ga-naar', adres: adres(context.taal, 'baliePostStuk', { poststuk: regel.id }) }
}

/** Why they open it; nothing of it or of whom it is from stands here. */
export function vraag(verzoek: Verzoek, { nummer }: Werkregel, isFout = false): Antwoord {
  const { taal, spraak } = verzoek.context
  const { t } = spraak
  return openvraag(verzoek, {
    titel: t('post.openen.titel', { nummer }),
    inleiding: t('post.openen.inleiding'),
    vraag: t('post.openen.reden'),
    vastgelegd: t('post.openen.vastgelegd'),
    knop: t('post.openen.knop'),
    naar: adres(taal, 'baliePostOpen'),
    veld: { naam: 'nummer', waarde: nummer },
    terug: { adres: adres(taal, 'baliePost'), tekst: t('post.balie.terug') },
    isFout,
  })
}
