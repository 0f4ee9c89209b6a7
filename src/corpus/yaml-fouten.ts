import type { YAMLParseError } from 'yaml'
import type { MeldFout } from './melding.ts'

/** What the YAML parser objects to, in words for somebody who is no programmer. */
const UITLEG: Readonly<
  Partial<Record<YAMLParseError['code'], readonly [code: string, melding: string, remedie: string]>>
> = {
  DUPLICATE_KEY: [
    'yaml-dubbel',
    'Deze naam staat hier twee keer.',
    'Haal er een weg, of geef een van de twee een andere naam.',
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    'yaml-dubbele-punt',
    'Er staan twee dubbele punten op één regel.',
    'Hoort de tweede dubbele punt bij de tekst? Zet dan de hele tekst tussen aanhalingstekens.',
  ],
  BAD_INDENT: [
    'yaml-inspringing',
    'Deze regel springt niet goed in.',
    'Zet hem even ver naar rechts als de regels waar hij bij hoort, en sluit elke [ en {.',
  ],
  MISSING_CHAR: [
    'yaml-teken',
    'Hier ontbreekt een teken.',
    'Sluit elk aanhalingsteken, elke [ en elke {; zet een dubbele punt en een spatie na een naam.',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'yaml-dubbele-punt',
    'Een naam voor de dubbele punt loopt hier over meer regels.',
    'Zet naam: waarde op één regel. Staat er een losse regel tussen, zet die bij zijn tekst of haal hem weg.',
  ],
  BAD_SCALAR_START: [
    'yaml-begin',
    'Een waarde mag niet met dit teken beginnen.',
    'Zet de waarde tussen aanhalingstekens.',
  ],
  BAD_DQ_ESCAPE: [
    'yaml-schuine-streep',
    'De schuine streep \\ betekent hier iets anders.',
    'Gebruik enkele aanhalingstekens om de tekst.',
  ],
  BAD_ALIAS: [
    'yaml-anker',
    'Verwijzen met & of * mag niet.',
    'Schrijf de waarde hier voluit, of zet de tekst tussen aanhalingstekens.',
  ],
  ALIAS_PROPS: ['yaml-anker', 'Verwijzen met & of * mag niet.', 'Schrijf de waarde hier voluit.'],
  MULTIPLE_ANCHORS: ['yaml-anker', 'Verwijzen met & of * mag niet.', 'Schrijf de waarde hier voluit.'],
  MULTIPLE_TAGS: ['yaml-tag', 'Een type met een uitroepteken (!…) mag hier niet.', 'Haal het type weg.'],
  TAG_RESOLVE_FAILED: [
    'yaml-tag',
    'Een type met een uitroepteken (!…) mag hier niet.',
    'Haal het type weg, of zet de tekst tussen aanhalingstekens.',
  ],
  MULTIPLE_DOCS: [
    'yaml-streepjes',
    'Met --- begint een tweede document.',
    'Haal de regel met --- weg, of maak er een tweede bestand van.',
  ],
  NON_STRING_KEY: [
    'yaml-sleutel',
    'Een naam voor de dubbele punt moet één woord zijn.',
    'Schrijf: naam: waarde',
  ],
}

const ANDERS = [
  'yaml-vorm',
  'Deze regel is zo niet te lezen.',
  'Kijk naar de spaties aan het begin, de dubbele punt na de naam, en de aanhalingstekens.',
] as const

export function foutVanYaml(fout: YAMLParseError, meld: MeldFout): void {
  const [code, melding, remedie] = UITLEG[fout.code] ?? ANDERS
  meld(fout.pos[0], code, melding, remedie)
}
