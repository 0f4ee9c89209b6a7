/** The vocabulary as a JSON Schema (2020-12), so that other programs can build and check a household. */
import type { Corpus } from './corpus.ts'
import { toonDatum } from './datum.ts'
import type { FeitBij } from './types.ts'
import { type Feit, LIJST_MAX } from './vocabulaire.ts'

type Schema = Record<string, unknown>

/** The vocabulary as JSON Schema 2020-12: what `huishouden` of a question may hold, with units and limits on the wire. */
export function vocabulaireAlsJsonSchema(corpus: Corpus): Schema {
  const mens = (bij: FeitBij): Schema => ({
    type: 'object',
    additionalProperties: false,
    properties: {
      ...Object.fromEntries(corpus.vocabulaire.bij[bij].map((f) => [f.id, feit(corpus, f)])),
      ...(bij === 'kinderen'
        ? { opvang: { type: 'array', maxItems: LIJST_MAX.opvang, items: { $ref: '#/$defs/opvang' } } }
        : {}),
    },
  })
  const opTijd = (s: Schema): Schema => ({ anyOf: [s, periodes(s)] })
  const lijst = (bij: FeitBij): Schema =>
    opTijd({ type: 'array', maxItems: LIJST_MAX[bij], items: { $ref: `#/$defs/${bij}` } })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Huishouden',
    description:
      'Een ontbrekende naam betekent: niet bekend. null bij partner en [] bij kinderen betekenen: die is er niet. Geld in hele centen.',
    type: 'object',
    additionalProperties: false,
    properties: {
      aanvrager: { $ref: '#/$defs/aanvrager' },
      partner: opTijd({ anyOf: [{ $ref: '#/$defs/partner' }, { type: 'null' }] }),
      kinderen: lijst('kinderen'),
      medebewoners: lijst('medebewoners'),
      woning: opTijd({ $ref: '#/$defs/woning' }),
      onderneming: { $ref: '#/$defs/onderneming' },
    },
    $defs: {
      ...Object.fromEntries(
        (
          ['aanvrager', 'partner', 'kinderen', 'medebewoners', 'woning', 'onderneming', 'opvang'] as const
        ).map((b) => [b, mens(b)]),
      ),
      onbekend: {
        type: 'object',
        additionalProperties: false,
        required: ['onbekend'],
        properties: {
          onbekend: {
            enum: [
              'niet-gevraagd',
              'bron-zweeg',
              'bedrag-niet-vastgesteld',
              'niet-gemodelleerd',
              'bedragen-nog-niet-bekend',
            ],
          },
        },
      },
    },
  }
}

function periodes(s: Schema): Schema {
  return {
    type: 'array',
    minItems: 1,
    description: 'Perioden op volgorde; «tot» telt zelf niet mee.',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['waarde'],
      properties: {
        vanaf: { type: ['string', 'null'], format: 'date' },
        tot: { type: ['string', 'null'], format: 'date' },
        waarde: s,
      },
    },
  }
}

function feit(corpus: Corpus, f: Feit): Schema {
  const kaal = scalair(corpus, f)
  const kanBereik = f.type === 'geld' || f.type === 'getal' || f.type === 'datum'
  const bereik: Schema = {
    type: 'object',
    additionalProperties: false,
    required: ['van', 'tot'],
    properties: { van: kaal, tot: kaal },
  }
  const tekst = f.teksten.nl
  return {
    ...(tekst ? { title: tekst.naam, description: tekst.vraag } : {}),
    anyOf: [kaal, ...(kanBereik ? [bereik] : []), { $ref: '#/$defs/onbekend' }, periodes(kaal)],
    'x-eenheid': f.eenheid,
    ...(f.aanname === undefined ? {} : { 'x-aanname': f.aanname }),
  }
}

function scalair(corpus: Corpus, f: Feit): Schema {
  switch (f.type) {
    case 'ja-nee':
      return { type: 'boolean' }
    case 'keuze':
      return { type: 'string', enum: [...f.opties] }
    case 'datum':
      return {
        type: 'string',
        format: 'date',
        description: `${toonDatum(f.van)} tot en met ${toonDatum(f.tot)}`,
      }
    case 'gebied':
      return {
        type: 'string',
        pattern:
          f.id === 'waterschap'
            ? '^WS\\d{4}$'
            : `^(GM\\d{4}|${[...corpus.gebieden.values()]
                .filter((g) => g.soort === 'eiland')
                .map((g) => g.code)
                .join('|')})$`,
      }
    case 'geld':
      return { type: 'integer', minimum: f.van, maximum: f.tot }
    default:
      return f.decimalen === 0
        ? { type: 'integer', minimum: f.van, maximum: f.tot }
        : {
            type: 'number',
            minimum: f.van / 10 ** f.decimalen,
            maximum: f.tot / 10 ** f.decimalen,
            multipleOf: 1 / 10 ** f.decimalen,
          }
  }
}
