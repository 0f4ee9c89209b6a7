/** What the page to log in says about each person. Short, plain, in three languages. */
export interface Verhaal {
  readonly nl: string
  readonly en: string
  readonly pap: string
}

export const verhalen = {
  fatima: {
    nl: 'Alleenstaande moeder in Rotterdam. Zij huurt, werkt deeltijd en heeft twee kinderen.',
    en: 'Single mother in Rotterdam. She rents, works part time and has two children.',
    pap: 'Mama soltero na Rotterdam. E ta hür, ta traha part time i tin dos yu.',
  },
  ria: {
    nl: 'Zij en haar man Jan zijn met pensioen en wonen in Groningen.',
    en: 'She and her husband Jan are retired and live in Groningen.',
    pap: 'E i su kasá Jan ta penshoná i ta biba na Groningen.',
  },
  jan: {
    nl: 'De man van Ria. Keek zij naar haar gegevens, dan ziet hij dat zijn gegevens meekwamen.',
    en: 'Ria’s husband. When she looked at her data, he sees that his came along.',
    pap: 'E kasá di Ria. Ora ku e mira su datonan, e kasá ta mira ku esnan di dje a bini huntu.',
  },
  sanne: {
    nl: 'Student in Utrecht. Zij woont op kamers met twee anderen.',
    en: 'Student in Utrecht. She shares a house with two others.',
    pap: 'Studiante na Utrecht. E ta biba den un kas huntu ku dos otro hende.',
  },
  willem: {
    nl: 'Woont in Arnhem. Een bewindvoerder regelt zijn geld.',
    en: 'Lives in Arnhem. An administrator handles his money.',
    pap: 'Ta biba na Arnhem. Un atministradó ta regla su sèn.',
  },
  marloes: {
    nl: 'Bewindvoerder in Arnhem. Zij regelt zaken voor Willem.',
    en: 'Administrator in Arnhem. She acts for Willem.',
    pap: 'Atministradó na Arnhem. E ta regla kos pa Willem.',
  },
  teun: {
    nl: 'Woont in Nijmegen. Zijn zus is zijn mentor.',
    en: 'Lives in Nijmegen. His sister is his mentor.',
    pap: 'Ta biba na Nijmegen. Su ruman muhé ta su mentor.',
  },
  liesbeth: {
    nl: 'Woont in Leiden en staat onder curatele. Haar broer is curator.',
    en: 'Lives in Leiden and is under guardianship. Her brother is her guardian.',
    pap: 'Ta biba na Leiden i ta bou di kuratela. Su ruman hòmber ta su kurador.',
  },
  noor: {
    nl: 'Woont met haar zoon in Den Haag. Haar adres is geheim.',
    en: 'Lives with her son in The Hague. Her address is secret.',
    pap: 'Ta biba ku su yu hòmber na Den Haag. Su adrès ta sekreto.',
  },
  dawit: {
    nl: 'Woont sinds kort in Enschede. Van zijn geboortedatum is alleen het jaar bekend.',
    en: 'Moved to Enschede not long ago. Only the year of his birth is known.',
    pap: 'Ta biba na Enschede foi poko tempu. Di su nasementu ta sa solamente e aña.',
  },
  lisa: {
    nl: 'Net getrouwd met Ahmed en net verhuisd naar Almere.',
    en: 'Just married to Ahmed and just moved to Almere.',
    pap: 'A kaba di kasa ku Ahmed i di muda bai Almere.',
  },
  karin: {
    nl: 'Gescheiden, woont in Amersfoort. Haar twee kinderen zijn de halve week bij hun vader.',
    en: 'Divorced, lives in Amersfoort. Her two children are with their father half of the week.',
    pap: 'Divorsiá, ta biba na Amersfoort. Su dos yunan ta mitar siman serka nan tata.',
  },
  peter: {
    nl: 'Gescheiden, woont in Apeldoorn. Zijn kinderen staan bij hun moeder ingeschreven.',
    en: 'Divorced, lives in Apeldoorn. His children are registered with their mother.',
    pap: 'Divorsiá, ta biba na Apeldoorn. Su yunan ta inskribí serka nan mama.',
  },
  greet: {
    nl: 'Weduwe in Maastricht. Haar man is net overleden.',
    en: 'Widow in Maastricht. Her husband died recently.',
    pap: 'Biuda na Maastricht. Su kasá a fayesé poko dia pasá.',
  },
  bram: {
    nl: 'Heeft een eigen bedrijf in Eindhoven, met een vestiging.',
    en: 'Runs a business of his own in Eindhoven, with a branch.',
    pap: 'Tin su mes negoshi na Eindhoven, ku un sukursal.',
  },
  kees: {
    nl: 'Woont in Tilburg. De gemeente onderzoekt of zijn adres klopt.',
    en: 'Lives in Tilburg. The municipality is checking whether his address is right.',
    pap: 'Ta biba na Tilburg. Munisipio ta investigá si su adrès ta korekto.',
  },
  shurensly: {
    nl: 'Woont met haar gezin op Bonaire en heeft een burgerservicenummer.',
    en: 'Lives with her family on Bonaire and has a citizen service number.',
    pap: 'Ta biba ku su famia na Boneiru i tin un number di servisio di siudadano (BSN).',
  },
  elaine: {
    nl: 'Woont op Saba. Zij heeft alleen een eilandnummer.',
    en: 'Lives on Saba. She has an island number only.',
    pap: 'Ta biba na Saba. E tin solamente un number di isla.',
  },
  curtis: {
    nl: 'Gepensioneerd op Sint Eustatius. Hij heeft alleen een eilandnummer.',
    en: 'Retired on Sint Eustatius. He has an island number only.',
    pap: 'Penshoná na Sint Eustatius. E tin solamente un number di isla.',
  },
  klaus: {
    nl: 'Komt uit Duitsland en heeft geen burgerservicenummer. Hij logt in met zijn eigen middel.',
    en: 'From Germany, without a citizen service number. He logs in with the means of his own country.',
    pap: 'Ta di Alemania i no tin BSN. E ta drenta ku e medio di su mes pais.',
  },
} as const satisfies Readonly<Record<string, Verhaal>>

