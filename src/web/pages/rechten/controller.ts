import { omslagen } from '../../../engine/index.ts'
import { maakOverzicht, openVragen, volgendeVraag, vraagstelling } from '../../../rechten/index.ts'
import { type AdresDelen, adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { antwoordenPagina } from './antwoorden-pagina.ts'
import { rekenUit } from './beeld.ts'
import { overzichtPagina } from './overzicht-pagina.ts'
import { printPagina } from './print-pagina.ts'
import { regelingPagina } from './regeling-pagina.ts'
import { rechtenStartPagina } from './start-pagina.ts'
import { toonVraag } from './vraag-controller.ts'
import { aannameLijst } from './zinnen.ts'

export function start({ context, beeld, zoek }: Verzoek): Antwoord {
  const opnieuw = zoek.get('opnieuw')
  return {
    soort: 'pagina',
    pagina: rechtenStartPagina({
      context,
      aantalAntwoorden: beeld.antwoorden.volgorde.length,
      opnieuw: isReden(opnieuw) ? opnieuw : undefined,
    }),
  }
}

/** `?n=3` is the third question of this visitor; without it the next one that can still decide something. */
export function vraag(verzoek: Verzoek): Antwoord {
  const { context, beeld, zoek } = verzoek
  const { volgorde } = beeld.antwoorden
  const gevraagd = zoek.get('n')
  const n = gevraagd !== null && /^\d{1,3}$/.test(gevraagd) ? Number(gevraagd) : 0
  const eerder = volgorde[n - 1]
  const bekend = eerder === undefined ? undefined : vraagstelling(beeld.corpus, eerder)
  const naarAntwoorden = zoek.get('naar') === 'antwoorden'
  if (bekend) return toonVraag(verzoek, { vraag: bekend, n, naarAntwoorden })
  const volgende = volgendeVraag(beeld)
  if (!volgende) return naar(context, 'overzicht')
  const plek = volgorde.length + 1
  return n === plek
    ? toonVraag(verzoek, { vraag: volgende, n, naarAntwoorden })
    : { soort: 'ga-naar', adres: adres(context.taal, 'vraag', { n: plek }) }
}

export function overzicht({ context, beeld }: Verzoek): Antwoord {
  if (beeld.antwoorden.volgorde.length === 0) return naar(context, 'rechten')
  const antwoord = rekenUit(beeld, { uitleg: true })
  const resultaat = maakOverzicht(antwoord, beeld.valuta)
  const nogVragen = openVragen(beeld).length
  return {
    soort: 'pagina',
    pagina: overzichtPagina({ context, beeld, antwoord, overzicht: resultaat, nogVragen }),
  }
}

export function print({ context, beeld }: Verzoek): Antwoord {
  if (beeld.antwoorden.volgorde.length === 0) return naar(context, 'rechten')
  const resultaat = maakOverzicht(rekenUit(beeld, { uitleg: true }), beeld.valuta)
  const nogVragen = openVragen(beeld).length
  return { soort: 'pagina', pagina: printPagina({ context, beeld, overzicht: resultaat, nogVragen }) }
}

export function antwoorden({ context, beeld }: Verzoek): Antwoord {
  const isLeeg = beeld.antwoorden.volgorde.length === 0
  const nogVragen = isLeeg ? 0 : openVragen(beeld).length
  const aannames = isLeeg ? [] : aannameLijst(context.spraak, beeld, rekenUit(beeld, { uitleg: true }))
  return { soort: 'pagina', pagina: antwoordenPagina({ context, beeld, nogVragen, aannames }) }
}

export function regeling({ context, beeld, delen }: Verzoek): Antwoord {
  const id = delen.regeling ?? ''
  const info = beeld.regelingen.get(id)
  if (!info) return { soort: 'niet-gevonden' }
  const antwoord = rekenUit(beeld, { uitleg: true, regeling: id })
  const uitkomst = antwoord.uitkomsten.find((u) => u.regeling === id)
  if (!uitkomst) return { soort: 'niet-gevonden' }
  const wat = omslagen(beeld.corpus, { datum: beeld.datum, huishouden: beeld.huishouden }, id)
  return {
    soort: 'pagina',
    pagina: regelingPagina({ context, beeld, regeling: info, antwoord, uitkomst, omslagen: wat }),
  }
}

function naar(context: Context, pagina: 'overzicht' | 'rechten'): Antwoord {
  return { soort: 'ga-naar', adres: adres(context.taal, pagina) }
}

function isReden(tekst: string | null): tekst is NonNullable<AdresDelen['opnieuw']> {
  return tekst !== null && ['gewist', 'verlopen', 'onleesbaar', 'te-groot'].includes(tekst)
}
