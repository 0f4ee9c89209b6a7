import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Briefvertaling, Verzendstuk } from '../index.ts'
import { type Briefopmaak, type Briefwoorden, taalVan, zetgegevens } from './brief.ts'
import { leestekst } from './leestekst.ts'
import type { Mappen } from './mappen.ts'
import { hashVan, naamVan, type Stuk } from './stuk.ts'
import { schrijfVast } from './vast-schrijven.ts'
import type { Zetsel, Zetter } from './zetter.ts'

export interface Drukomgeving {
  readonly mappen: Mappen
  readonly zet: Zetter
  readonly woorden: Briefwoorden
  readonly opmaak: Briefopmaak
  readonly nu: () => Date
}

type Gemaakt = { readonly soort: 'gemaakt'; readonly inhoud: Buffer; readonly bladzijden: number }

/** What goes on the pile: a letter and where it goes. */
export type Neerleg = Pick<Stuk, 'zending' | 'taal' | 'vorm' | 'adres' | 'brief' | 'herdruk' | 'kijk'>

export type Neergelegd =
  | { readonly soort: 'ligt' | 'lag-er-al' }
  | { readonly soort: 'geweigerd'; readonly reden: string }
  | { readonly soort: 'geen-zetter' }

/**
 * Lays a letter on the pile. It is there when this answers, and once however often it is asked: the same number is the
 * same letter, also after the batch that it went with was closed.
 */
export async function legNeer(omgeving: Drukomgeving, wat: Neerleg): Promise<Neergelegd> {
  const { open, verwerkt } = omgeving.mappen
  const naam = naamVan(wat.zending, wat.herdruk?.keer)
  // Closing moves from the first to the second: who looks in this order never misses it on the way.
  if ([open, verwerkt].some((map) => existsSync(join(map, `${naam}.json`)))) return { soort: 'lag-er-al' }
  const gemaakt = await maak(omgeving, wat)
  if (gemaakt.soort === 'geen-zetter' || gemaakt.soort === 'geweigerd') return gemaakt
  const sha256 = hashVan(gemaakt.inhoud)
  const bestand = `${naam}.${sha256.slice(0, 16)}.${opPapier(wat.vorm) ? 'pdf' : 'txt'}`
  const stuk: Stuk = {
    versie: 1,
    ...wat,
    gelegd: omgeving.nu().toISOString(),
    bestand,
    sha256,
    bladzijden: gemaakt.bladzijden,
  }
  // The document first: a letter is on the pile from the moment that its description is there.
  await schrijfVast(join(open, bestand), gemaakt.inhoud)
  await schrijfVast(join(open, `${naam}.json`), JSON.stringify(stuk))
  return { soort: 'ligt' }
}

async function maak(
  { zet, woorden, opmaak, nu }: Drukomgeving,
  { taal, vorm, adres, brief, herdruk }: Neerleg,
): Promise<Gemaakt | Exclude<Zetsel, { soort: 'gezet' }>> {
  if (!opPapier(vorm))
    return {
      soort: 'gemaakt',
      inhoud: Buffer.from(leestekst(brief, { taal, woorden, herdruk }), 'utf8'),
      bladzijden: 0,
    }
  const gegevens = zetgegevens(brief, adres, { taal, groot: vorm === 'groot', woorden, opmaak, herdruk })
  const zetsel = await zet('brief', gegevens, nu())
  if (zetsel.soort !== 'gezet') return zetsel
  return { soort: 'gemaakt', inhoud: zetsel.pdf, bladzijden: zetsel.bladzijden }
}

function opPapier(vorm: Verzendstuk['vorm']): boolean {
  return vorm === 'gewoon' || vorm === 'groot'
}

/** `undefined`: nothing that can go by post, with the reason beside it. */
export function neerlegVan(stuk: Verzendstuk): Neerleg | 'geen-brief' | 'geen-postadres' {
  const { zending, adres, vorm, inhoud, kijk } = stuk
  if (inhoud.soort !== 'brief') return 'geen-brief'
  const regels = adres.soort === 'post' ? adres.regels.map((regel) => regel.trim()).filter(Boolean) : []
  if (regels.length < 2 || regels.length > 7) return 'geen-postadres'
  const { ookIn, ...eerste } = inhoud.brief
  const { kenmerk, datum, afzender } = eerste
  return {
    zending,
    taal: taalVan(stuk),
    vorm,
    adres: regels,
    ...(kijk !== undefined && { kijk }),
    brief: {
      ...inhoudVan(eerste),
      ...(kenmerk !== undefined && { kenmerk }),
      datum,
      afzender,
      ...(ookIn && { ookIn: ookIn.map((deel) => ({ ...inhoudVan(deel), taal: taalVan(deel) })) }),
    },
  }
}

function inhoudVan({ onderwerp, doen, niets, alineas, controlecode }: Omit<Briefvertaling, 'taal'>) {
  return {
    onderwerp,
    ...(doen !== undefined && { doen }),
    ...(niets !== undefined && { niets }),
    alineas: [...alineas],
    ...(controlecode !== undefined && { controlecode }),
  }
}
