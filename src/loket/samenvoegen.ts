import type { Opdracht } from './opdracht.ts'
import type { Voorval, Voorvalinhoud } from './voorval.ts'

/**
 * Two people at once. A command says on which number it was based; what others did since touches things, and so does the
 * command. Touch the same thing: a conflict, with what the other did. Otherwise both hold, each decided on the other.
 */
export function botst(opdracht: Opdracht<unknown>, sindsdien: readonly Voorval[]): readonly Voorval[] {
  const raakt = new Set(geraaktDoorOpdracht(opdracht))
  return sindsdien.filter(({ inhoud }) => geraaktDoorVoorval(inhoud).some((een) => raakt.has(een)))
}

/** What an event changed. What only came in addition changes nothing for anybody else. */
export function geraaktDoorVoorval(inhoud: Voorvalinhoud): readonly string[] {
  switch (inhoud.soort) {
    case 'geopend':
    case 'onderdeel-erbij':
    case 'doorgestuurd':
    case 'doorzending-gemeld':
    case 'mee-gevraagd':
    case 'verzoek-onbeantwoord':
      return []
    case 'verzoek-aangenomen':
    case 'verzoek-teruggegeven':
    case 'teruggave-afgehandeld':
      return [`verzoek:${inhoud.verzoek}`]
    case 'betrokkene-bekend':
      return ['betrokkene']
    case 'uitkomst-gewijzigd':
      return ['uitkomst']
    case 'stap-gepland':
    case 'stap-gewijzigd':
    case 'stap-stand':
      return [`stap:${inhoud.stap}`]
    case 'deelnemer-erbij':
    case 'deelnemer-weg':
    case 'uitgenodigd':
    case 'uitnodiging-gebruikt':
    case 'toegang-geeindigd':
      return [`deelnemer:${inhoud.deelnemer}`]
    case 'uitnodiging-ingetrokken':
      return [`uitnodiging:${inhoud.uitnodiging}`]
    case 'gedeeld':
    case 'deling-gestopt':
    case 'deling-bezwaar':
    case 'bezwaar-beoordeeld':
      return [`deling:${inhoud.deling}`]
    case 'overdracht-aangeboden':
    case 'overdracht-aanvaard':
    case 'overdracht-geweigerd':
    case 'overdracht-ingetrokken':
    case 'overdracht-verlopen':
    case 'regie-toegewezen':
      return ['regie']
    case 'opgeschaald':
    case 'opschaling-behandeld':
    case 'doorbroken':
      return [`opschaling:${inhoud.opschaling}`]
    case 'niet-opgelost':
    case 'sluiting-gevraagd':
    case 'gesloten':
    case 'sluiting-betwist':
      return ['sluiting']
    case 'nabevraagd':
      return ['navraag']
  }
}

function geraaktDoorOpdracht(opdracht: Opdracht<unknown>): readonly string[] {
  switch (opdracht.soort) {
    case 'open':
    case 'plan-stappen':
    case 'voeg-organisatie-toe':
    case 'nodig-uit':
    case 'voeg-toe':
    case 'voeg-werknotitie-toe':
    case 'schaal-op':
    case 'stuur-door':
    case 'klok':
    // A code is used once whoever else writes: that is looked at in the case as it stands.
    case 'gebruik-uitnodiging':
    case 'beeindig-toegang':
      return []
    case 'neem-verzoek-aan':
    case 'geef-verzoek-terug':
    case 'handel-teruggave-af':
      return [`verzoek:${opdracht.verzoek}`]
    case 'maak-bekend':
      return ['betrokkene']
    case 'wijzig-uitkomst':
      return ['uitkomst']
    case 'wijzig-stap':
    case 'vraag-opnieuw':
    case 'aanvaard-stap':
    case 'weiger-stap':
    case 'begin-stap':
    case 'rond-stap-af':
    case 'laat-stap-vervallen':
      return [`stap:${opdracht.stap}`]
    case 'haal-deelnemer-weg':
    case 'nodig-opnieuw-uit':
    case 'deel':
      return [`deelnemer:${opdracht.deelnemer}`]
    case 'stop-deling':
    case 'maak-bezwaar':
    case 'beoordeel-bezwaar':
      return [`deling:${opdracht.deling}`]
    case 'bied-overdracht-aan':
    case 'aanvaard-overdracht':
    case 'weiger-overdracht':
    case 'trek-overdracht-in':
    case 'neem-over':
      return ['regie']
    case 'behandel-opschaling':
      return [`opschaling:${opdracht.opschaling}`]
    case 'breek-door':
      return [
        `opschaling:${opdracht.opschaling}`,
        ...(opdracht.neemtRegie === undefined ? [] : ['regie']),
        ...(opdracht.termijnen ?? []).map(({ stap }) => `stap:${stap}`),
      ]
    case 'meld-niet-opgelost':
    case 'vraag-sluiting':
    case 'sluit-met-ja':
    case 'sluit-met-reden':
    case 'betwist-sluiting':
      return ['sluiting']
    case 'beantwoord-navraag':
      return ['navraag']
  }
}
