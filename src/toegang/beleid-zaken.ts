/** The lines of the table of access that are about cases of residents; `beleid.ts` takes them in, and says what they mean. */
export const zaakbeleid = [
  {
    // Cases, what is in them, and adding to them. Of whoever acts with a mandate or as a mentor the feature narrows it
    // down further (`zaken/zicht.ts`): that organisation alone, care alone.
    id: 'zaken-zien',
    wie: 'inwoner',
    voor: ['zelf', 'bedrijf', 'machtiging', 'bewind', 'mentorschap', 'curatele'],
    handelingen: ['bekijken', 'toevoegen'],
    voorwerpen: ['zaak', 'zaakdocument'],
    niveau: 'substantieel',
    doelen: ['zaken-tonen', 'zaken-document'],
    eist: ['van-hen', 'machtiging-dekt', 'vestiging-dekt'],
  },
  {
    // A case at a municipality or a school says where the child lives, and a parent may be the one it is kept from. To
    // look and no more: that a parent may also send or answer in the name of the child, nothing that we read says for
    // each kind of case. From twelve on the feature narrows it down further (`zaken/zicht.ts`).
    id: 'zaken-van-kind-zien',
    wie: 'inwoner',
    voor: ['kind'],
    handelingen: ['bekijken'],
    voorwerpen: ['zaak', 'zaakdocument'],
    niveau: 'substantieel',
    doelen: ['zaken-tonen', 'zaken-document'],
    eist: ['van-hen', 'kind-niet-afgeschermd'],
  },
  {
    // A question about a case, or what an organisation asked for: as the case itself.
    id: 'zaken-antwoorden',
    wie: 'inwoner',
    voor: ['zelf', 'bedrijf', 'machtiging', 'bewind', 'mentorschap', 'curatele'],
    handelingen: ['antwoorden'],
    voorwerpen: ['zaak'],
    niveau: 'substantieel',
    doelen: ['zaken-antwoorden'],
    eist: ['van-hen', 'machtiging-dekt', 'vestiging-dekt'],
  },
  {
    // Whether we remember where somebody has cases is for nobody else to decide.
    id: 'zaakindex-kiezen',
    wie: 'inwoner',
    voor: ['zelf'],
    handelingen: ['bekijken', 'invullen'],
    voorwerpen: ['zaakindex'],
    niveau: 'substantieel',
    doelen: ['zaken-index'],
    eist: ['van-hen'],
  },
] as const
