/** Which events somebody notices in their own view of a case: of the others they are not told, not even that they were. */
import type { Ketenzaak } from './ketenzaak.ts'
import type { Voorval, Voorvalinhoud } from './voorval.ts'
import type { Kijker, Zicht } from './zicht-vorm.ts'

type Ziet = Pick<
  Zicht<unknown>,
  'als' | 'deelnemer' | 'verzoeken' | 'stappen' | 'onderdelen' | 'delingen' | 'betrokkene' | 'opschalingen'
>

/** Those of a reader who sees the case so; in the order in which they came. */
export function gemerkt(
  { stand, kijker, ziet }: { readonly stand: Ketenzaak; readonly kijker: Kijker; readonly ziet: Ziet },
  voorvallen: readonly Voorval[],
): readonly Voorval[] {
  if (ziet.als !== 'deelnemer' && ziet.als !== 'aangeboden') return voorvallen
  const ids = {
    stappen: new Set(ziet.stappen.map(({ stap }) => stap)),
    eigen: new Set(ziet.stappen.flatMap(({ stap, isAfgeschermd }) => (isAfgeschermd ? [] : [stap]))),
    onderdelen: new Set(ziet.onderdelen.map(({ id }) => id)),
    delingen: new Set(ziet.delingen.map(({ id }) => id)),
    verzoeken: new Set(ziet.verzoeken.map(({ id }) => id)),
    opschalingen: new Set(ziet.opschalingen.map(({ id }) => id)),
  }
  const isOver = (inhoud: Voorvalinhoud): boolean => {
    switch (inhoud.soort) {
      case 'geopend':
      case 'overdracht-aanvaard':
      case 'regie-toegewezen':
      case 'gesloten':
      case 'sluiting-betwist':
        return true
      case 'stap-gepland':
      case 'stap-gewijzigd':
      case 'stap-stand':
        return ids.stappen.has(inhoud.stap)
      case 'deelnemer-erbij':
      case 'deelnemer-weg':
      case 'uitnodiging-gebruikt':
        return inhoud.deelnemer === ziet.deelnemer
      case 'mee-gevraagd':
      case 'verzoek-aangenomen':
      case 'verzoek-teruggegeven':
      case 'teruggave-afgehandeld':
      case 'verzoek-onbeantwoord':
        return ids.verzoeken.has(inhoud.verzoek)
      case 'opgeschaald':
      case 'opschaling-behandeld':
        return ids.opschalingen.has(inhoud.opschaling)
      case 'gedeeld':
      case 'deling-gestopt':
      case 'deling-bezwaar':
      case 'bezwaar-beoordeeld':
        return ids.delingen.has(inhoud.deling)
      case 'onderdeel-erbij':
        return ids.onderdelen.has(inhoud.onderdeel)
      case 'woorden-gewist':
        return ids.onderdelen.has(inhoud.onderdeel) || ids.eigen.has(inhoud.onderdeel)
      case 'uitkomst-gewijzigd':
        return ids.onderdelen.has('uitkomst')
      case 'betrokkene-bekend':
        return ziet.betrokkene !== undefined
      case 'overdracht-aangeboden':
      case 'overdracht-geweigerd':
      case 'overdracht-ingetrokken':
      case 'overdracht-verlopen':
        return (
          kijker.soort === 'medewerker' &&
          stand.overdrachten.get(inhoud.overdracht)?.aan === kijker.organisatie
        )
      default:
        return false
    }
  }
  // A step of another that no longer waits for theirs was in their view, and is not any more.
  const wacht = new Map<string, boolean>()
  const wachtte = (inhoud: Voorvalinhoud): boolean => {
    if ((inhoud.soort !== 'stap-gepland' && inhoud.soort !== 'stap-gewijzigd') || !inhoud.wachtOp)
      return false
    const eerst = wacht.get(inhoud.stap) === true && kijker.soort === 'medewerker'
    const nu = inhoud.wachtOp.some((op) => ids.eigen.has(op))
    wacht.set(inhoud.stap, nu)
    return eerst && !nu
  }
  return voorvallen.filter(({ inhoud }) => {
    const was = wachtte(inhoud)
    return was || isOver(inhoud)
  })
}

/** The number of the last thing that they noticed: what they base a command on. */
export function eigenNr(wie: Parameters<typeof gemerkt>[0], voorvallen: readonly Voorval[]): number {
  return gemerkt(wie, voorvallen).at(-1)?.nr ?? voorvallen.length
}
