import {
  type GeladenCorpus,
  type Kennisblad,
  kennisbladId,
  type Levensgebeurtenis,
  type Organisatie,
  type Stap,
} from '../corpus/index.ts'
import type { RegelingInfo } from '../engine/index.ts'
import type { Zoekdocument } from './document.ts'

const TALEN = ['nl', 'en', 'pap'] as const

/** Everything of the corpus that can be found, in each language it is written in. */
export function verzamel(corpus: GeladenCorpus): readonly Zoekdocument[] {
  return [
    ...laatsteVersies(corpus.engine.alleRegelingen()).flatMap((info) =>
      vanRegeling(info, corpus.kennis.get(kennisbladId({ soort: 'regeling', id: info.id }))),
    ),
    ...[...corpus.gebeurtenissen.values()].flatMap((gebeurtenis) =>
      vanGebeurtenis(
        gebeurtenis,
        corpus.kennis.get(kennisbladId({ soort: 'gebeurtenis', id: gebeurtenis.id })),
      ),
    ),
    ...[...corpus.organisaties.values()].flatMap(vanOrganisatie),
  ]
}

/** Of each scheme and place the newest text: who searches wants what holds now or soon. */
function laatsteVersies(alle: readonly RegelingInfo[]): readonly RegelingInfo[] {
  const nieuwste = new Map<string, RegelingInfo>()
  for (const info of alle) {
    const sleutel = `${info.id} ${info.gebied}`
    const al = nieuwste.get(sleutel)
    if (al === undefined || al.vanaf < info.vanaf) nieuwste.set(sleutel, info)
  }
  return [...nieuwste.values()]
}

function vanRegeling(info: RegelingInfo, blad: Kennisblad | undefined): readonly Zoekdocument[] {
  return TALEN.flatMap((taal) => {
    const teksten = info.teksten[taal]
    if (teksten === undefined) return []
    const { titel, kort, voorwaarden, waarom = '', aanvragen = '', let_op = '' } = teksten
    return [
      {
        soort: 'regeling' as const,
        id: info.id,
        taal,
        titel,
        kort,
        namen: [info.naam, info.id, ...afkorting(titel)],
        woorden: [info.naam, info.id.replaceAll('-', ' ')],
        tekst: [waarom, ...Object.values(voorwaarden), aanvragen, let_op].join(' '),
        vaktekst: [
          info.grondslag.wet,
          info.grondslag.bwb,
          info.grondslag.cvdr,
          info.grondslag.artikel,
          info.upl?.naam,
          taal === 'nl' ? kennistekst(blad) : undefined,
        ]
          .filter((deel) => deel !== undefined)
          .join(' '),
        ...(info.gebied === 'nederland' ? {} : { gebied: info.gebied }),
      },
    ]
  })
}

function vanGebeurtenis(
  gebeurtenis: Levensgebeurtenis,
  blad: Kennisblad | undefined,
): readonly Zoekdocument[] {
  return TALEN.flatMap((taal) => {
    const titel = gebeurtenis.titel[taal]
    if (titel === undefined) return []
    const zelf: Zoekdocument = {
      soort: 'gebeurtenis',
      id: gebeurtenis.id,
      taal,
      titel,
      kort: gebeurtenis.kort[taal] ?? '',
      namen: [gebeurtenis.naam[taal] ?? ''],
      woorden: [gebeurtenis.naam[taal] ?? '', ...(gebeurtenis.zoekwoorden[taal] ?? [])],
      tekst: gebeurtenis.stappen.map((stap) => stap.titel[taal] ?? '').join(' '),
      vaktekst: [gebeurtenis.sdg ?? '', taal === 'nl' ? kennistekst(blad) : ''].join(' '),
    }
    return [zelf, ...gebeurtenis.stappen.flatMap((stap) => vanStap(gebeurtenis, stap, taal))]
  })
}

function vanStap(gebeurtenis: Levensgebeurtenis, stap: Stap, taal: string): readonly Zoekdocument[] {
  const titel = stap.titel[taal]
  if (titel === undefined) return []
  return [
    {
      soort: 'stap',
      id: stap.id,
      ouder: gebeurtenis.id,
      taal,
      titel,
      kort: stap.wat[taal] ?? '',
      namen: stap.upl === undefined ? [] : [stap.upl.naam],
      woorden: stap.upl === undefined ? [] : [stap.upl.naam],
      tekst: [gebeurtenis.naam[taal] ?? '', ...stap.nodig.map((nodig) => nodig[taal] ?? '')].join(' '),
      vaktekst: [stap.termijn?.artikel ?? '', stap.bron].join(' '),
      ...(stap.gebied === undefined || stap.gebied === 'nederland' ? {} : { gebied: stap.gebied }),
    },
  ]
}

function vanOrganisatie(organisatie: Organisatie): readonly Zoekdocument[] {
  return TALEN.flatMap((taal) => {
    const kort = organisatie.wat[taal]
    if (kort === undefined) return []
    return [
      {
        soort: 'organisatie' as const,
        id: organisatie.id,
        taal,
        titel: organisatie.noem?.[taal] ?? organisatie.naam,
        kort,
        namen: [organisatie.id, organisatie.naam, ...afkorting(organisatie.naam)],
        woorden: [],
        tekst: '',
        vaktekst: organisatie.bron,
        ...(organisatie.gebied === undefined ? {} : { gebied: organisatie.gebied }),
      },
    ]
  })
}

/** What colleagues of other organisations read about it. It is Dutch, and only searched for them. */
function kennistekst(blad: Kennisblad | undefined): string {
  if (blad === undefined) return ''
  const { struikelblokken, vragen, uitzonderingen, hardheid } = blad
  const zinnen = [...struikelblokken, ...uitzonderingen, ...hardheid]
  return [
    ...zinnen.flatMap(({ wat, doe = '', artikel = '' }) => [wat, doe, artikel]),
    ...vragen.flatMap(({ vraag, omdat, artikel = '' }) => [vraag, omdat, artikel]),
  ].join(' ')
}

/** `Sociale Verzekeringsbank (SVB)` is also called by each of its two names, as is `Child benefit (kinderbijslag)`. */
function afkorting(naam: string): readonly string[] {
  const delen = /^(.+) \((.+)\)$/.exec(naam)
  return delen === null ? [] : [delen[1] ?? '', delen[2] ?? '']
}