export type VerhaalId = keyof typeof verhalen

/** People with whom one source always misbehaves in the same way. */
export const storingsverhaal = {
  brp: {
    weg: {
      nl: 'De basisregistratie is weg.',
      en: 'The register of persons is down.',
      pap: 'E registro di persona no ta funshoná.',
    },
    traag: {
      nl: 'De basisregistratie is traag.',
      en: 'The register of persons is slow.',
      pap: 'E registro di persona ta poko-poko.',
    },
    hangt: {
      nl: 'De basisregistratie hangt.',
      en: 'The register of persons hangs.',
      pap: 'E registro di persona ta pegá.',
    },
    'fout-500': {
      nl: 'De basisregistratie heeft een storing.',
      en: 'The register of persons has a failure.',
      pap: 'E registro di persona tin un fayo.',
    },
    onzin: {
      nl: 'De basisregistratie antwoordt onzin.',
      en: 'The register of persons answers nonsense.',
      pap: 'E registro di persona ta kontestá sin sentido.',
    },
    'ander-persoon': {
      nl: 'De basisregistratie geeft iemand anders.',
      en: 'The register of persons gives somebody else.',
      pap: 'E registro di persona ta duna otro hende.',
    },
    half: {
      nl: 'De basisregistratie stopt halverwege.',
      en: 'The register of persons stops halfway.',
      pap: 'E registro di persona ta stòp mei-mei.',
    },
  },
  inkomen: {
    weg: {
      nl: 'Het inkomensregister is weg.',
      en: 'The income register is down.',
      pap: 'E registro di entrada no ta funshoná.',
    },
    traag: {
      nl: 'Het inkomensregister is traag.',
      en: 'The income register is slow.',
      pap: 'E registro di entrada ta poko-poko.',
    },
    hangt: {
      nl: 'Het inkomensregister hangt.',
      en: 'The income register hangs.',
      pap: 'E registro di entrada ta pegá.',
    },
    'fout-500': {
      nl: 'Het inkomensregister heeft een storing.',
      en: 'The income register has a failure.',
      pap: 'E registro di entrada tin un fayo.',
    },
    onzin: {
      nl: 'Het inkomensregister antwoordt onzin.',
      en: 'The income register answers nonsense.',
      pap: 'E registro di entrada ta kontestá sin sentido.',
    },
    'ander-persoon': {
      nl: 'Het inkomensregister geeft iemand anders.',
      en: 'The income register gives somebody else.',
      pap: 'E registro di entrada ta duna otro hende.',
    },
    half: {
      nl: 'Het inkomensregister stopt halverwege.',
      en: 'The income register stops halfway.',
      pap: 'E registro di entrada ta stòp mei-mei.',
    },
  },
} as const
