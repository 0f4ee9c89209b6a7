/** Cases that belong to the stories: who, where, what. Numbers of threads follow this order; add at the end. */
export const vasteZaken: readonly (readonly [
  bekende: string,
  organisatie: string,
  soort: string,
  /** Begins, and then nobody does anything for long. */
  verloop?: 'stil',
])[] = [
  ['fatima', 'gemeente-GM0599', 'bijzondere-bijstand'],
  ['fatima', 'gemeente-GM0599', 'kindpakket'],
  ['fatima', 'gemeente-GM0599', 'urgentieverklaring'],
  ['fatima', 'gemeente-GM0518', 'bezwaar-gemeente'],
  ['fatima', 'dienst-toeslagen', 'kinderopvangtoeslag'],
  ['fatima', 'dienst-toeslagen', 'huurtoeslag'],
  ['fatima', 'svb', 'kinderbijslag'],
  ['fatima', 'belastingdienst', 'aangifte-inkomstenbelasting'],
  ['fatima', 'uwv', 'ww-uitkering'],
  ['ria', 'gemeente-GM0014', 'huishoudelijke-hulp'],
  ['ria', 'gemeente-GM0014', 'gehandicaptenparkeerkaart'],
  ['ria', 'svb', 'aow'],
  ['ria', 'cak', 'eigen-bijdrage-wmo'],
  ['ria', 'belastingdienst', 'aangifte-inkomstenbelasting'],
  ['sanne', 'duo', 'studiefinanciering'],
  ['sanne', 'gemeente-GM0344', 'parkeervergunning'],
  ['sanne', 'gemeente-GM0344', 'klacht-gemeente'],
  ['sanne', 'dienst-toeslagen', 'zorgtoeslag'],
  ['willem', 'gemeente-GM0202', 'bijstandsuitkering'],
  ['willem', 'cjib', 'verkeersboete'],
  ['willem', 'gemeente-GM0202', 'schuldhulpverlening'],
  ['noor', 'gemeente-GM0518', 'jeugdhulp'],
  ['noor', 'dienst-toeslagen', 'kindgebonden-budget'],
  ['dawit', 'gemeente-GM0153', 'inburgering'],
  ['dawit', 'ind', 'verlenging-verblijfsvergunning'],
  ['dawit', 'duo', 'lening-inburgering'],
  ['lisa', 'gemeente-GM0034', 'verhuizing'],
  ['lisa', 'gemeente-GM0034', 'melding-huwelijk'],
  ['lisa', 'dienst-toeslagen', 'zorgtoeslag'],
  ['karin', 'gemeente-GM0307', 'individuele-inkomenstoeslag'],
  ['karin', 'svb', 'kinderbijslag'],
  ['peter', 'gemeente-GM0200', 'verhuizing'],
  ['greet', 'gemeente-GM0935', 'overlijdensaangifte'],
  ['greet', 'svb', 'nabestaandenuitkering'],
  ['bram', 'gemeente-GM0772', 'terrasvergunning'],
  ['bram', 'gemeente-GM0772', 'evenementenvergunning'],
  ['bram', 'belastingdienst', 'btw-aangifte'],
  ['kees', 'gemeente-GM0855', 'briefadres'],
  ['kees', 'gemeente-GM0855', 'interne-controle'],
  ['shurensly', 'belastingdienst', 'aangifte-inkomstenbelasting'],
  ['teun', 'gemeente-GM0268', 'vervoersvoorziening'],
  ['liesbeth', 'gemeente-GM0546', 'woningaanpassing'],
  ['liesbeth', 'cak', 'eigen-bijdrage-wmo'],
  ['peter', 'gemeente-GM0200', 'schuldhulpverlening'],
  ['fatima', 'rdw', 'tellerstand'],
  ['ria', 'rdw', 'tellerstand'],
  ['fatima', 'uwv', 'zwangerschapsuitkering', 'stil'],
]

/** Cases of children, by a parent who can log in and the first name; absent: the eldest. They come after the others. */
export const kinderzaken: readonly {
  readonly ouder: string
  readonly voornamen?: string
  readonly organisatie: string
  readonly soort: string
}[] = [
  { ouder: 'fatima', voornamen: 'Yassin', organisatie: 'gemeente-GM0599', soort: 'leerlingenvervoer' },
  { ouder: 'fatima', voornamen: 'Yassin', organisatie: 'gemeente-GM0599', soort: 'paspoort' },
  { ouder: 'fatima', voornamen: 'Yassin', organisatie: 'gemeente-GM0599', soort: 'kindpakket' },
  { ouder: 'karin', voornamen: 'Mees', organisatie: 'gemeente-GM0307', soort: 'paspoort' },
  { ouder: 'karin', voornamen: 'Mees', organisatie: 'gemeente-GM0307', soort: 'gehandicaptenparkeerkaart' },
  { ouder: 'noor', voornamen: 'Sem', organisatie: 'gemeente-GM0518', soort: 'leerlingenvervoer' },
  { ouder: 'shurensly', organisatie: 'svb', soort: 'kinderbijslag' },
]

/** Cases that go on at another organisation, or are about the same: the only thing in ZGW that crosses a border. */
export const verbanden: readonly {
  readonly bekende: string
  readonly van: readonly [organisatie: string, soort: string]
  readonly naar: readonly [organisatie: string, soort: string]
  readonly aard: 'vervolg' | 'onderwerp' | 'bijdrage'
}[] = [
  {
    bekende: 'fatima',
    van: ['gemeente-GM0599', 'urgentieverklaring'],
    naar: ['dienst-toeslagen', 'huurtoeslag'],
    aard: 'onderwerp',
  },
  {
    bekende: 'ria',
    van: ['gemeente-GM0014', 'huishoudelijke-hulp'],
    naar: ['cak', 'eigen-bijdrage-wmo'],
    aard: 'vervolg',
  },
  {
    bekende: 'greet',
    van: ['gemeente-GM0935', 'overlijdensaangifte'],
    naar: ['svb', 'nabestaandenuitkering'],
    aard: 'vervolg',
  },
  {
    bekende: 'dawit',
    van: ['duo', 'lening-inburgering'],
    naar: ['gemeente-GM0153', 'inburgering'],
    aard: 'bijdrage',
  },
]
