/** The schemes: what there is, where and since when, how far it was checked, and how often it can answer. */
import { z } from 'zod'
import { verdeelWegen, vindOrganisatie } from '../corpus/index.ts'
import type { Corpus, RegelingInfo } from '../engine/index.ts'
import { aandelenBeantwoord, regelingenOveral } from './aandeel.ts'
import { component, datum, kanalen, onzeker, soort, tekst, vertrouwen, wet } from './componenten.ts'
import { DATUM, GEBIED, gebiedBestaat, vandaag } from './parameters.ts'
import { ApiProbleem } from './problemen.ts'
import type { ApiBronnen, Parameter, Route, Verzoek } from './route.ts'

const regelingVelden = {
  id: tekst.meta({ example: 'zorgtoeslag' }),
  naam: tekst.meta({ example: 'Zorgtoeslag' }),
  soort,
  doelgroep: z.enum(['inwoner', 'ondernemer']),
  uitvoerder: tekst.meta({
    description: 'Kenmerk van de organisatie, of de gemeente, provincie of het waterschap van de plaats.',
    example: 'dienst-toeslagen',
  }),
  gebied: tekst.meta({ description: 'Waar de regeling geldt.', example: 'nederland' }),
  vanaf: datum.meta({ description: 'Eerste dag van deze tekst van de regeling.' }),
  versie: z.int().meta({ description: 'Hoger bij een verbetering van dezelfde tekst.' }),
  vertrouwen,
  aandeelBeantwoord: z.number().min(0).max(1).meta({
    description: 'Deel van willekeurige huishoudens, met alles bekend, dat ja of nee te horen krijgt.',
    example: 0.98,
  }),
}

const regeling = component('Regeling', z.object(regelingVelden))

const regelingTekst = component(
  'RegelingTekst',
  z.object({
    titel: tekst,
    kort: tekst,
    voorwaarden: z.record(tekst, tekst).meta({ description: 'Per voorwaarde één zin.' }),
    waarom: tekst.optional(),
    aanvragen: tekst.optional(),
    letOp: tekst.optional(),
  }),
)

const regelingDetail = component(
  'RegelingDetail',
  z.object({
    ...regelingVelden,
    grondslag: wet,
    teksten: z.record(tekst, regelingTekst).meta({ description: 'Per taal: nl, en, pap.' }),
    kanalen,
    contact: kanalen,
    gebeurtenissen: z.array(tekst).meta({ description: 'Levensgebeurtenissen waarbij deze regeling telt.' }),
    upl: z.object({ naam: tekst, uri: tekst }).optional().meta({ description: 'Uniforme productnaam.' }),
    onzeker: z.array(onzeker).meta({ description: 'Wat van de wet hier niet in staat.' }),
    versies: z
      .array(z.object({ vanaf: datum, versie: z.int(), gebied: tekst }))
      .meta({ description: 'Alle teksten van deze regeling, de nieuwste eerst.' }),
  }),
)

const ID: Parameter = {
  schema: tekst,
  beschrijving: 'Kenmerk van de regeling.',
  voorbeeld: 'zorgtoeslag',
  verwacht: 'een kenmerk uit /regelingen',
}

const query = { datum: DATUM, gebied: GEBIED }

/** The schemes at a date and place, or of every place. */
function geldig(
  bronnen: ApiBronnen,
  { query: { datum: dag, gebied } }: Verzoek,
): { readonly dag: string; readonly lijst: readonly RegelingInfo[] } {
  const corpus = bronnen.corpus()
  gebiedBestaat(corpus, gebied)
  const opDag = dag ?? vandaag(bronnen.nu())
  return {
    dag: opDag,
    lijst: gebied === undefined ? regelingenOveral(corpus, opDag) : hier(corpus, opDag, gebied),
  }
}

/** Where the address decides which water board it is, the schemes of each of them. */
function hier(corpus: Corpus, dag: string, gebied: string): RegelingInfo[] {
  const waterschappen = corpus.gebieden.get(gebied)?.waterschappen ?? []
  const lijsten = [undefined, ...waterschappen].map((waterschap) =>
    corpus.regelingenOp(dag, gebied, waterschap),
  )
  return [...new Set(lijsten.flat())]
}

