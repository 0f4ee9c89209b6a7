/** For tests: what an operator of a made-up municipality writes down. */
export function proefinvoer() {
  return {
    organisatie: 'gemeente-GM0599',
    rsins: ['999800103'],
    adressen: {
      zrc: 'https://zaken.example.nl/zaken/api/v1',
      ztc: 'https://zaken.example.nl/catalogi/api/v1',
      drc: 'https://zaken.example.nl/documenten/api/v1',
    },
    aanmelden: { soort: 'zgw-jwt', client: 'voordeur' },
  }
}
