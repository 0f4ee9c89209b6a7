import type { CorpusDocument, CorpusFout } from '../engine/index.ts'
import { bronBestand } from './bestand.ts'
import { foutOp, waardeOp } from './velden.ts'
import { leesYaml } from './yaml.ts'

function tekst(document: CorpusDocument, veld: string): string | undefined {
  const waarde = waardeOp(document.inhoud, [veld])
  return typeof waarde === 'string' ? waarde : undefined
}

/** The folder under regelingen/ where a scheme of this place belongs. */
function groepVan(soort: string | undefined, gebied: string): string {
  if (soort === 'gedeeld') return 'gedeeld'
  if (gebied === 'nederland') return 'nationaal'
  if (/^GM\d{4}$/.test(gebied)) return `lokaal/${gebied}`
  if (/^(PV\d{2}|WS\d{4})$/.test(gebied)) return `regionaal/${gebied}`
  return 'caribisch'
}

/** Where a law file belongs in a corpus, from what is written in it; undefined when it does not say. */
function plaatsVan(document: CorpusDocument): string | undefined {
  const id = tekst(document, 'id')
  const vanaf = tekst(document, 'vanaf')
  const gebied =
    tekst(document, 'gebied') ??
    (tekst(document, 'soort') === 'gedeeld' || tekst(document, 'bouwt_voort_op') ? 'nederland' : undefined)
  if (!id || !vanaf || !gebied) return undefined
  if (!/^[a-z0-9]+(-[a-zA-Z0-9]+)*$/.test(id) || !/^\d{4}-\d{2}-\d{2}$/.test(vanaf)) return undefined
  return `regelingen/${groepVan(tekst(document, 'soort'), gebied)}/${id}/${vanaf}.yaml`
}

/** A law file is found by its path, so path and content may not contradict each other. */
export function controleerPlaatsing(document: CorpusDocument): CorpusFout[] {
  const fouten: CorpusFout[] = []
  const delen = document.bestand.split('/')
  const naam = delen.at(-1)?.replace(/\.yaml$/, '') ?? ''
  const map = delen.at(-2) ?? ''
  const id = tekst(document, 'id')
  const vanaf = tekst(document, 'vanaf')
  const gebied = tekst(document, 'gebied')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(naam)) {
    fouten.push(
      foutOp(document, [], {
        code: 'regeling-bestandsnaam',
        melding: `De naam van dit bestand (${naam}.yaml) is geen datum.`,
        remedie: `Noem het bestand naar de eerste dag waarop het geldt${vanaf ? `: ${vanaf}.yaml` : ', zoals 2026-01-01.yaml'}.`,
      }),
    )
  } else if (vanaf !== undefined && vanaf !== naam) {
    fouten.push(
      foutOp(document, ['vanaf'], {
        code: 'regeling-bestandsnaam',
        melding: `vanaf is ${vanaf}, maar het bestand heet ${naam}.yaml.`,
        remedie: `Noem het bestand ${vanaf}.yaml, of schrijf vanaf: ${naam}.`,
      }),
    )
  }
  if (id !== undefined && id !== map) {
    fouten.push(
      foutOp(document, ['id'], {
        code: 'regeling-map',
        melding: `Het id is ${id}, maar het bestand staat in de map ${map}.`,
        remedie: `Zet het bestand in een map die ${id} heet, of schrijf id: ${map}.`,
      }),
    )
  }
  const groep = gebied === undefined ? undefined : groepVan(tekst(document, 'soort'), gebied)
  if (groep !== undefined && !document.bestand.startsWith(`regelingen/${groep}/`)) {
    fouten.push(
      foutOp(document, ['gebied'], {
        code: 'regeling-gebied',
        melding: `Een regeling voor ${gebied} hoort in de map regelingen/${groep}/.`,
        remedie: 'Verplaats het bestand, of verbeter gebied.',
      }),
    )
  }
  return fouten
}

/** Version of a law file; 1 when it says nothing. */
export function versieVan(document: CorpusDocument): number {
  const versie = Number(waardeOp(document.inhoud, ['versie']) ?? 1)
  return Number.isSafeInteger(versie) ? versie : 1
}

/** Where a loose file belongs, from its content alone; undefined when that does not say. */
export function plaatsVoor(naam: string, tekst: string): string | undefined {
  const { document } = leesYaml(bronBestand(naam, tekst))
  if (document === undefined) return undefined
  if (waardeOp(document.inhoud, ['stappen']) !== undefined) return `gebeurtenissen/${naam}`
  if (waardeOp(document.inhoud, ['overheid']) !== undefined) return `organisaties/${naam}`
  if (waardeOp(document.inhoud, ['feiten']) !== undefined) return `feiten/${naam}`
  return plaatsVan(document)
}
