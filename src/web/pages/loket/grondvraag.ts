/** A case of somebody who is known, that a colleague owns: first why, then it opens, and the resident reads that it was. */
import { ketenDoel } from '../../../loket/index.ts'
import { isKenmerk } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { openvraag, richtGrond } from '../balie/openvraag.ts'
import { eisLoket, vragerVan } from './scherm.ts'

/** The name of its form, among the others of a case. */
const vorm = 'grond'

/** `undefined`: that is not why they do not see it. */
export async function grondvraag(verzoek: Verzoek, isFout = false): Promise<Antwoord | undefined> {
  const ketenzaak = verzoek.delen.ketenzaak ?? ''
  const gevraagd = await eisLoket(verzoek).vraagtGrond?.(vragerVan(verzoek, 'balie'), ketenzaak)
  if (gevraagd === undefined) return undefined
  const { taal, spraak } = verzoek.context
  const { t } = spraak
  return openvraag(verzoek, {
    titel: t('loket.grondvraag.titel'),
    inleiding: t('loket.grondvraag.inleiding', { nummer: gevraagd }),
    vraag: t('loket.grondvraag.vraag'),
    vastgelegd: t('loket.grondvraag.vastgelegd'),
    knop: t('loket.grondvraag.knop'),
    naar: adres(taal, 'balieKetenDoe', { ketenzaak, vorm }),
    veld: { naam: 'nummer', waarde: gevraagd },
    terug: { adres: adres(taal, 'balieLoket'), tekst: t('loket.werk.terug') },
    isFout,
  })
}

/** Any form of a case that they may not read yet asks why first; what was typed stays in their browser. */
export async function stelGrond(verzoek: Verzoek): Promise<Antwoord | undefined> {
  if (verzoek.delen.vorm !== vorm) return grondvraag(verzoek)
  const ketenzaak = verzoek.delen.ketenzaak ?? ''
  const loket = eisLoket(verzoek)
  const vrager = vragerVan(verzoek, 'balie')
  const nummer = await loket.vraagtGrond?.(vrager, ketenzaak)
  if (nummer === undefined) return undefined
  const gevolg = await richtGrond(verzoek, {
    doel: ketenDoel,
    gegevens: 'ketenvraag',
    kenmerk: isKenmerk(nummer) ? nummer : undefined,
    wie: async (bewijs) => loket.grondOver?.(vrager, ketenzaak, bewijs),
  })
  if (gevolg === 'reden-ontbreekt') return grondvraag(verzoek, true)
  if (gevolg === 'niet-gevonden') return { soort: 'niet-gevonden' }
  return { soort: 'ga-naar', adres: adres(verzoek.context.taal, 'balieKetenzaak', { ketenzaak }) }
}
