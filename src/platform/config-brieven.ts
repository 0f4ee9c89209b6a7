/** Letters that an organisation prints itself: where they lie, and what is on the sheet. */
export interface Briefinstelling {
  readonly map: string
  /** In whole millimetres from the left and the top. Absent: as `kanalen/brief` has it. */
  readonly venster: { links: number; boven: number; breed: number; hoog: number } | undefined
  readonly retouradres: string | undefined
}

type Lees = (naam: string) => string | undefined
type Meld = (pointer: string, melding: string) => undefined

export function leesBrieven(
  lees: Lees,
  meld: Meld,
  vindMap: (naam: string) => string,
): Briefinstelling | undefined {
  const map = lees('VOORDEUR_BRIEVEN')
  const vensterTekst = lees('VOORDEUR_BRIEVEN_VENSTER')
  const venster = vensterTekst === undefined ? undefined : leesVenster(vensterTekst)
  if (vensterTekst !== undefined && venster === undefined)
    meld(
      'VOORDEUR_BRIEVEN_VENSTER',
      'moet vier hele getallen in millimeters zijn die op A4 passen: links,boven,breed,hoog, zoals 22,45,90,40',
    )
  if (map === undefined) return undefined
  return { map: vindMap(map), venster, retouradres: lees('VOORDEUR_BRIEVEN_RETOUR') }
}

/** Left of half the sheet and above half of it: elsewhere no envelope has its window. */
function leesVenster(tekst: string): Briefinstelling['venster'] {
  const getallen = tekst.split(',').map((deel) => (/^\s*\d{1,3}\s*$/.test(deel) ? Number(deel) : Number.NaN))
  const [links = Number.NaN, boven = Number.NaN, breed = Number.NaN, hoog = Number.NaN] = getallen
  const past = links + breed <= 150 && boven + hoog <= 148 && boven >= 25 && breed >= 60 && hoog >= 25
  return getallen.length === 4 && past ? { links, boven, breed, hoog } : undefined
}
