/**
 * `voordeur poststuk email <organisatie> <soort> <adres>`: takes in one e-mail from standard input, as what somebody sent
 * to that body. A mail server calls it. 75 (sysexits: try later) makes it keep the message, 65 (this is no good message)
 * makes it tell the sender.
 */
import { maakOntvangst } from '../app-ontvangst.ts'
import { POSTSOORTEN } from '../corpus/index.ts'
import { HOOGSTENS_MB, parseOrganisatieId } from '../domain/index.ts'
import {
  bevestigingsgrenzen,
  HOOGSTENS_EMAIL,
  isMailadres,
  leesEmail,
  metBevestigingsgrens,
  ontvangenAanRand,
  poststukVan,
  type TelBevestiging,
} from '../ontvangst/index.ts'
import type { Toegang } from '../toegang/index.ts'
import { leesInvoer } from './invoer.ts'
import type { VoerUit } from './opdracht.ts'
import { metToegang } from './toegang.ts'

export const voerUit: VoerUit = poststukMet(() => leesInvoer(process.stdin, HOOGSTENS_EMAIL))

/** For a test: with something else in the place of standard input. */
export function poststukMet(lees: () => ReturnType<typeof leesInvoer>): VoerUit {
  return async ([bij, wat, adres = ''], wereld) => {
    const { inhoud, isHeel } = await lees()
    const soort = POSTSOORTEN.find((een) => een === wat)
    if (soort === undefined || !isMailadres(adres)) {
      wereld.fout(
        `Zo: poststuk email <organisatie> <soort> <adres>. Soort is een van ${POSTSOORTEN.join(', ')}. Verbeter de regel in de mailserver.`,
      )
      return 75
    }
    if (!isHeel) {
      wereld.fout(`Dit bericht is te groot. Een e-mail mag hoogstens ${HOOGSTENS_MB} MB zijn.`)
      return 65
    }
    try {
      return await metToegang(wereld, async ({ config, klok, opslag, ring, corpus, toegang }) => {
        // For a mail server that is not ours: one of ours said itself when it came.
        const nu = klok.nu()
        const organisatie = parseOrganisatieId(bij)
        if (organisatie === undefined || corpus.huidig().organisaties.get(organisatie)?.overheid !== true) {
          wereld.fout(`${bij} is geen overheid die hier is beschreven. Verbeter de regel in de mailserver.`)
          return 75
        }
        const gelezen = await leesEmail(inhoud)
        if (gelezen === 'onleesbaar') {
          wereld.fout('Dit bericht is niet te lezen. Stuur het opnieuw, als gewone tekst.')
          return 65
        }
        const rand = config.mailrand
        const ontvangen = ontvangenAanRand(gelezen, { rand, nu })
        const nieuw = poststukVan(gelezen, inhoud, { organisatie, soort, ontvangen, waar: adres, rand })
        const { ontvangst } = maakOntvangst(klok, { opslag, corpus, toegang, ring })
        const { stuk, isNieuw } = await ontvangst.neemAan(
          await metBevestigingsgrens(nieuw, telBevestiging(toegang)),
        )
        wereld.uit(JSON.stringify({ nummer: stuk.nummer, ontvangen: stuk.ontvangen, isNieuw }))
        return 0
      })
    } catch (fout) {
      // Whatever is wrong is wrong with us: the message is good, and must not be lost.
      wereld.fout(`Het bericht is niet aangenomen: ${fout instanceof Error ? fout.message : String(fout)}`)
      return 75
    }
  }
}

/** Everywhere at once: all servers and all calls of this command count in the same rows. */
function telBevestiging({ begrenzer }: Pick<Toegang, 'begrenzer'>): TelBevestiging {
  return async (wat, naar) => {
    const grens = { per: 'naar', aantal: bevestigingsgrenzen[wat], minuten: 60 } as const
    return (await begrenzer.tel(`post-bevestiging-${wat}`, [grens], { naar })).mag
  }
}