async function kernen(
  bronnen: ApiBronnen,
  lijst: readonly RegelingInfo[],
  dag: string,
): Promise<z.infer<typeof regeling>[]> {
  const aandelen = await aandelenBeantwoord(bronnen.corpus(), lijst, dag, bronnen.nu())
  return lijst.map(
    ({ id, naam, soort: s, doelgroep, uitvoerder, gebied, vanaf, versie, vertrouwen: v }, i) => ({
      id,
      naam,
      soort: s,
      doelgroep,
      uitvoerder,
      gebied,
      vanaf,
      versie,
      vertrouwen: v,
      aandeelBeantwoord: aandelen[i] ?? 0,
    }),
  )
}

async function detail(
  bronnen: ApiBronnen,
  r: RegelingInfo,
  { dag, gebied }: { readonly dag: string; readonly gebied: string | undefined },
): Promise<z.infer<typeof regelingDetail>> {
  const [kern] = await kernen(bronnen, [r], dag)
  if (kern === undefined) throw new Error('one scheme in, one out')
  const organisatie = vindOrganisatie(bronnen.organisaties(), r.uitvoerder, [gebied ?? r.gebied])
  const { doen, vragen } = verdeelWegen(organisatie?.kanalen, r.kanalen)
  const versies = bronnen
    .corpus()
    .alleRegelingen()
    .filter((ander) => ander.id === r.id)
    .map(({ vanaf, versie, gebied: waar }) => ({ vanaf, versie, gebied: waar }))
    .sort((a, b) => b.vanaf.localeCompare(a.vanaf) || b.versie - a.versie || a.gebied.localeCompare(b.gebied))
  return {
    ...kern,
    grondslag: r.grondslag,
    teksten: Object.fromEntries(
      Object.entries(r.teksten).map(([taal, { let_op: letOp, ...t }]) => [
        taal,
        { ...t, ...(letOp === undefined ? {} : { letOp }) },
      ]),
    ),
    kanalen: doen,
    contact: vragen,
    gebeurtenissen: [...r.gebeurtenissen],
    ...(r.upl === undefined ? {} : { upl: r.upl }),
    onzeker: [...r.onzeker],
    versies,
  }
}

export const regelingRoutes: readonly Route[] = [
  {
    methode: 'GET',
    pad: '/regelingen',
    naam: 'toonRegelingen',
    tag: 'regelingen',
    samenvatting: 'Toon de regelingen van een plaats en een datum',
    beschrijving:
      'Zonder gebied: de regelingen van alle plaatsen. Met een gebied: wat daar geldt, ook van het land, de provincie en het waterschap.',
    query,
    antwoord: {
      schema: component('Regelingen', z.object({ datum, regelingen: z.array(regeling) })),
      beschrijving: 'De regelingen die op die dag gelden.',
    },
    handler: async (verzoek, bronnen) => {
      const { dag, lijst } = geldig(bronnen, verzoek)
      return { datum: dag, regelingen: await kernen(bronnen, lijst, dag) }
    },
  },
  {
    methode: 'GET',
    pad: '/regelingen/{id}',
    naam: 'toonRegeling',
    tag: 'regelingen',
    samenvatting: 'Toon één regeling, met teksten, grondslag en kanalen',
    beschrijving:
      'De tekst die op de datum geldt. Vult een gemeente of ander gebied de regeling zelf in, noem dan het gebied.',
    padDelen: { id: ID },
    query,
    antwoord: { schema: regelingDetail, beschrijving: 'De regeling.' },
    problemen: ['niet-gevonden'],
    handler: (verzoek, bronnen) => {
      const { dag, lijst } = geldig(bronnen, verzoek)
      const metId = lijst.filter((r) => r.id === verzoek.pad.id)
      const gevonden = metId.find((r) => r.gebied === 'nederland') ?? metId[0]
      if (gevonden === undefined) throw new ApiProbleem('niet-gevonden')
      return detail(bronnen, gevonden, { dag, gebied: verzoek.query.gebied })
    },
  },
]
